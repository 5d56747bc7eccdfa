import { z } from 'zod'
import { operation } from '../../operation.ts'
import { Category, Status } from '../../shared/codes.ts'
import { NoBody, NoParams, NoQuery } from '../../shared/page.ts'
import { line, prose } from '../../shared/text.ts'
import { Instant } from '../../shared/time.ts'
import { CASE_REFUSALS, CaseParams } from '../cases/act.ts'
import { CaseRow } from '../cases/views.ts'
import { MatterView } from '../matters/matter-view.ts'

const Related = z.object({ id: z.uuid(), number: z.string(), subject: z.string(), status: Status, registeredAt: Instant, unitName: z.string(), grade: z.int().nullable(), legs: CaseRow.shape.legs })
/** An open case that may be the same question (并单): how sure, whose, and whether merging makes sense: the same person's, or a complaint, report, suggestion or call for help about one thing. */
const Repeat = Related.extend({ sameRequester: z.boolean(), requesterName: z.string().nullable(), mergeable: z.boolean(), confidence: z.int(), handlerName: z.string().nullable() })

/** Why somebody or something was suggested. */
const FindingReasons = z.object({
  /** What of the directory stands in the question. */
  words: z.array(z.string()),
  /** So many handled cases with this word went there. */
  cases: z.object({ word: z.string(), count: z.int() }).nullable(),
  ruling: z.object({ id: z.uuid(), number: z.string(), at: Instant }).nullable(),
})
const Confidence = z.enum(['high', 'medium', 'low'])
/** From the caller's side: theirs, a colleague's, another unit's. */
const Whose = z.enum(['yours', 'colleague', 'otherUnit'])

/** Whose it looks to be, with the reasons. */
const Finding = z.object({
  matters: z.array(MatterView.extend({
    words: z.array(z.string()), confidence: Confidence, certainty: z.int(), whose: Whose, reasons: FindingReasons,
    /** Where the matter names nobody: who of the unit has least in hand. */
    receiver: z.object({ personId: z.uuid(), personName: z.string(), open: z.int() }).nullable(),
  })),
  units: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), phone: z.string().nullable(), room: z.string().nullable(), confidence: Confidence, certainty: z.int(), whose: Whose, reasons: FindingReasons })),
  /** `unclear`: not sure enough to name anybody; the office is to be asked. `outside`: another organisation's, it seems. */
  advice: z.enum(['yours', 'colleague', 'otherUnit', 'unclear', 'outside', 'nothing']),
  office: z.object({ unitName: z.string(), personName: z.string(), phone: z.string().nullable() }).nullable(),
})

/** What the register page shows beneath the line while it is being typed. */
export const suggestAtRegister = operation({
  id: 'suggestAtRegister', method: 'GET', path: '/api/staff/register/suggestions', gate: 'signedIn', summary: '登记时的实时提示：可能的事项和归口科室及理由、同一人的办件、相似的在办件',
  params: NoParams,
  query: z.strictObject({ text: line(200).optional(), content: prose(1500).optional(), phone: z.string().trim().max(30).regex(/^\+?[0-9][0-9 ()-]*$/, 'phone-format').optional(), name: line(60).optional() }),
  body: NoBody, status: 200, refusals: {},
  reply: Finding.extend({
    /** Who asks what an application takes has not applied: under a matter of applications it is registered as a consultation, unless somebody says otherwise. */
    onlyAsks: z.boolean(),
    /** What the words say themselves that it is (投诉, 举报, 建议 …): of this kind it is registered unless its matter or somebody says otherwise. */
    worded: Category.nullable(),
    outside: z.array(z.object({ name: z.string(), scope: z.string().nullable(), phone: z.string().nullable(), words: z.array(z.string()) })),
    requester: z.object({ name: z.string().nullable(), phone: z.string().nullable(), organization: z.string().nullable(), address: z.string().nullable() }).nullable(),
    requesterCases: z.array(Related), similarCases: z.array(Related), repeats: z.array(Repeat),
  }),
})

/** The same for a case that is there: what the office needs for a question that came in over the web. */
export const findForCase = operation({
  id: 'findForCase', method: 'GET', path: '/api/staff/cases/:caseId/finding', gate: 'signedIn', summary: '在办件的判断归口和可能的重复诉求',
  params: CaseParams, query: NoQuery, body: NoBody, status: 200, refusals: CASE_REFUSALS, reply: Finding.extend({ repeats: z.array(Repeat) }),
})
