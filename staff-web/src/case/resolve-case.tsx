import { REPLY_MAX } from '@daodi/contract/shared/text.ts'
import { resolveCase } from '@daodi/contract/staff/cases/resolve-case.ts'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shared/me.ts'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { given, LineField, TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

type Result = 'solved' | 'explained' | 'outside'
interface ResolutionDraft { readonly outcome: Result; readonly text: string; readonly citation: string; readonly where: string; readonly phone: string }
const RESULTS = ['solved', 'explained', 'outside'] as const satisfies readonly Result[]

export function ResolveCase({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const { settings } = useMe()
  const [draft, setDraft, clear] = useDraft<ResolutionDraft>(`${view.id} resolve`, { outcome: 'solved', text: '', citation: '', where: '', phone: '' })
  const act = useAct(resolveCase, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  const outside = draft.outcome === 'outside'
  const cited = settings.citationCategories.includes(view.category) || view.matter?.cites === true
  const released = settings.firstContactUntil === 'signedFor' && view.handler.personId !== view.firstContact.personId
  const replier = settings.replyBy === 'leader' ? t('acts.resolve.leader') : settings.replyBy === 'handler' || released ? view.handler.personName : view.firstContact.personName
  return (
    <ActForm
      title={t('acts.name.resolveCase')} intro={t('acts.resolve.next', { name: replier })} error={act.error} pending={act.isPending}
      ready={draft.text.trim() !== '' && (!cited || draft.citation.trim() !== '')} onClose={onClose}
      onSubmit={() => act.mutate({ outcome: draft.outcome, text: draft.text, citation: given(draft.citation), ...(outside ? { where: given(draft.where), phone: given(draft.phone) } : {}) })}
    >
      <div className="act-field">
        <span id="resolve-outcome">{t('acts.resolve.outcome')}</span>
        <Radio.Group
          aria-labelledby="resolve-outcome" optionType="button" value={draft.outcome} options={RESULTS.map((value) => ({ value, label: t(`acts.resolve.${value}`) }))}
          onChange={(event) => setDraft({ ...draft, outcome: event.target.value as Result })}
        />
      </div>
      <TextField id="resolve-text" label={t('acts.resolve.text')} value={draft.text} onChange={(text) => setDraft({ ...draft, text })} fault={faults['/text']} max={REPLY_MAX} rows={6} autoFocus />
      <LineField id="resolve-citation" label={t('acts.resolve.citation')} value={draft.citation} onChange={(citation) => setDraft({ ...draft, citation })} fault={faults['/citation']} hint={cited ? t('acts.resolve.citationNeeded') : ''} max={300} />
      {outside && (
        <div className="act-pair">
          <LineField id="resolve-where" label={t('acts.resolve.where')} value={draft.where} onChange={(where) => setDraft({ ...draft, where })} fault={faults['/where']} max={200} />
          <LineField id="resolve-phone" label={t('acts.resolve.phone')} value={draft.phone} onChange={(phone) => setDraft({ ...draft, phone })} fault={faults['/phone']} max={30} />
        </div>
      )}
    </ActForm>
  )
}
