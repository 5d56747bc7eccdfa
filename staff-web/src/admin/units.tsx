import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx'
import { type Unit, useUnits } from '../shared/unit-picker.tsx'
import { NewUnit } from './new-unit.tsx'
import { UnitForm } from './unit-form.tsx'

/** The tree of units, and the chosen one beside it. */
export function Units() {
  const { t } = useTranslation('admin')
  const units = useUnits()
  const [chosen, setChosen] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)
  if (units.isPending) return <LoadingState rows={8} />
  if (units.isError) return <ErrorState error={units.error} onRetry={() => void units.refetch()} />
  const unit = units.data.find((one) => one.id === chosen)
  return (
    <>
      <div className="admin-bar"><Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('unit.create')}</Button></div>
      <div className="admin-columns">
        <ul className="card unit-tree">
          {inTree(units.data).map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === chosen} style={{ paddingInlineStart: 16 + one.depth * 20 }} onClick={() => setChosen(one.id)}>
                <b>{one.name}</b><span className="muted">{[t(`unit.kinds.${one.kind}`), one.headName === null ? t('unit.noHead') : t('unit.head', { name: one.headName }), t('unit.people', { count: one.people })].join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className="card admin-pad">{unit === undefined ? <EmptyState title={t('unit.pick')} /> : <UnitForm key={unit.id} unit={unit} />}</div>
      </div>
      {creating && <NewUnit parentId={chosen ?? units.data[0]?.id ?? null} onClose={() => setCreating(false)} onCreated={(id) => { setCreating(false); setChosen(id) }} />}
    </>
  )
}

/** Every unit beneath the one it belongs to; one whose parent is not shown stands at the end. */
function inTree(units: readonly Unit[]): readonly Unit[] {
  const ids = new Set(units.map((unit) => unit.id))
  const under = (parentId: string | null): Unit[] => units.filter((unit) => unit.parentId === parentId).flatMap((unit) => [unit, ...under(unit.id)])
  const roots = units.filter((unit) => unit.parentId === null || !ids.has(unit.parentId))
  return roots.flatMap((root) => [root, ...under(root.id)])
}
