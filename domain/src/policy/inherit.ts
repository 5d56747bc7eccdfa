import { given } from '../given.ts'
import type { Policy } from './policy.ts'

/** The settings that are groups: a unit may change one of them and inherit the others. */
type Group = 'required' | 'limits' | 'ladders' | 'callBack' | 'returns' | 'extension' | 'pause' | 'refusalReport' | 'supervision' | 'help' | 'papers' | 'closing' | 'finding' | 'reopening' | 'rating' | 'forbiddenPhrases' | 'notices' | 'publicPages' | 'roster'
  | 'absent' | 'transfers' | 'unsolved' | 'emergency' | 'officeHours'

/** What one unit lays down for itself and everything below it; what it does not say is inherited. */
export type PolicyOverlay = Partial<Omit<Policy, Group>> & { [Name in Group]?: Partial<Policy[Name]> }

/**
 * The policy of a unit, from its parent's and its own settings. Groups merge; lists replace, and so do limits and role
 * references, because an amount without its unit, or a post without its place, would mean something else than was written.
 * A ladder is a list, so an empty one takes the inherited ladder away.
 */
export function inherit(parent: Policy, own: PolicyOverlay): Policy {
  return {
    ...parent, ...given(own),
    required: { ...parent.required, ...given(own.required) },
    limits: { ...parent.limits, ...given(own.limits) },
    ladders: { ...parent.ladders, ...given(own.ladders) },
    callBack: { ...parent.callBack, ...given(own.callBack) },
    returns: { ...parent.returns, ...given(own.returns) },
    extension: { ...parent.extension, ...given(own.extension) },
    pause: { ...parent.pause, ...given(own.pause) },
    refusalReport: { ...parent.refusalReport, ...given(own.refusalReport) },
    supervision: { ...parent.supervision, ...given(own.supervision) },
    help: { ...parent.help, ...given(own.help) },
    papers: { ...parent.papers, ...given(own.papers) },
    closing: { ...parent.closing, ...given(own.closing) },
    finding: { ...parent.finding, ...given(own.finding) },
    reopening: { ...parent.reopening, ...given(own.reopening) },
    // A list of one's own is not mixed with the complaints of another.
    rating: own.rating?.reasons === undefined ? { ...parent.rating, ...given(own.rating) } : { reasons: own.rating.reasons, ...given({ complaints: own.rating.complaints }) },
    forbiddenPhrases: { ...parent.forbiddenPhrases, ...given(own.forbiddenPhrases) },
    ...(parent.notices || own.notices ? { notices: { ...parent.notices, ...given(own.notices) } } : {}),
    ...(parent.publicPages || own.publicPages ? { publicPages: { ...parent.publicPages, ...given(own.publicPages) } } : {}),
    roster: { ...parent.roster, ...given(own.roster) },
    absent: { ...parent.absent, ...given(own.absent) },
    transfers: { ...parent.transfers, ...given(own.transfers) },
    unsolved: { ...parent.unsolved, ...given(own.unsolved) },
    emergency: { ...parent.emergency, ...given(own.emergency) },
    officeHours: { ...parent.officeHours, ...given(own.officeHours) },
  }
}
