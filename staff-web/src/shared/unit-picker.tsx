import { listUnits, type UnitView } from '@daodi/contract/staff/directory/directory.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { call } from './call.ts'

export type Unit = z.output<typeof UnitView>

/** The institution's units; shared by everything that needs a name for an id. */
export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: ({ signal }) => call(listUnits, { signal }), staleTime: 300_000, select: (reply) => reply.units })
}

/** The unit roles that the regulation in force speaks of. */
export function useRegulationRoles(): readonly string[] {
  return useQuery({ queryKey: ['units'], queryFn: ({ signal }) => call(listUnits, { signal }), staleTime: 300_000, select: (reply) => reply.roles }).data ?? NO_ROLES
}
const NO_ROLES: readonly string[] = []

/** The unit tree as one list, indented: typing narrows it and Enter takes the first that fits. */
export function UnitPicker({ value, onChange, except, label, autoFocus, allowInstitution = false, among = offersAll, required = false, id }: {
  value: string | null; onChange: (unitId: string | null) => void
  except?: string | undefined; label?: string; autoFocus?: boolean; allowInstitution?: boolean; id?: string
  /** Which units are offered; the one chosen always stands there. Has to be the same function at each drawing. */
  among?: (unit: Unit) => boolean
  /** There is always a unit: nothing to clear. */
  required?: boolean
}) {
  const { t } = useTranslation('shared')
  const units = useUnits()
  const options = useMemo(() => inTreeOrder((units.data ?? []).filter((unit) => unit.id === value || among(unit))).map((unit) => ({
    value: unit.id, label: unit.name, unit, disabled: unit.id === except || (!allowInstitution && unit.kind === 'institution'),
  })), [units.data, except, allowInstitution, among, value])
  return (
    <Select<string | null>
      id={id} showSearch={{ filterOption: (typed, option) => option !== undefined && unitMatches(option.unit, typed) }} allowClear={required ? false : { label: t('act.clear') }} autoFocus={autoFocus ?? false} value={units.data ? value : null} loading={units.isPending} options={options} optionRender={drawOption}
      aria-label={label ?? t('picker.unitLabel')} placeholder={units.isPending && value !== null ? t('state.loading') : t('picker.unit')} notFoundContent={units.isPending ? t('state.loading') : t('picker.noUnit')}
      onChange={(unitId) => onChange(unitId ?? null)} listHeight={320} style={{ width: '100%' }}
    />
  )
}

/** Only where the reader may open tasks and walk-rounds: any other would be answered “no such unit”. */
export const hasReadableDuty = (unit: Unit) => unit.dutyReadable

const offersAll = () => true

/** By a part of the name, the beginning of its spelling, or initials anywhere in it: xkk finds 行政许可科. */
export function unitMatches(unit: Pick<Unit, 'name' | 'pinyin' | 'initials'>, typed: string): boolean {
  const wanted = typed.toLowerCase().replace(/\s+/g, '')
  return unit.name.toLowerCase().includes(wanted) || (unit.pinyin ?? '').startsWith(wanted) || (unit.initials ?? '').includes(wanted)
}

function drawOption({ data }: { data: object }) {
  const { unit } = data as { unit: Unit }
  return (
    <span className="person-option" style={{ paddingInlineStart: Math.min(unit.depth, 6) * 14 }}>
      <span>{unit.name}</span><span className="muted clip">{[unit.room, unit.headName].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

/** Every unit after the one above it, brothers in the order given. */
function inTreeOrder(units: readonly Unit[]): readonly Unit[] {
  const known = new Set(units.map((unit) => unit.id))
  const under = (parentId: string | null): Unit[] => units
    .filter((unit) => parentId === null ? unit.parentId === null || !known.has(unit.parentId) : unit.parentId === parentId)
    .flatMap((unit) => [unit, ...under(unit.id)])
  return under(null)
}
