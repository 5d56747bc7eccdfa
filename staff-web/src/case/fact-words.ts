import { useTranslation } from 'react-i18next'
import { type Formats, useFormat } from '../shared/format.ts'
import { isFaceToFace } from './case-query.ts'
import { COURSE_SENTENCES } from './fact-words-course.ts'
import type { TimelineEntry } from './case-query.ts'
import { CARE_SENTENCES } from './fact-words-care.ts'
import { besides, COOPERATION_SENTENCES } from './fact-words-cooperation.ts'

type CaseText = ReturnType<typeof useTranslation<'case'>>['t']
type SharedText = ReturnType<typeof useTranslation<'shared'>>['t']
export interface Words { readonly t: CaseText; readonly shared: SharedText; readonly format: Formats; readonly channel: string }

/** A fact in words: what follows the actor's name. */
export function useFactWords(channel: string): (entry: TimelineEntry) => string {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const format = useFormat()
  return (entry) => {
    const say = SENTENCES[entry.kind] ?? COOPERATION_SENTENCES[entry.kind] ?? CARE_SENTENCES[entry.kind]
    const words = { t, shared, format, channel }
    const params = read(entry, words)
    return say === undefined ? t('fact.unknown', { kind: entry.kind }) : say(params, words, entry) + besides(params, words)
  }
}

/** The parameters of a fact, each read as what the sentence needs; a missing one reads as nothing rather than as "undefined". */
export interface Read {
  readonly text: (name: string) => string
  readonly list: (name: string) => string
  readonly count: (name: string) => number
  readonly is: (name: string) => boolean
  /** The word for a code; the bare code when this page is older than it. */
  readonly code: (table: string, name: string) => string
}

function read(entry: TimelineEntry, { t, shared }: Pick<Words, 't' | 'shared'>): Read {
  const value = (name: string) => entry.params[name]
  const text = (name: string) => { const one = value(name); return typeof one === 'string' || typeof one === 'number' ? String(one) : '' }
  return {
    text,
    list: (name) => { const one = value(name); return Array.isArray(one) ? one.join(t('fact.separator')) : text(name) },
    count: (name) => { const one = value(name); return Array.isArray(one) ? one.length : typeof one === 'number' ? one : 0 },
    is: (name) => value(name) === true,
    code: (table, name) => (shared as (key: string, options: { defaultValue: string }) => string)(`${table}.${text(name)}`, { defaultValue: text(name) }),
  }
}

/** Answers go out by other ways than questions come in: a visit is answered face to face. */
function replyChannel(params: Read, t: CaseText): string {
  return (t as (key: string, options: { defaultValue: string }) => string)(`replyChannel.${params.text('channel')}`, { defaultValue: params.text('channel') })
}

export type Sentence = (params: Read, words: Words, entry: TimelineEntry) => string

