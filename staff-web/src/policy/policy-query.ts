import { checkPolicyDraft, comparePolicyVersions, getPolicySettings, getUnitPolicy, type previewPolicy, type VersionView } from '@daodi/contract/staff/policy/policy.ts'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '../shared/call.ts'

export type Edited = z.output<typeof getPolicySettings.reply>
export type Checked = z.output<typeof checkPolicyDraft.reply>
export type Preview = z.output<typeof previewPolicy.reply>
export type Version = z.output<typeof VersionView>
export type Change = Checked['changes'][number]
export type Problem = Checked['problems'][number]

export function useEdited(unitId: string) {
  return useQuery({ queryKey: ['policy', 'settings', unitId], queryFn: ({ signal }) => call(getPolicySettings, { params: { unitId }, signal }), staleTime: Infinity })
}

export function useUnitPolicy(unitId: string) {
  return useQuery({ queryKey: ['policy', unitId], queryFn: ({ signal }) => call(getUnitPolicy, { params: { unitId }, signal }) })
}

export function checkDraft(unitId: string, draft: { settings: unknown } | { text: string }, signal?: AbortSignal): Promise<Checked> {
  return call(checkPolicyDraft, { params: { unitId }, body: draft as never, ...(signal === undefined ? {} : { signal }) })
}

export function useComparison(unitId: string, pair: { from: number; to: number } | null) {
  return useQuery({
    queryKey: ['policy', 'comparison', unitId, pair], enabled: pair !== null,
    queryFn: ({ signal }) => call(comparePolicyVersions, { params: { unitId }, query: { from: String(pair?.from ?? 1), to: String(pair?.to ?? 1) }, signal }),
  })
}
