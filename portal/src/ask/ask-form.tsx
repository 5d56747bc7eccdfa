import { useState } from 'preact/hooks'
import { chosenInstitution } from '../shared/chosen-institution.ts'
import { faultsOf, type Faults } from '../shared/faults.ts'
import { Choice, Field } from '../shared/field.tsx'
import { FileField } from '../shared/file-field.tsx'
import { usePortal } from '../shared/portal-context.ts'
import { SendBar } from '../shared/send-bar.tsx'
import type { Files } from '../shared/use-files.ts'
import { useSending } from '../shared/use-sending.ts'
import type { Texts } from '../texts.zh.ts'
import type { Asked, Category, Institution, Question } from '../shared/wire.ts'
import { blankDraft, faultsIn, keepDraft, LIMITS, questionOf, recallDraft, type Draft } from './draft.ts'
import { HintCard } from './hint.tsx'
import type { ReceiptRecord } from './receipt-record.ts'
import { useHint } from './use-hint.ts'

export function AskForm({ files, onSent }: { files: Files; onSent: (receipt: ReceiptRecord) => void }) {
  const { texts, info } = usePortal()
  const start = firstInstitution(info.institutions)
  const [draft, setDraft] = useState(() => withKnownInstitution(recallDraft(start), info.institutions, start))
  const [seen, setSeen] = useState<Faults>({})
  const institution = info.institutions.find((each) => each.id === draft.institutionId)
  const { phase, send, sendAgain, letGo } = useSending('/api/public/cases', 'ask', (asked) => onSent({ ...asked as Asked, declined: draft.contact === 'decline', institutionName: institution?.name ?? '' }))
  const faults = phase.name === 'refused' && Object.keys(seen).length === 0 ? faultsOf(phase.refusal, texts) : seen
  const frozen = phase.name === 'sending' || phase.name === 'unclear'
  const hint = useHint(draft.institutionId, draft.subject, draft.content)
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part }
    keepDraft(changed)
    setDraft(changed)
    // What has been put right is not held against anybody any longer.
    const left = faultsIn(changed, texts)
    setSeen(Object.fromEntries(Object.entries(left).filter(([pointer]) => pointer in seen)))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (frozen) return
    const found = faultsIn(draft, texts)
    setSeen(found)
    if (Object.keys(found).length === 0) send(questionOf(draft, channelHere()))
  }
  return (
    <form onSubmit={submit} noValidate>
      <h1>{texts.ask.title}</h1>
      <p class="lead">{texts.ask.lead}</p>
      <fieldset class="bare" disabled={frozen}>
        {info.institutions.length > 1 && (
          <Choice pointer="/institutionId" legend={texts.ask.institution} name="institution" shape="rows" faults={faults} value={draft.institutionId}
            options={info.institutions.map((each) => [each.id, each.name] as const)} onChange={(institutionId) => change({ institutionId, category: 'unsure' })} />
        )}
        <Field pointer="/subject" label={texts.ask.subject} hint={texts.ask.subjectHint} rows={2} max={LIMITS.subject} faults={faults}
          value={draft.subject} onChange={(subject) => change({ subject: subject.replace(/[\r\n]+/g, ' ') })} />
        <Field pointer="/content" label={texts.ask.content} hint={texts.ask.contentHint} rows={5} max={LIMITS.content} faults={faults} optional
          value={draft.content} onChange={(content) => change({ content })} />
        <HintCard hint={hint} />
        {institution && institution.categories.length > 0 && (
          <Choice<Category | 'unsure'> pointer="/category" legend={texts.ask.category} name="category" optional faults={faults} value={draft.category}
            options={[['unsure', texts.ask.categoryNone], ...institution.categories.map((each) => [each, texts.categories[each]] as const)]}
            onChange={(category) => change({ category })} />
        )}
        <Field pointer="/place" label={texts.ask.place} hint={texts.ask.placeHint} max={LIMITS.place} faults={faults} optional
          value={draft.place} onChange={(place) => change({ place })} />
        <FileField files={files} limits={institution?.files ?? null} />
        <Contact draft={draft} change={change} faults={faults} mails={institution?.mails === true} />
      </fieldset>
      <SendBar phase={phase} submit={texts.ask.submit} sendAgain={sendAgain} letGo={letGo} faults={faults} labels={faults === seen ? {} : labelsOf(texts)} />
      <p class="hint">{texts.ask.draft} <button type="button" class="link" disabled={frozen} onClick={() => { setSeen({}); files.clear(); change(blankDraft(start)) }}>{texts.ask.clear}</button></p>
    </form>
  )
}

function Contact({ draft, change, faults, mails }: { draft: Draft; change: (part: Partial<Draft>) => void; faults: Faults; mails: boolean }) {
  const { texts } = usePortal()
  return (
    <>
      <Choice<Draft['contact']> pointer="/requester" legend={texts.ask.contact} name="contact" faults={faults} value={draft.contact}
        options={[['give', texts.ask.give], ['decline', texts.ask.decline]]} onChange={(contact) => change({ contact })} />
      {draft.contact === 'decline'
        ? <p class="notice wait">{texts.ask.declineNote}</p>
        : <>
            <p class="hint">{texts.ask.giveNote}</p>
            <Field pointer="/requester/name" label={texts.ask.name} hint={texts.ask.nameHint} max={LIMITS.name} autoComplete="name" faults={faults}
              value={draft.name} onChange={(name) => change({ name })} />
            <Field pointer="/requester/phone" label={texts.ask.phone} hint={texts.ask.phoneHint} kind="tel" max={LIMITS.phone} autoComplete="tel" faults={faults}
              value={draft.phone} onChange={(phone) => change({ phone })} />
            <Field pointer="/requester/email" label={texts.ask.email} hint={mails ? texts.ask.emailHint : texts.ask.emailPlainHint} kind="email" max={LIMITS.email} autoComplete="email" faults={faults} optional
              value={draft.email} onChange={(email) => change({ email })} />
          </>}
    </>
  )
}

function labelsOf({ ask }: Texts): Record<string, string> {
  return { '/subject': ask.subject, '/content': ask.content, '/place': ask.place, '/requester/name': ask.name, '/requester/phone': ask.phone, '/requester/email': ask.email }
}

/** The one there is, or the one whose QR code was scanned; otherwise the person chooses. */
function firstInstitution(institutions: readonly Institution[]): string {
  const only = institutions.length === 1 ? institutions[0] : institutions.find((each) => each.id === chosenInstitution())
  return only?.id ?? ''
}

function withKnownInstitution(draft: Draft, institutions: readonly Institution[], start: string): Draft {
  const known = institutions.find((each) => each.id === draft.institutionId)
  if (!known) return { ...draft, institutionId: start, category: 'unsure' }
  return draft.category === 'unsure' || known.categories.includes(draft.category) ? draft : { ...draft, category: 'unsure' }
}

function channelHere(): NonNullable<Question['channel']> {
  if (/MicroMessenger/i.test(navigator.userAgent)) return 'wechat'
  return chosenInstitution() ? 'qr' : 'web'
}