const PLAIN = new Set(['subject', 'place', 'matter', 'occurredAt', 'involvedCount', 'involvedNames'])

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'case-registered': (p, { t, format }, entry) => {
    const values = { channel: p.code('channel', 'channel'), unit: p.text('unit'), firstContact: p.text('firstContact') }
    const where = (p.text('occurredAt') === '' ? '' : t('fact.occurred', { when: format.formatInstant(p.text('occurredAt')) })) + (p.text('place') === '' ? '' : t('fact.at', { place: p.text('place') }))
    if (entry.actor.as === 'public') return t('fact.registeredPublic', values) + where
    const rang = p.count('rings') > 0 ? t('fact.rang', { count: p.count('rings') }) : ''
    const steps = p.text('receptionSteps') === '' ? '' : t('fact.receptionSteps', { steps: p.text('receptionSteps') })
    return (values.firstContact === '' || values.firstContact === entry.actor.name ? t('fact.registered', values) : t('fact.registeredFor', values)) + rang + steps + where
  },
  'case-decided': (p, { t, channel }) => {
    const branch = p.text('branch')
    const known = branch === 'onSpot' || branch === 'mine' || branch === 'colleague' || branch === 'otherUnit' || branch === 'notOurs' || branch === 'unclear'
    if (branch === 'onSpot' && !isFaceToFace(channel)) return t('fact.decided.straight')
    return t(`fact.decided.${known ? branch : 'other'}`)
  },
  'referral-made': (p, { t }) => {
    const to = [p.text('toUnit'), p.text('toPerson')].filter((part) => part !== '').join(' ')
    return t(p.is('escorted') ? 'fact.referredEscorted' : 'fact.referred', { to })
  },
  'referral-accepted': (p, { t }, entry) => p.text('person') === '' || p.text('person') === entry.actor.name ? t('fact.accepted') : t('fact.acceptedBy', { person: p.text('person'), unit: p.text('unit') }),
  'referral-returned': (p, { t }) => {
    const values = { unit: p.text('fromUnit'), count: p.count('count'), suggested: p.text('suggestedUnit') }
    return values.suggested === '' ? t('fact.returned', values) : t('fact.returnedSuggesting', values)
  },
  'referral-withdrawn': (p, { t }) => t('fact.referralWithdrawn', { unit: p.text('toUnit') }),
  'ruling-asked': (p, { t }) => t('fact.rulingAsked', { arbiters: p.list('arbiters') }),
  'ruling-given': (p, { t }) => t(p.is('binding') ? 'fact.rulingBinding' : 'fact.rulingGiven', { person: p.text('person'), unit: p.text('unit') }),
  'promise-made': (p, { t, format }) => t('fact.promised', { when: p.text('dueAt') === '' ? '' : format.formatDueInstant(p.text('dueAt'), p.is('estimated')) }),
  'notice-issued': (p, { t }) => {
    const values = { missing: p.list('missing'), given: p.list('given'), count: p.count('missing') }
    const sentence = values.count === 0 ? t('fact.noticeComplete', values) : values.given === '' ? t('fact.noticeMissing', values) : t('fact.noticeMissingGiven', values)
    return p.is('breach') ? sentence + t('fact.noticeBreach') : sentence
  },
  'papers-taken': (p, { t }) => t('fact.papersTaken', { papers: p.list('papers'), receipt: p.text('receiptNumber') }),
  'papers-returned': (p, { t }) => t('fact.papersReturned', { papers: p.list('papers') }),
  'papers-complete': (_, { t }) => t('fact.papersComplete'),
  'note-added': (p, { t }) => t(p.text('kind') === 'interim' ? 'fact.interim' : 'fact.progress'),
  'case-resolved': (p, { t }) => t('fact.resolved', { outcome: p.code('outcome', 'outcome') }),
  'result-returned': (_, { t }) => t('fact.resultReturned'),
  'person-told': (p, { t }) => t('fact.told', { channel: replyChannel(p, t) }),
  'contact-failed': (p, { t }) => t('fact.contactFailed', { channel: replyChannel(p, t), count: p.count('count') }),
  'case-closed': (p, { t }) => t(p.is('unreached') ? 'fact.closedUnreached' : 'fact.closed', { outcome: p.code('outcome', 'outcome') }),
  'case-reopened': (p, { t }) => {
    const date = p.text('date')
    const sentence = t(p.text('by') === 'public' ? 'fact.reopenedPublic' : 'fact.reopenedStaff', { round: p.text('round') })
    return date === 'kept' || date === 'moved' || date === 'anew' ? sentence + t(`fact.dateAgain.${date}`) : sentence
  },
  'case-withdrawn': (p, { t }) => t(p.text('by') === 'public' ? 'fact.withdrawnPublic' : 'fact.withdrawn'),
  'field-corrected': (p, { t, format }) => {
    const field = (t as (key: string, options: { defaultValue: string }) => string)(`fact.field.${p.text('field')}`, { defaultValue: t('fact.field.other') })
    if (p.text('field') === 'matter' && p.text('before') === '' && p.text('after') !== '') return t('fact.matterSet', { after: p.text('after') })
    const value = (name: string) => (p.text('field') === 'occurredAt' && p.text(name) !== '' ? format.formatInstant(p.text(name)) : p.text(name))
    // Codes and what is told of the person are not for a sentence; these are.
    return PLAIN.has(p.text('field')) && p.text('before') !== '' ? t('fact.correctedFromTo', { field, before: value('before'), after: value('after') }) : t('fact.corrected', { field })
  },
  'information-added': (_, { t }) => t('fact.informationAdded'),
  'case-rated': (p, { t, shared }, entry) => {
    const grade = (shared as (key: string, options: { defaultValue: string }) => string)(`grade.g${p.text('grade')}`, { defaultValue: p.text('grade') })
    const { solved } = entry.params
    const sentence = solved === true ? t('fact.ratedSolved', { grade }) : solved === false ? t('fact.ratedUnsolved', { grade }) : t('fact.rated', { grade })
    return p.list('reasons') === '' ? sentence : sentence + t('fact.reasons', { reasons: p.list('reasons') })
  },
  'attachment-added': (p, { t }) => p.text('name') === '' ? t('fact.attachment') : t('fact.attachmentNamed', { name: p.text('name') }),
  'requester-revealed': (p, { t }) => p.text('form') === '' ? t('fact.revealed') : t('fact.revealedOnPaper', { form: p.code('printedForm', 'form') }),
  'obligation-warned': (p, { t }) => t('fact.warned', { owner: p.text('owner'), kind: p.code('obligation', 'kind') }),
  'obligation-late': (p, { t }) => t('fact.late', { owner: p.text('owner'), kind: p.code('obligation', 'kind') }),
  'obligation-climbed': (p, { t }) => t('fact.climbed', { kind: p.code('obligation', 'kind'), rung: p.text('rung'), people: p.list('people') }),
  'requester-erased': (_, { t }) => t('fact.erased'),
  ...COURSE_SENTENCES,
  succession: (p, { t }) => t('fact.succession', { from: p.text('from'), to: p.text('to') }),
}
