import { CONTENT_MAX } from '@daodi/contract/shared/text.ts'
import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../shared/field.tsx'
import { InstantPicker } from '../shared/instant-picker.tsx'
import { useMe } from '../shared/me.ts'
import { PersonPicker } from '../shared/person-picker.tsx'
import type { Draft } from './draft.ts'

/** A colleague's are in the directory. */
const OF_REQUESTER: ReadonlySet<string> = new Set(['organization', 'address', 'email'])

/** What is seldom needed. */
export function Details({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t } = useTranslation('register')
  const { priorityKinds } = useMe().settings
  const text = (name: 'organization' | 'address' | 'email' | 'place' | 'involvedNames', max: number) => (
    <Field id={`who-${name}`} label={t(`who.${name}`)}>
      <Input id={`who-${name}`} maxLength={max} autoComplete="off" value={draft[name]} disabled={draft.colleague !== null && OF_REQUESTER.has(name)} onChange={(event) => change({ [name]: event.target.value })} />
    </Field>
  )
  return (
    <div className="card details">
      <Field id="who-colleague" label={t('who.colleague')}>
        <PersonPicker id="who-colleague" value={draft.colleague} label={t('who.colleague')} onChange={(colleague) => change({ colleague })} />
      </Field>
      {text('address', 200)}
      {text('organization', 120)}
      {text('email', 200)}
      {text('place', 200)}
      <Field id="who-occurredAt" label={t('who.occurredAt')}>
        <InstantPicker id="who-occurredAt" anyDay value={draft.occurredAt} onChange={(occurredAt) => change({ occurredAt })} />
      </Field>
      <Field id="who-involvedCount" label={t('who.involvedCount')}>
        <Input id="who-involvedCount" inputMode="numeric" maxLength={4} autoComplete="off" value={draft.involvedCount} onChange={(event) => change({ involvedCount: event.target.value.normalize('NFKC').replace(/\D/g, '') })} />
      </Field>
      {text('involvedNames', 300)}
      <div className="details-wide">
        <Field id="who-content" label={t('who.content')}>
          <Input.TextArea id="who-content" autoSize={{ minRows: 2, maxRows: 12 }} maxLength={CONTENT_MAX} value={draft.content} onChange={(event) => change({ content: event.target.value })} />
        </Field>
      </div>
      {priorityKinds.length > 0 && (
        <div className="details-wide details-priority">
          <span id="who-priority">{t('who.firstServed')}</span>
          <Checkbox.Group aria-labelledby="who-priority" value={[...draft.priority]} options={priorityKinds} onChange={(priority) => change({ priority })} />
        </div>
      )}
      <Checkbox checked={draft.declined} disabled={draft.colleague !== null} onChange={(event) => change({ declined: event.target.checked })}>{t('who.declined')}</Checkbox>
      <Checkbox checked={draft.confidential} onChange={(event) => change({ confidential: event.target.checked })}>{t('who.confidential')}</Checkbox>
    </div>
  )
}
