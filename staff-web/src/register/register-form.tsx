import { SUBJECT_MAX } from '@daodi/contract/shared/text.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cleanLine } from '../shared/clean-text.ts'
import { EmergencyButton } from '../shared/emergency-button.tsx'
import { useMe } from '../shared/me.ts'
import { SendingFault } from '../shared/sending-fault.tsx'
import { isForOther, WaysOn } from './asked-first.tsx'
import { AskLine } from './ask-line.tsx'
import { Aside, type MergeTarget } from './aside.tsx'
import { type Away, useAway } from './away.ts'
import { Branches } from './branches.tsx'
import { ConfirmOnSpot } from './confirm-on-spot.tsx'
import { EverydayRow, focusEveryday } from './everyday-row.tsx'
import { deskIdOf } from './desk-choice.tsx'
import { togetherAsked } from './together.tsx'
import { decisionOf, prefilled } from './decide.ts'
import { bodyOf, type BranchName, categoryOf, type Draft, guessOf, type Matter, matterOf, mustCite, nameOf, wordedOf } from './draft.ts'
import { lacking, type Lack } from './lacking.ts'
import { MatterList } from './matter-list.tsx'
import { Panel } from './panel.tsx'
import { readLine, splitSubject } from './read-line.ts'
import { Reception } from './reception.tsx'
import { useKnownRequester } from './use-known-requester.ts'
import { branchFor, standsComplete } from './use-everyday.ts'
import { useRegisterKeys } from './use-register-keys.ts'
import { type Taking, useTakingOn } from './use-taking-on.ts'
import type { Registered, useRegistration } from './use-registration.ts'
import { useSuggestions } from './use-suggestions.ts'
import { WhoRow } from './who-row.tsx'

const LACKS = { needSubject: 'panel.needSubject', readBack: 'panel.readBackNeeded', requester: 'panel.requesterNeeded', pair: 'panel.pairNeeded', askedFirst: 'askedFirst.choose', ahead: 'panel.ahead' } as const

/** What was filled in for another question does not belong to this one. */
const NOTHING_FILLED = { text: null, citation: null, papers: null, unitId: undefined, person: undefined, reason: null, promisedAt: null, away: null, calls: [], relay: false, relayText: '' } as const satisfies Partial<Draft>

interface FormProps { draft: Draft; change: (patch: Partial<Draft>) => void; clear: () => void; registration: ReturnType<typeof useRegistration> }

