import { addAttachment, addPublicAttachment, laidByPerson, type AttachAsk, type AttachPubliclyRefusal, type AttachRefusal } from '@daodi/domain/cases/add-attachment.ts'
import { publicPages } from '@daodi/domain/policy/policy.ts'
import { attachmentEntries } from '../attachments/store.ts'
import type { Staff } from '../http/caller.ts'
import type { Services } from '../http/route.ts'
import { policyByDigest } from '../policy/store.ts'
import { inCapacity } from './in-capacity.ts'
import { codeDigest } from './register.ts'
import { actorOf, openScene, recordScene } from './scene.ts'
import { lockCase, lockCaseByCode, registerCodeOf, type LockedCase } from './store.ts'

/** A file as its store describes it; the name becomes one of the case's erasable words. */
interface File { attachmentId: string; name: string; contentDigest: string; size: number }

const NOTHING = { id: '', digest: '' }
const ANY_FILE: AttachAsk = { attachmentId: '', name: NOTHING, contentDigest: '', size: 0 }
const MEGABYTE = 1024 * 1024

/** Opens a case for the store of attachments, which knows nothing of how cases are kept. */
export const caseFolder = {
  async refusal(services: Services, staff: Staff, caseId: string): Promise<'no-such-case' | AttachRefusal | null> {
    const locked = await lockCase(services.db, staff, caseId)
    if (!locked) return 'no-such-case'
    const outcome = addAttachment(locked.state, actorOf(staff), ANY_FILE)
    return outcome.ok ? null : outcome.refusal
  },

  async lay(services: Services, staff: Staff, caseId: string, file: File): Promise<'no-such-case' | AttachRefusal | null> {
    const locked = await lockCase(services.db, staff, caseId)
    if (!locked) return 'no-such-case'
    const opened = await openScene(locked, services, services.clock())
    const { scene, outcome, inPlaceOf } = await inCapacity<AttachRefusal>(opened, actorOf(staff), ({ state, texts }, by) => addAttachment(state, by, { ...file, name: texts.add('attachment', file.name) }))
    if (!outcome.ok) return outcome.refusal
    await recordScene(scene, outcome.facts, { actor: staff.personId, inPlaceOf })
    return null
  },
}

/** A case by what the person knows of it. */
export const caseKey = ({ number, code }: Known) => ({ number, codeDigest: codeDigest(number, code), registerCode: registerCodeOf(number) })

interface Known { number: string; code: string }
const lockKnown = (services: Services, { number, code }: Known): Promise<LockedCase | null> => lockCaseByCode(services.db, number, codeDigest(number, code))

/** The same for the person, by number and code. */
export const publicFolder = {
  async open(services: Services, known: Known): Promise<{ ok: true; institutionId: string; caseId: string; maxBytes: number } | { ok: false; refusal: 'no-such-case' | AttachPubliclyRefusal }> {
    const locked = await lockKnown(services, known)
    if (!locked) return { ok: false, refusal: 'no-such-case' }
    const { state } = locked
    const { attachments: most, megabytes } = publicPages(await policyByDigest(services.db, state.policy))
    const outcome = addPublicAttachment(state, ANY_FILE, { laid: 0, most })
    // Whether there is room and the case goes on is asked when the file is known: the one sent again has been laid, whatever came after it.
    if (!outcome.ok && outcome.refusal === 'attachments-not-taken') return outcome
    return { ok: true, institutionId: state.institutionId, caseId: state.id, maxBytes: megabytes * MEGABYTE }
  },

  async lay(services: Services, known: Known, file: File): Promise<'no-such-case' | AttachPubliclyRefusal | 'laid-already' | null> {
    const locked = await lockKnown(services, known)
    if (!locked) return 'no-such-case'
    const scene = await openScene(locked, services, services.clock())
    const laid = laidByPerson(await attachmentEntries(services.db, scene.state.institutionId, scene.state.id))
    if (laid.includes(file.contentDigest)) return 'laid-already'
    const { attachments: most } = publicPages(scene.rules.policy)
    const outcome = addPublicAttachment(scene.state, { ...file, name: scene.texts.add('attachment', file.name) }, { laid: laid.length, most })
    if (!outcome.ok) return outcome.refusal
    await recordScene(scene, outcome.facts, { actor: 'public' })
    return null
  },
}
