import { askAdvice, giveAdvice } from '@daodi/contract/staff/cases/consult.ts'
import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { useMe } from '../shared/me.ts'
import type { Person } from '../shared/person-picker.tsx'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, TextField } from './fields.tsx'
import { PeopleField } from './people-field.tsx'
import { useAct } from './use-act.ts'

export function AskAdvice({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft(`${view.id} advice`, { question: '', people: [] as readonly Person[], expected: null as string | null, skip: '' })
  const act = useAct(askAdvice, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const { question, people, expected, skip } = draft
  const skips = skip !== '' || (act.error instanceof Refused && act.error.code === 'skip-needs-reason')
  return (
    <ActForm
      title={t('acts.name.askAdvice')} intro={t('together.advice.intro')} error={act.error} pending={act.isPending} ready={question.trim() !== ''} onClose={onClose}
      onSubmit={() => act.mutate({ question, toPersonIds: people.length === 0 ? undefined : people.map(({ id }) => id), expectedAt: expected ?? undefined, skipReason: skips ? given(skip) : undefined })}
    >
      <TextField id="advice-question" label={t('together.advice.question')} value={question} onChange={(next) => setDraft({ ...draft, question: next })} fault={faults['/question']} autoFocus />
      <PeopleField id="advice-who" label={t('together.advice.who')} value={people} onChange={(next) => setDraft({ ...draft, people: next })} fault={faults['/toPersonIds']} most={5} />
      <Field id="advice-expected" label={t('together.advice.expected')} fault={faults['/expectedAt']}>
        <InstantPicker id="advice-expected" value={expected} onChange={(next) => setDraft({ ...draft, expected: next })} />
      </Field>
      {skips && <TextField id="advice-skip" label={t('together.ruling.skip')} value={skip} onChange={(next) => setDraft({ ...draft, skip: next })} fault={faults['/skipReason']} rows={2} />}
    </ActForm>
  )
}

export function GiveAdvice({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const me = useMe()
  const mine = view.cooperation.questions.filter(({ of }) => of.some(({ personId }) => personId === me.id))
  const [chosen, setChosen] = useState<string | null>(mine[0]?.id ?? null)
  const [text, setText, clear] = useDraft(`${view.id} answer`, '')
  const act = useAct(giveAdvice, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.giveAdvice')} error={act.error} pending={act.isPending} ready={chosen !== null && text.trim() !== ''} onClose={onClose}
      onSubmit={() => { if (chosen !== null) act.mutate({ questionId: chosen, text }) }}
    >
      <Radio.Group
        vertical aria-label={t('together.advice.which')} value={chosen} onChange={(event) => setChosen(event.target.value as string)}
        options={mine.map((one) => ({ value: one.id, label: `${one.byName}：${one.text ?? ''}` }))}
      />
      <TextField id="advice-text" label={t('together.advice.answer')} value={text} onChange={setText} fault={faults['/text']} max={REPLY_MAX} autoFocus />
    </ActForm>
  )
}