export function RegisterForm({ draft, change, clear, registration }: FormProps) {
  const { t } = useTranslation('register')
  const me = useMe()
  const line = useRef<HTMLInputElement>(null)
  const [lack, setLack] = useState<Lack | null>(null)
  const [cleared, setCleared] = useState<Draft | null>(null)
  const [confirming, setConfirming] = useState(false)
  const { suggestions, matter, matters, category, cite, guess, kindOf } = useMatters(draft, change)
  const fillWith = (branch: BranchName, away: Away | null) => prefilled(draft, branch, matter ?? (branch === 'otherUnit' ? guess : null), { t, ownUnitId: me.unit.id, away })
  const away = useAway(draft, personIn(draft.branch, fillWith))
  const fill = (branch: BranchName) => fillWith(branch, branch === draft.branch ? away : null)
  const decisionFor = (branch: BranchName) => {
    const decision = decisionOf(draft, branch, fill(branch))
    return cite && decision?.branch === 'onSpot' && decision.citation === undefined ? null : decision
  }
  const forOther = isForOther(draft, me)
  const taking = useTakingOn({ matter, guess }, draft)
  const onSpot = decisionFor('onSpot')
  const standing = onSpot?.branch === 'onSpot' ? onSpot : null

  const complete = (of: Draft = draft, given: Draft['category'] = category) => {
    const missing = lacking(of, given, me)
    setLack(missing)
    if (missing?.say === 'entry' || missing?.say === 'ahead') change({ more: true })
    if (missing?.field === 'line') line.current?.focus(); else if (missing) focusSoon(missing.field)
    return missing === null
  }
  /** A repeat is registered as what it is, and goes to the case that is being handled: nothing is decided twice. */
  const merge = (into: MergeTarget) => { if (complete()) registration.send(bodyOf(draft, matter, null, deskIdOf(draft, me)), into) }
  /** Whoever was asked first decides it. */
  const hand = () => { if (complete()) registration.send(bodyOf(draft, matter, null)) }
  const submit = (branch: BranchName) => {
    // What is nobody's here is under none of our matters, unless somebody chose one.
    const under = branch === 'notOurs' && draft.matter === undefined ? null : matter
    if (!complete(draft, kindOf(under))) return
    const decision = decisionFor(branch)
    if (decision) registration.send(bodyOf(draft, under, decision, deskIdOf(draft, me)))
  }
  const decide = (branch: BranchName, edit = false) => {
    if (draft.line.trim() === '') { setLack({ say: 'needSubject', field: 'line' }); line.current?.focus(); return }
    if (forOther) { if (branch === 'onSpot') hand(); return }
    if (branch === 'mine' && taking.holds()) return
    // An answer that stands in the matter is shown with one key and given with the next; everything else opens its panel.
    const sure = draft.matter !== undefined || suggestions.settled
    if (branch !== 'onSpot' || !standing || !sure || edit || draft.branch !== null) { setConfirming(false); change({ branch }) } else if (confirming) submit('onSpot')
    else if (complete()) setConfirming(true)
  }
  const close = () => { setConfirming(false); change({ branch: null }); registration.forgetError(); line.current?.focus() }
  /** An everyday matter brings its question, owner and limit: what is ready waits for one more Enter. */
  const take = (chosen: Matter) => {
    const branch = branchFor(chosen, me)
    const patch = { line: chosen.name, matter: chosen, ...NOTHING_FILLED }
    if (forOther || !complete({ ...draft, ...patch }, categoryOf(draft, chosen))) { change(patch); return }
    const shown = branch === 'onSpot' && standsComplete(chosen, me.settings.citationCategories)
    setConfirming(shown)
    change({ ...patch, branch: shown ? null : branch })
  }
  const step = (by: 1 | -1) => {
    if (matters.length === 0) { if (by === 1) focusEveryday(); return }
    const at = matters.findIndex((one) => one.id === matter?.id)
    const next = at + by
    change({ matter: next < 0 ? null : matters[Math.min(next, matters.length - 1)] ?? null })
  }
  const asked = confirming && draft.branch === null ? standing : null
  const openBranch = asked ? 'onSpot' : draft.branch
  useRegisterKeys({ decide, step, close, open: openBranch, hand, forOther, submit: () => { const panel = document.querySelector<HTMLFormElement>('form.panel'); if (panel) panel.requestSubmit(); else if (openBranch) submit(openBranch) }, toLine: () => line.current?.focus(), toAskedFirst: () => { change({ more: true }); focusSoon('who-askedFirst') }, toTogether: togetherAsked(me.settings) ? () => { change({ more: true }); focusSoon('who-together') } : null })

  return (
    <>
      <AskLine draft={draft} change={(patch) => { setLack(null); setCleared(null); setConfirming(false); change(patch) }} open={openBranch !== null} field={line} matter={matter} onStep={step} onEnter={(edit) => decide('onSpot', edit)} />
      <WhoRow draft={draft} change={(patch) => { setLack(null); change(patch) }} category={category} visits={suggestions.data?.requesterCases.length ?? 0} onBack={() => line.current?.focus()}>
        <EmergencyButton known={typedSoFar(draft)} onRaised={clear} />
      </WhoRow>
      <Reception draft={draft} change={change} />
      <p className="lack" role="alert">{lack !== null && <LackWords lack={lack} />}</p>
      <div className={openBranch ? 'cols cols-quiet' : 'cols'}>
        <MatterList
          everyday={<EverydayRow line={line} onTake={take} />}
          matters={matters} chosen={matter} typed={draft.line.trim() !== ''} failed={suggestions.failed} suggestions={suggestions.data} open={openBranch !== null}
          onChoose={(chosen) => { change({ matter: chosen }); if (openBranch === null) line.current?.focus() }}
        />
        <Aside suggestions={suggestions.data} matter={matter} name={nameOf(draft).trim()} onEdit={() => decide('onSpot', true)} onMerge={merge} />
      </div>
      <WaysOn draft={draft} forOther={forOther} sending={registration.sending} onHand={hand}>
        <Branches open={openBranch} ready={standing !== null && draft.text === null} busy={registration.sending} onDecide={decide} />
      </WaysOn>
      <TakingOn taking={taking} taken={draft.branch === 'mine'} />
      <GuessHint draft={draft} guess={guess} unitId={fill('otherUnit').unitId} />
      {asked && (
        <ConfirmOnSpot
          draft={draft} subject={bodyOf(draft, matter, asked).subject} matter={matter} answer={asked} error={registration.error} sending={registration.sending}
          onConfirm={() => submit('onSpot')} onRetry={registration.sendAgain} onEdit={() => decide('onSpot', true)} onBack={close}
        />
      )}
      {draft.branch && (
        <Panel
          key={draft.branch} draft={draft} branch={draft.branch} matter={matter} filled={fill(draft.branch)} change={change} cite={cite} error={registration.error}
          ready={decisionFor(draft.branch) !== null} sending={registration.sending} onSubmit={() => { if (draft.branch) submit(draft.branch) }} onClose={close}
        />
      )}
      {openBranch === null && registration.error && <SendingFault error={registration.error} onRetry={registration.sendAgain} />}
      <ClearLine
        empty={draft.line === ''} cleared={cleared !== null} onUndo={() => { if (cleared) change(cleared); setCleared(null) }}
        onClear={() => { setCleared(draft); setConfirming(false); clear(); registration.forgetError(); line.current?.focus() }}
        last={registration.last} onLast={registration.showLast}
      />
    </>
  )
}

