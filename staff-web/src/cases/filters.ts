import { type CASE_VIEWS, caseFilters } from '@daodi/contract/staff/cases/list-cases.ts'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'

export type CaseViewName = (typeof CASE_VIEWS)[number]
export type FilterName = keyof typeof caseFilters
export type Filters = { readonly [Name in FilterName]?: z.input<(typeof caseFilters)[Name]> }

/** The order of the tabs, and of their digit keys. */
export const VIEW_ORDER = ['mineHandling', 'mineFirst', 'following', 'unit', 'late', 'all'] as const satisfies readonly CaseViewName[]
const NARROWING = ['status', 'category', 'channel', 'urgency', 'open', 'outcome', 'promise', 'passing', 'handlerId', 'firstContactId', 'unitId', 'unitPart', 'deskId', 'groupId', 'from', 'to'] as const satisfies readonly FilterName[]

/** View, filters and search word as the address holds them: shareable, and the back button undoes a filter. */
export function useFilters() {
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => readFilters(search), [search])
  const change = useCallback((changes: Filters) => {
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name)
        else next.set(name, value)
      }
      // Which part a unit has says nothing without the unit.
      if (!next.has('unitId')) next.delete('unitPart')
      return next
    })
  }, [setSearch])
  const clear = useCallback(() => {
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const name of [...NARROWING, 'q']) next.delete(name)
      return next
    })
  }, [setSearch])
  const view = filters.view ?? VIEW_ORDER[0]
  return { filters: { ...filters, view }, view, change, clear, chosen: NARROWING.filter((name) => filters[name] !== undefined).length }
}

/** What the contract would refuse is left out, so that an old or mistyped address still shows a list. */
function readFilters(search: URLSearchParams): Filters {
  const read: Record<string, string> = {}
  for (const name of Object.keys(caseFilters) as FilterName[]) {
    const value = search.get(name)
    if (value !== null && value !== '' && caseFilters[name].safeParse(value).success) read[name] = value
  }
  return read
}
