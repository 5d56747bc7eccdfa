import { listUnits, type UnitView } from '@daodi/contract/staff/directory/directory.ts'
import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from './call.ts'

export type Unit = z.output<typeof UnitView>
interface Branch { value: string; title: string; disabled: boolean; children: Branch[] }

/** The institution's units; shared by everything that needs a name for an id. */
export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: ({ signal }) => call(listUnits, { signal }), staleTime: 300_000, select: (reply) => reply.units })
}

export function UnitPicker({ value, onChange, except, label, autoFocus, allowInstitution = false, id }: {
  value: string | null; onChange: (unitId: string | null) => void
  except?: string | undefined; label?: string; autoFocus?: boolean; allowInstitution?: boolean; id?: string
}) {
  const { t } = useTranslation('shared')
  const units = useUnits()
  const tree = useMemo(() => treeOf(units.data ?? [], except, allowInstitution), [units.data, except, allowInstitution])
  return (
    <TreeSelect<string | null>
      id={id} showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll allowClear autoFocus={autoFocus ?? false} value={value} treeData={tree} loading={units.isPending}
      aria-label={label ?? t('picker.unitLabel')} placeholder={t('picker.unit')} notFoundContent={units.isPending ? t('state.loading') : t('picker.noUnit')}
      onChange={(unitId) => onChange(unitId ?? null)} style={{ width: '100%' }} styles={{ popup: { root: { maxHeight: 420, overflow: 'auto' } } }}
    />
  )
}

function treeOf(units: readonly Unit[], except: string | undefined, allowInstitution: boolean): Branch[] {
  const branches = new Map(units.map((unit) => [unit.id, {
    value: unit.id, title: [unit.name, unit.room].filter(Boolean).join(' · '),
    disabled: unit.id === except || (!allowInstitution && unit.kind === 'institution'), children: [] as Branch[],
  }]))
  const roots: Branch[] = []
  for (const unit of units) {
    const branch = branches.get(unit.id)!
    const parent = unit.parentId ? branches.get(unit.parentId) : undefined
    if (parent) parent.children.push(branch)
    else roots.push(branch)
  }
  return roots
}