/** Whom the branch that is open goes to. */
function personIn(branch: BranchName | null, fill: (branch: BranchName, away: null) => { person: { id: string } | null }): string | null {
  return branch === null ? null : fill(branch, null).person?.id ?? null
}

/** What is still asked for, in words. */
function LackWords({ lack }: { lack: Lack }) {
  const { t } = useTranslation('register')
  if (lack.say !== 'entry') return t(LACKS[lack.say])
  return t('panel.entryNeeded', { fields: (lack.fields ?? []).map((field) => t(`who.${field}`)).join(t('panel.listComma')) })
}

/** The matters it could be, and what follows from the one that goes with the case. */
function useMatters(draft: Draft, change: (patch: Partial<Draft>) => void) {
  const me = useMe()
  const suggestions = useSuggestions(draft)
  useKnownRequester(draft, suggestions.data, change)
  const matter = matterOf(draft, suggestions.data)
  const matters = suggestions.data?.matters.slice(0, 6) ?? []
  const worded = wordedOf(suggestions.data, me.settings.categories)
  const kindOf = (under: Matter | null) => categoryOf(draft, under, worded)
  const category = kindOf(matter)
  const cite = mustCite(matter, category, me.settings.citationCategories)
  const guess = guessOf(draft, suggestions.data)
  return { suggestions, matter, matters, category, cite, guess, kindOf }
}

/** Begins anew; a slip is taken back. */
function ClearLine({ empty, cleared, last, onClear, onUndo, onLast }: { empty: boolean; cleared: boolean; last: Registered | null; onClear: () => void; onUndo: () => void; onLast: () => void }) {
  const { t } = useTranslation('register')
  return (
    <div className="register-end">
      {empty && last !== null && <button type="button" className="bare link register-last" onClick={onLast}>{t('last', { number: last.number })}</button>}
      {cleared
        ? <span role="status" className="muted">{t('cleared')} <button type="button" className="bare link" onClick={onUndo}>{t('undo')}</button></span>
        : !empty && <button type="button" className="bare muted" onClick={onClear}>{t('clear')}</button>}
    </div>
  )
}

/** After React has drawn the field. */
function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus())
}

/** Whose it is, before somebody takes it on all the same. */
function TakingOn({ taking: { asked: matter, guessed }, taken }: { taking: Taking; taken: boolean }) {
  const { t } = useTranslation('register')
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => { line.current?.scrollIntoView({ block: 'nearest' }) }, [matter])
  if (matter === null) return null
  const owner = [matter.unitName, matter.personName, matter.room, matter.phone].filter(Boolean).join(' · ')
  return <p ref={line} className="taking-on" role="status">{t(guessed ? 'taking.likely' : 'taking.owner', { matter: matter.name, owner })} {t(taken ? 'taking.taken' : 'taking.again', { unit: matter.unitName })}</p>
}

/** Says that the unit was only guessed. */
function GuessHint({ draft, guess, unitId }: { draft: Draft; guess: Matter | null; unitId: string | null }) {
  const { t } = useTranslation('register')
  if (guess === null || draft.branch !== 'otherUnit' || draft.unitId !== undefined || unitId !== guess.unitId) return null
  return <p className="soon-text" role="status">{t('panel.guess', { matter: guess.name, unit: guess.unitName })}</p>
}

/** What was typed so far goes along with an emergency; nothing is asked for. */
function typedSoFar(draft: Draft) {
  const { subject } = splitSubject(cleanLine(readLine(draft.line).subject) ?? '', SUBJECT_MAX)
  return { subject: subject === '' ? undefined : subject, place: cleanLine(draft.place) }
}
