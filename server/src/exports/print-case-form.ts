import { downloadCaseForm, printCaseForm } from '@daodi/contract/staff/exports/case-forms.ts'
import type { CaseView } from '@daodi/contract/staff/cases/views.ts'
import type { z } from 'zod'
import type { Calendar } from '@daodi/domain/calendar/calendar.ts'
import { transaction } from '../database/transaction.ts'
import type { Staff } from '../http/caller.ts'
import { answer, route, type Request, type Route, type Services } from '../http/route.ts'
import { CASE_FORMS } from './case-form.ts'
import { documentFile } from './document-file.ts'
import type { Contacts, Form, FormSource } from './form-source.ts'
import { formWordsIn } from './form-words.ts'
import { institutionName, matterOnPaper } from './store.ts'
import { wordsIn } from './words.ts'

/** How a case is read, and its contacts looked up with an entry in the ledger; given by the composition. */
export interface CaseOnPaper {
  read(services: Services, staff: Staff, caseId: string, at: string): Promise<{ view: z.input<typeof CaseView>; policy: { supervisionLine: string | null }; calendar: Calendar; expected: FormSource['expected'] } | null>
  reveal(services: Services, staff: Staff, asked: { caseId: string; reason?: string | undefined; form?: string; at: string }):
    Promise<{ ok: true; value: Contacts } | { ok: false; refusal: 'no-such-case' | 'no-requester' | 'not-participant' }>
}

/** The page and the document are asked for with the same words. */
type Asked = Pick<Request<typeof printCaseForm>, 'params' | 'body' | 'caller' | 'at'>
type Printed = { ok: true; value: Form } | { ok: false; refusal: 'no-such-case' | 'nothing-to-print' | 'no-requester' | 'not-participant' }

/** The form's content, for the page that is printed. In a transaction of its own: see `reveal`. */
export function printCaseFormRoute(cases: CaseOnPaper): Route {
  return route(printCaseForm, async (request, services) => {
    const printed = await formOf(cases, request, services)
    return printed.ok ? answer(printed.value) : printed
  }, 'own')
}

export function downloadCaseFormRoute(cases: CaseOnPaper): Route {
  return route(downloadCaseForm, async (request, services) => {
    const printed = await formOf(cases, request, services)
    return printed.ok ? { ok: true, value: undefined, sent: { file: await documentFile(printed.value) } } : printed
  }, 'own')
}

async function formOf(cases: CaseOnPaper, { params, body, caller, at }: Asked, outside: Services): Promise<Printed> {
  return transaction(outside.db, async (db) => {
    const services = { ...outside, db }
    const { caseId, form } = params
    const found = await cases.read(services, caller, caseId, at)
    if (!found) return { ok: false, refusal: 'no-such-case' }
    const { view, policy, calendar, expected } = found
    const { language = 'zh-CN', code = null } = body
    // How the operator says that the pages are reached comes before how this desk happens to reach them.
    const site = body.site === undefined ? null : (outside.outside?.publicUrl ?? body.site).replace(/\/+$/, '')
    const full = body.contacts === 'full'
    const common = {
      view, expected, calendar, at, language, code, site, full: false, contacts: view.requester, by: caller.name, words: formWordsIn(language), codes: wordsIn(language), supervisionLine: policy.supervisionLine,
      matter: view.matter === null ? null : await matterOnPaper(db, caller.institutionId, view.matter), institution: await institutionName(db, caller.institutionId),
    }
    // Nothing is looked up, and no entry written, for a form that cannot be printed.
    const masked = CASE_FORMS[form](common)
    if (masked === null) return { ok: false, refusal: 'nothing-to-print' }
    if (!full) return { ok: true, value: masked }
    const revealed = await cases.reveal(services, caller, { caseId, reason: body.reason, form, at })
    if (!revealed.ok) return revealed
    return { ok: true, value: CASE_FORMS[form]({ ...common, full, contacts: revealed.value }) ?? masked }
  })
}
