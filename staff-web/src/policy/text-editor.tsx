import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../shared/refusal-text.ts'
import { useDebounced } from '../shared/use-debounced.ts'
import { checkDraft, type Checked } from './policy-query.ts'
import { ProblemList } from './problem-list.tsx'
import type { Settings } from './settings-schema.ts'

/** The same draft as YAML, for those who prefer to write. What can be read becomes the draft; what is wrong is told by its line. */
export function TextEditor({ unitId, settings, onChange }: { unitId: string; settings: Settings; onChange: (settings: Settings) => void }) {
  const { t } = useTranslation('policy')
  const shared = useTranslation('shared').t
  const [text, setText] = useState<string | null>(null)
  const [begun] = useState(settings)
  const [verdict, setVerdict] = useState<Checked | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const settled = useDebounced(text, 600)
  // Only what is typed here counts; the draft follows it and is not followed.
  const latest = useRef({ settings, onChange })
  useEffect(() => { latest.current = { settings, onChange } })
  useEffect(() => {
    const stop = new AbortController()
    checkDraft(unitId, { settings: begun }, stop.signal).then((checked) => setText((typed) => typed ?? checked.text), (error: unknown) => { if (!stop.signal.aborted) setFault(error) })
    return () => stop.abort()
  }, [unitId, begun])
  useEffect(() => {
    if (settled === null) return
    const stop = new AbortController()
    checkDraft(unitId, { text: settled }, stop.signal).then((checked) => {
      setVerdict(checked)
      setFault(null)
      if (checked.settings !== null && JSON.stringify(checked.settings) !== JSON.stringify(latest.current.settings)) latest.current.onChange(checked.settings)
    }, (error: unknown) => { if (!stop.signal.aborted) setFault(error) })
    return () => stop.abort()
  }, [settled, unitId])
  return (
    <section className="card admin-pad">
      <label htmlFor="policy-text" className="only-read">{t('mode.text')}</label>
      <p className="muted">{t('textHint')}</p>
      {fault !== null && <p className="field-fault" role="alert">{refusalText(fault, shared)}</p>}
      {verdict !== null && verdict.settings === null && <ProblemList problems={verdict.problems} title={t('unreadable')} />}
      {verdict !== null && verdict.settings !== null && <ProblemList problems={verdict.problems} title={t('problems', { count: verdict.problems.length })} />}
      <Input.TextArea id="policy-text" className="raw-text" spellCheck={false} value={text ?? ''} disabled={text === null} autoSize={{ minRows: 16, maxRows: 48 }} onChange={(event) => setText(event.target.value)} />
    </section>
  )
}
