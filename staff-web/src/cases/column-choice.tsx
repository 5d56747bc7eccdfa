import { TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readStored, writeStored } from '../shared/store-locally.ts'
import type { CaseViewName } from './filters.ts'
import { type Column, COLUMNS, type ColumnName } from './columns.tsx'

const KEY = 'daodi.case-columns'
const USUAL: readonly ColumnName[] = COLUMNS.filter((column) => column.usual).map((column) => column.name)

/** Of what is to be followed they say the same of every case, or nothing yet. */
const OF_NO_USE: readonly ColumnName[] = ['firstContact', 'result', 'closedAt', 'rating']

/** Who passed a case on needs their room. */
const ELSEWHERE_SAID: readonly ColumnName[] = ['result', 'closedAt', 'rating']

/** The columns this browser shows. The subject always stays, as the way into a case; with what is to be followed since when, and with what is passed to and fro by whom. */
export function useColumns(view: CaseViewName, passing: boolean): { columns: readonly Column[]; names: readonly ColumnName[]; choose: (names: readonly ColumnName[] | null) => void } {
  const [names, setNames] = useState<readonly ColumnName[]>(readNames)
  const choose = useCallback((chosen: readonly ColumnName[] | null) => {
    writeStored(KEY, chosen === null ? null : JSON.stringify(chosen))
    setNames(chosen ?? USUAL)
  }, [])
  const columns = useMemo(() => COLUMNS.filter(({ name }) => name === 'subject' || (view === 'following' ? name === 'unfollowed' || (names.includes(name) && !OF_NO_USE.includes(name)) : passing ? name === 'passing' || (names.includes(name) && !ELSEWHERE_SAID.includes(name)) : names.includes(name))), [names, view, passing])
  return { columns, names, choose }
}

function readNames(): readonly ColumnName[] {
  const stored = readStored(KEY)
  if (stored === null) return USUAL
  try {
    const read: unknown = JSON.parse(stored)
    return Array.isArray(read) ? COLUMNS.map((column) => column.name).filter((name) => read.includes(name)) : USUAL
  } catch {
    return USUAL
  }
}

export function ColumnChoice({ names, onChoose }: { names: readonly ColumnName[]; onChoose: (names: readonly ColumnName[] | null) => void }) {
  const { t } = useTranslation('cases')
  const content = (
    <div className="case-column-choice">
      <Checkbox.Group
        value={['subject', ...names]} onChange={(chosen) => onChoose(chosen as ColumnName[])}
        options={COLUMNS.map(({ name }) => ({ value: name, label: t(`columns.${name}`), disabled: name === 'subject' }))}
      />
      <Button type="link" size="small" onClick={() => onChoose(null)}>{t('columnsReset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" title={t('columnsHint')} content={content}>
      <Button icon={<TableOutlined />}>{t('columnsChoose')}</Button>
    </Popover>
  )
}
