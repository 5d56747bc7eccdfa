import { DownOutlined, PlusOutlined, RightOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { type Unit, unitMatches, useUnits } from '../shared/unit-picker.tsx'
import { NewUnit } from './new-unit.tsx'
import { UnitForm } from './unit-form.tsx'

/** With more units than this only the top ones are unfolded at first. */
const UNFOLDED_AT_MOST = 40

interface Branch { readonly unit: Unit; readonly children: number }

/** The tree of units, and the chosen one beside it. */
export function Units() {
  const { t } = useTranslation('admin')
  const units = useUnits()
  const [chosen, setChosen] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)
  const [typed, setTyped] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  // Where the chosen unit stands above the tree, on a phone, it would be out of sight.
  useEffect(() => { if (chosen !== null) panel.current?.scrollIntoView({ block: 'nearest' }) }, [chosen])
  if (units.isPending) return <LoadingState rows={8} />
  if (units.isError) return <ErrorState error={units.error} onRetry={() => void units.refetch()} />
  const unit = units.data.find((one) => one.id === chosen)
  return (
    <>
      <div className="admin-bar">
        <Input type="search" prefix={<SearchOutlined />} className="admin-search" value={typed} maxLength={60} placeholder={t('unit.search')} aria-label={t('unit.search')} onChange={(event) => setTyped(event.target.value)} />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('unit.create')}</Button>
      </div>
      <div className={unit === undefined ? 'admin-columns' : 'admin-columns has-chosen'}>
        <UnitTree units={units.data} typed={typed.trim()} chosen={chosen} onChoose={setChosen} />
        <div ref={panel} className="card admin-pad">{unit === undefined ? <EmptyState title={t('unit.pick')} /> : <UnitForm key={unit.id} unit={unit} />}</div>
      </div>
      {creating && <NewUnit parentId={chosen ?? units.data[0]?.id ?? null} onClose={() => setCreating(false)} onCreated={(id) => { setCreating(false); setChosen(id) }} />}
    </>
  )
}

function UnitTree({ units, typed, chosen, onChoose }: { units: readonly Unit[]; typed: string; chosen: string | null; onChoose: (id: string) => void }) {
  const { t } = useTranslation('admin')
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isOpen = (unit: Unit): boolean => folds.get(unit.id) ?? (units.length <= UNFOLDED_AT_MOST || unit.depth === 0)
  const shown = typed === '' ? inTree(units, isOpen) : units.filter((unit) => unitMatches(unit, typed)).map((unit) => ({ unit, children: 0 }))
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  if (shown.length === 0) return <div className="card"><EmptyState title={t('unit.none')} /></div>
  return (
    <ul className="card unit-tree">
      {shown.map(({ unit, children }) => (
        <li key={unit.id} style={{ paddingInlineStart: typed === '' ? unit.depth * 20 : 0 }}>
          {children > 0
            ? <button type="button" className="unit-fold" aria-expanded={isOpen(unit)} aria-label={t('unit.fold', { name: unit.name, count: children })} onClick={() => setFolds(new Map(folds).set(unit.id, !isOpen(unit)))}>{isOpen(unit) ? <DownOutlined /> : <RightOutlined />}</button>
            : <span className="unit-fold" />}
          <button type="button" aria-current={unit.id === chosen} onClick={() => onChoose(unit.id)}>
            <b>{unit.name}</b><span className="muted">{[
              typed === '' || unit.parentId === null ? '' : nameOf.get(unit.parentId) ?? '', t(`unit.kinds.${unit.kind}`),
              unit.headName === null ? t('unit.noHead') : t('unit.head', { name: unit.headName }), t('unit.people', { count: unit.people }),
            ].filter(Boolean).join(' · ')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Every unit beneath the one it belongs to, as far as that is unfolded; one whose parent is not shown stands at the end. */
function inTree(units: readonly Unit[], isOpen: (unit: Unit) => boolean): readonly Branch[] {
  const ids = new Set(units.map((unit) => unit.id))
  const below = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const above = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null
    const brothers = below.get(above)
    if (brothers) brothers.push(unit)
    else below.set(above, [unit])
  }
  const from = (unit: Unit): Branch[] => {
    const children = below.get(unit.id) ?? []
    return [{ unit, children: children.length }, ...(isOpen(unit) ? children.flatMap(from) : [])]
  }
  return (below.get(null) ?? []).flatMap(from)
}
