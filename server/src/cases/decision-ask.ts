import type { z } from 'zod'
import type { Decision } from '@daodi/contract/staff/cases/decision.ts'
import type { Decide } from '@daodi/domain/cases/decide-case.ts'
import { forbiddenPhrase } from '@daodi/domain/cases/phrases.ts'
import type { CaseState } from '@daodi/domain/cases/state.ts'
import type { Policy } from '@daodi/domain/policy/policy.ts'
import { refuse } from '@daodi/domain/outcome.ts'
import { holdersOf, peopleOf, type Surroundings } from '../directory/store.ts'
import type { Texts } from './texts.ts'

export type DecisionInput = z.output<typeof Decision>
type Ready = { ok: true; ask: Decide } | { ok: false; refusal: 'no-such-person' | 'no-such-unit' | 'nobody-in-unit' | 'no-arbiter' }

/** What decides with: the case's channel and units, the policy, the directory around, and where words go. */
export interface DecisionScene { channel: string; firstContact: CaseState['firstContact']; policy: Policy; around: Surroundings; texts: Texts }

/** Turns a decision from the wire into the domain's question, with people and units that exist. */
export function decisionAsk(input: DecisionInput, scene: DecisionScene): Ready {
  const { texts, policy, around } = scene
  switch (input.branch) {
    case 'onSpot': case 'notOurs': {
      const direction = input.branch === 'notOurs' ? texts.add('direction', JSON.stringify({ where: input.where, phone: input.phone ?? null })) : null
      const citation = input.branch === 'onSpot' ? texts.maybe('citation', input.citation) : null
      const settled = { text: texts.add('resolution', input.text), citation, direction, channel: input.channel ?? replyChannel(scene.channel), phrase: forbiddenPhrase(input.text, policy) }
      return { ok: true, ask: { branch: input.branch, ...settled } }
    }
    case 'mine': {
      const notice = input.papers ? { papers: texts.add('papers', JSON.stringify(input.papers)), given: input.papers.map((paper) => paper.given) } : null
      return { ok: true, ask: { branch: 'mine', notice, promisedAt: input.promisedAt ? utc(input.promisedAt) : null, text: texts.maybe('promise', input.text) } }
    }
    case 'colleague': {
      const colleague = around.people.get(input.toPersonId)
      if (!colleague) return refuse('no-such-person')
      return { ok: true, ask: { branch: 'colleague', toUnitId: colleague.unit_id, toPersonId: colleague.id, reason: texts.maybe('reason', input.reason), escorted: false } }
    }
    case 'otherUnit': {
      const problem = receiverProblem(around, input.toUnitId, input.toPersonId)
      if (problem) return refuse(problem)
      return { ok: true, ask: { branch: 'otherUnit', toUnitId: input.toUnitId, toPersonId: input.toPersonId ?? null, reason: texts.add('reason', input.reason), escorted: input.escorted ?? false } }
    }
    case 'unclear': {
      const { unitId } = scene.firstContact
      const arbiters = peopleOf(around, policy.unclear, { handler: unitId, firstContact: unitId, receiver: unitId, institution: around.rootUnitId })
      const [first] = arbiters
      if (!first) return refuse('no-arbiter')
      return { ok: true, ask: { branch: 'unclear', reason: texts.add('reason', input.reason), arbiters: arbiters.filter((holder) => holder.unitId === first.unitId).map((holder) => holder.personId), arbiterUnitId: first.unitId } }
    }
  }
}

/** A referral needs a unit that exists, and in it the named person or at least one person to sign for it. */
export function receiverProblem(around: Surroundings, unitId: string, personId: string | undefined): 'no-such-unit' | 'no-such-person' | 'nobody-in-unit' | null {
  if (!around.units.has(unitId)) return 'no-such-unit'
  if (personId !== undefined) return around.people.get(personId)?.unit_id === unitId ? null : 'no-such-person'
  return around.staffed.has(unitId) || holdersOf(around, unitId, 'head').length > 0 ? null : 'nobody-in-unit'
}

export function utc(instant: string): string {
  return new Date(instant).toISOString()
}

/** The way back to the person: by the way they came where that is one, otherwise in person. */
function replyChannel(channel: string): string {
  return ['visit', 'phone', 'letter', 'web', 'sms', 'wechat'].includes(channel) ? channel : 'visit'
}
