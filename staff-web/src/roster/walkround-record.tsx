import { registerCase } from '@daodi/contract/staff/cases/register-case.ts'
import { recordWalkround } from '@daodi/contract/staff/roster/walkrounds.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { cleanLine } from '../shared/clean-text.ts'
import { UnitPicker } from '../shared/unit-picker.tsx'
import { useRefusalWords } from './roster-query.ts'
import type { Walkround } from './walkrounds.tsx'
import { findingBody } from './finding-case.ts'
import { useMe } from '../shared/me.ts'

interface Line { text: string; asCase: boolean; unitId: string | null }
const EMPTY: Line = { text: '', asCase: false, unitId: null }

/** What was found, a line each; what has to be dealt with is registered as a case on the way. */
export function RecordWalkround({ walkround, onDone }: { walkround: Walkround; onDone: () => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useRefusalWords()
  const { settings } = useMe()
  const [lines, setLines] = useState<readonly Line[]>([EMPTY])
  // What has been registered stays registered when a later one is refused: it is not registered twice.
  const [registered, setRegistered] = useState<ReadonlyMap<number, string>>(new Map())
  const set = (index: number, change: Partial<Line>) => setLines(lines.map((one, at) => (at === index ? { ...one, ...change } : one)))
  const record = useMutation({
    mutationFn: async (found: readonly Line[]) => {
      const findings = []
      const cases = new Map(registered)
      for (const [index, { text, asCase, unitId }] of found.entries()) {
        const subject = cleanLine(text)
        if (subject === undefined) continue
        if (asCase && unitId !== null && !cases.has(index)) {
          const { id } = await call(registerCase, { body: findingBody({ subject, toUnitId: unitId, reason: walkround.title }, settings) })
          cases.set(index, id)
          setRegistered(new Map(cases))
        }
        const caseId = cases.get(index)
        findings.push({ text: subject, ...(caseId === undefined ? {} : { caseId }) })
      }
      await call(recordWalkround, { params: { walkroundId: walkround.id }, body: { findings } })
    },
    onSuccess: () => { message.success(t('walk.recorded')); onDone() }, onError: (error) => { message.error(words(error), 8) },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: ['roster'] }), queries.invalidateQueries({ queryKey: ['obligations'] })]),
  })
  const written = lines.filter(({ text }) => text.trim() !== '')
  const ready = written.length > 0 && written.every(({ asCase, unitId }) => !asCase || unitId !== null)
  return (
    <form className="roster-form roster-wide" onSubmit={(event) => { event.preventDefault(); if (ready && !record.isPending) record.mutate(lines) }}>
      <p className="muted">{t('walk.recordHint')}</p>
      {lines.map((one, index) => (
        <div key={index} className="roster-rows">
          <Input value={one.text} maxLength={200} autoFocus={index === 0} placeholder={t('walk.finding')} aria-label={t('walk.finding')} disabled={registered.has(index)} onChange={(event) => set(index, { text: event.target.value })} />
          <div className="roster-bar">
            <Checkbox checked={one.asCase} disabled={registered.has(index)} onChange={(event) => set(index, { asCase: event.target.checked })}>{t('walk.makeCase')}</Checkbox>
            {one.asCase && <div className="roster-unit"><UnitPicker value={one.unitId} onChange={(unitId) => set(index, { unitId })} label={t('walk.toUnit')} except={walkround.unitId} /></div>}
          </div>
        </div>
      ))}
      <div className="roster-bar">
        <Button onClick={() => setLines([...lines, EMPTY])} disabled={lines.length >= 60}>{t('walk.addFinding')}</Button>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={record.isPending}>{shared('act.save')}</Button>
        {written.length === 0 && <Button loading={record.isPending} onClick={() => record.mutate([])}>{t('walk.nothing')}</Button>}
        <Button type="text" onClick={onDone}>{shared('act.cancel')}</Button>
      </div>
    </form>
  )
}
