import { addAttachment, type AttachAsk, type AttachRefusal } from '@daodi/domain/cases/add-attachment.ts'
import type { Staff } from '../http/caller.ts'
import type { Services } from '../http/route.ts'
import { inCapacity } from './in-capacity.ts'
import { actorOf, openScene, recordScene } from './scene.ts'
import { lockCase } from './store.ts'

/** A file as its store describes it; the name becomes one of the case's erasable words. */
interface File { attachmentId: string; name: string; contentDigest: string; size: number }

const NOTHING = { id: '', digest: '' }
const ANY_FILE: AttachAsk = { attachmentId: '', name: NOTHING, contentDigest: '', size: 0 }

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
