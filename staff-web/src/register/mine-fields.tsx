import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cleanLine } from '../shared/clean-text.ts'
import { Field } from '../shared/field.tsx'
import { PromisePicker } from '../shared/promise-picker.tsx'
import type { PanelProps } from './panel-props.ts'
import { usePromiseWords } from '../shared/limit-words.ts'

/** Papers with a tick for those handed in, and the promise: left alone, the server reckons it by the working calendar. */
export function MineFields({ draft, matter, filled, change, faults }: PanelProps) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const say = usePromiseWords()
  const promised = matter ? say(matter) : null
  return (
    <>
      <PaperTicks filled={filled} change={change} />
      <div className="pair">
        <div className="field">
          <label htmlFor="panel-promise">{t('panel.promise')}</label>
          {draft.promisedAt === null
            ? (
              <p>
                {promised !== null ? t('panel.promiseByMatter', { limit: promised }) : t('panel.promiseByRule')}{' '}
                <Button type="link" size="small" onClick={() => change({ promisedAt: '' })}>{t('panel.promiseChange')}</Button>
              </p>
            )
            : (
              <div className="panel-promise">
                <div><PromisePicker id="panel-promise" autoFocus value={draft.promisedAt === '' ? null : draft.promisedAt} onChange={(promisedAt) => change({ promisedAt: promisedAt ?? '' })} />{draft.promisedAt === '' && <p className="faint">{shared('promise.choose')}</p>}</div>
                <Button type="link" size="small" onClick={() => change({ promisedAt: null })}>{t('panel.promiseReset')}</Button>
              </div>
            )}
          {faults['/decision/promisedAt'] && <p className="field-fault" role="alert">{faults['/decision/promisedAt']}</p>}
        </div>
        <Field id="panel-note" label={t('panel.promiseNote')} fault={faults['/decision/text']}>
          <Input id="panel-note" maxLength={2000} value={filled.text} onChange={(event) => change({ text: event.target.value })} />
        </Field>
      </div>
    </>
  )
}

function PaperTicks({ filled, change }: Pick<PanelProps, 'filled' | 'change'>) {
  const { t } = useTranslation('register')
  const { t: shared } = useTranslation('shared')
  const [typed, setTyped] = useState('')
  const add = (event: KeyboardEvent) => {
    // An empty field lets Enter register; a filled one takes it for itself.
    const name = cleanLine(typed)
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || name === undefined) return
    event.preventDefault()
    change({ papers: [...filled.papers, { name, copies: 1, form: 'either', given: false }] })
    setTyped('')
  }
  return (
    <fieldset className="papers">
      <legend>{t('panel.papers')} <span className="faint">{filled.papers.length > 0 && t('panel.papersHint')}</span></legend>
      {filled.papers.map((paper, index) => (
        <div key={`${index} ${paper.name}`} className="paper">
          <label>
            <input type="checkbox" checked={paper.given} onChange={(event) => change({ papers: filled.papers.with(index, { ...paper, given: event.target.checked }) })} />{' '}
            {paper.name} <span className="faint">{t('panel.paperCopies', { count: paper.copies })} · {shared(`paperForm.${paper.form}`)}{paper.note ? ` · ${paper.note}` : ''}</span>
          </label>
          <button type="button" className="bare faint" aria-label={`${shared('act.remove')} ${paper.name}`} onClick={() => change({ papers: filled.papers.toSpliced(index, 1) })}>✕</button>
        </div>
      ))}
      <Input className="paper-add" maxLength={100} aria-label={t('panel.paperAdd')} placeholder={t('panel.paperAdd')} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={add} />
    </fieldset>
  )
}
