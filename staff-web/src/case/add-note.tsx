import { addNote } from '@daodi/contract/staff/cases/add-note.ts'
import { Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActForm, useFaults } from './act-form.tsx'
import type { ActProps } from './act-dialog.tsx'
import { useDraft } from './drafts.ts'
import { TextField } from './fields.tsx'
import { useAct } from './use-act.ts'

type NoteKind = 'progress' | 'interim'

export function AddNote({ view, onClose }: ActProps) {
  const { t } = useTranslation('case')
  const [draft, setDraft, clear] = useDraft<{ kind: NoteKind; text: string; public: boolean }>(`${view.id} note`, { kind: 'progress', text: '', public: false })
  const act = useAct(addNote, view.id, () => { clear(); onClose() })
  const faults = useFaults(act.error)
  return (
    <ActForm
      title={t('acts.name.addNote')} error={act.error} pending={act.isPending} ready={draft.text.trim() !== ''} onClose={onClose}
      onSubmit={() => act.mutate({ kind: draft.kind, text: draft.text, public: draft.public })}
    >
      <div className="act-field">
        <span id="note-kind">{t('acts.addNote.kind')}</span>
        <Radio.Group
          aria-labelledby="note-kind" optionType="button" value={draft.kind}
          options={[{ value: 'progress', label: t('acts.addNote.progress') }, { value: 'interim', label: t('acts.addNote.interim') }]}
          onChange={(event) => { const kind = event.target.value as NoteKind; setDraft({ ...draft, kind, public: kind === 'interim' }) }}
        />
      </div>
      <TextField id="note-text" label={t('acts.addNote.text')} value={draft.text} onChange={(text) => setDraft({ ...draft, text })} fault={faults['/text']} autoFocus />
      <Checkbox checked={draft.public} disabled={draft.kind === 'interim'} onChange={(event) => setDraft({ ...draft, public: event.target.checked })}>{t('acts.addNote.public')}</Checkbox>
    </ActForm>
  )
}
