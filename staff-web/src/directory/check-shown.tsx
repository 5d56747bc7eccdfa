import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { directoryZh } from './texts.zh.ts'
import type { Check } from './send-workbook.ts'

type FaultCode = keyof typeof directoryZh.workbook.faults
type FieldName = keyof typeof directoryZh.workbook.fields

/** What a trial run came to: every problem with its place, or every change to come. */
export function CheckShown({ check, applying, onApply }: { check: Check; applying: boolean; onApply: () => void }) {
  const { t } = useTranslation('directory')
  if (check.problemCount > 0) return <Problems check={check} />
  const todo = check.sheets.reduce((sum, sheet) => sum + sheet.new + sheet.changed, 0)
  return (
    <>
      <Alert type={todo === 0 ? 'info' : 'success'} showIcon role="status" title={t(todo === 0 ? 'workbook.same' : 'workbook.good')} />
      <Tallies check={check} />
      {todo > 0 && <Button type="primary" loading={applying} onClick={onApply}>{t('workbook.apply')}</Button>}
      <Changes check={check} todo={todo} />
      {check.absent.length > 0 && (
        <details>
          <summary>{t('workbook.absentTitle')}</summary>
          <ul>{check.absent.map((one) => <li key={`${one.sheet} ${one.name}`}><span className="muted">{t(`workbook.sheets.${one.sheet}`)}</span> {one.name}</li>)}</ul>
        </details>
      )}
    </>
  )
}

function Problems({ check }: { check: Check }) {
  const { t } = useTranslation('directory')
  return (
    <>
      <Alert type="error" showIcon role="alert" title={t('workbook.problems', { count: check.problemCount })} />
      {check.problems.length < check.problemCount && <p className="muted">{t('workbook.problemsShown', { count: check.problems.length })}</p>}
      <div className="dir-scroll">
        <table className="dir-table">
          <thead><tr><th scope="col">{t('workbook.where')}</th><th scope="col">{t('workbook.whatAndHow')}</th></tr></thead>
          <tbody>
            {check.problems.map((problem, index) => (
              <tr key={index}>
                <th scope="row">{[problem.sheet, problem.row === null ? '' : t('workbook.row', { row: problem.row }), problem.column === null ? '' : t('workbook.column', { column: problem.column }), problem.head ?? ''].filter(Boolean).join(' · ')}</th>
                <td>{t(`workbook.faults.${problem.code as FaultCode}`, { ...problem.params, defaultValue: t('workbook.faults.unknown', { code: problem.code }) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Tallies({ check }: { check: Check }) {
  const { t } = useTranslation('directory')
  const columns = ['rows', 'new', 'changed', 'unchanged', 'absent'] as const
  return (
    <div className="dir-scroll">
      <table className="dir-table num">
        <thead><tr><th scope="col">{t('workbook.sheet')}</th>{columns.map((column) => <th key={column} scope="col">{t(`workbook.${column}`)}</th>)}</tr></thead>
        <tbody>{check.sheets.map((sheet) => <tr key={sheet.sheet}><th scope="row">{t(`workbook.sheets.${sheet.sheet}`)}{sheet.sheet === 'papers' && <span className="muted"> {t('workbook.byMatter')}</span>}</th>{columns.map((column) => <td key={column}>{sheet[column]}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}

type Change = Check['changes'][number]
const AT_ONCE = 50

/** Sheet by sheet, what is changed before what is new; thousands of lines are looked through a screenful at a time. */
function Changes({ check, todo }: { check: Check; todo: number }) {
  const { t } = useTranslation('directory')
  const tallies = check.sheets.filter((sheet) => sheet.new + sheet.changed > 0)
  const [chosen, setChosen] = useState(tallies[0]?.sheet)
  const [shown, setShown] = useState(AT_ONCE)
  if (check.changes.length === 0) return null
  const rows = check.changes.filter((change) => change.sheet === chosen)
  const tally = tallies.find((sheet) => sheet.sheet === chosen)
  const whole = tally === undefined ? rows.length : tally.new + tally.changed
  return (
    <>
      <h3>{t('workbook.changes')}</h3>
      {tallies.length > 1 && (
        <Segmented
          aria-label={t('workbook.sheet')} value={chosen ?? ''} onChange={(next) => { setChosen(next as Change['sheet']); setShown(AT_ONCE) }}
          options={tallies.map((sheet) => ({ value: sheet.sheet, label: `${t(`workbook.sheets.${sheet.sheet}`)} ${sheet.new + sheet.changed}` }))}
        />
      )}
      {rows.length < whole && <p className="muted">{t('workbook.changesShown', { count: rows.length, all: whole })}</p>}
      <ul className="dir-changes" aria-label={t('workbook.changesOf', { count: todo })} tabIndex={0}>{rows.slice(0, shown).map((change) => <ChangeLine key={`${change.sheet} ${change.row}`} change={change} />)}</ul>
      {rows.length > shown && <Button size="small" onClick={() => setShown(shown + AT_ONCE * 2)}>{t('edit.more')}</Button>}
    </>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const { t } = useTranslation('directory')
  return (
    <li>
      <span className={change.kind === 'new' ? 'tag ok' : 'tag act'}>{t(change.kind === 'new' ? 'workbook.new' : 'workbook.changed')}</span> <span className="muted num">{t('workbook.row', { row: change.row })}</span> <b>{change.name}</b>
      {change.kind === 'changed' && change.fields.map((field) => (
        <div key={field.field}><span className="muted">{t(`workbook.fields.${field.field as FieldName}`, { defaultValue: field.field })}</span> <del>{field.from || t('workbook.none')}</del> → <ins>{field.to || t('workbook.none')}</ins></div>
      ))}
    </li>
  )
}
