import { getCaseLedger } from '@daodi/contract/staff/cases/get-case-ledger.ts'
import { getCase } from '@daodi/contract/staff/cases/get-case.ts'
import { answer, route } from '../http/route.ts'
import { calendarOf, policyByDigest } from '../policy/store.ts'
import { streamOf } from './chain-facts.ts'
import { caseView, firstBad } from './case-view.ts'
import { relativeIds } from './cooperation-view.ts'
import { relativesOf } from './store-family.ts'
import { casePageFor } from './store-page.ts'

export const getCaseRoute = route(getCase, async ({ params, caller, at }, services) => {
  const page = await casePageFor(services.db, caller, params.caseId)
  if (!page) return { ok: false, refusal: 'no-such-case' }
  const policy = await policyByDigest(services.db, page.state.policy)
  const calendar = await calendarOf(services.db, page.state.institutionId, page.working_time, policy.calendar)
  const relatives = await relativesOf(services.db, page.state.institutionId, relativeIds(page.state), caller)
  return answer(caseView(page, { staff: caller, relatives }, { policy, calendar, at, newId: services.newId }))
})

export const getCaseLedgerRoute = route(getCaseLedger, async ({ params, caller }, services) => {
  const page = await casePageFor(services.db, caller, params.caseId)
  if (!page) return { ok: false, refusal: 'no-such-case' }
  const { institutionId } = page.state
  const bad = firstBad(page)
  return answer({
    stream: streamOf(params.caseId), intact: bad === null, firstBad: bad, sealedThrough: page.sealed_through,
    entries: page.entries.map((entry) => ({ ...entry, institutionId, data: { ...entry.data } as never })),
  })
})
