import { setCover, setSkills } from '@daodi/contract/staff/roster/roster.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/call.ts'
import { Field } from '../shared/field.tsx'
import '../shared/form.css'
import { PersonPicker, type Person } from '../shared/person-picker.tsx'
import { ErrorState } from '../shared/states.tsx'
import type { RosterPerson } from './roster-query.ts'

/** What somebody can do, and who stands in for them. */
export function PersonDialog({ person, onClose }: { person: RosterPerson; onClose: () => void }) {
  const { t } = useTranslation('roster')
  const { t: shared } = useTranslation('shared')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [skills, setSkillsDraft] = useState<string[]>(person.skills)
  const [deputy, setDeputy] = useState<Person | null | undefined>(undefined)
  const save = useMutation({
    mutationFn: async () => {
      await call(setSkills, { params: { personId: person.id }, body: { skills } })
      if (deputy !== undefined) await call(setCover, { params: { personId: person.id }, body: { deputyId: deputy?.id ?? null } })
    },
    onSuccess: () => { message.success(t('week.saved')); onClose() },
    onSettled: () => queries.invalidateQueries({ queryKey: ['roster'] }),
  })
  return (
    <Modal open title={t('week.personTitle', { name: person.name })} onCancel={onClose} onOk={() => save.mutate()} okText={shared('act.save')} confirmLoading={save.isPending}>
      <div className="roster-form">
        {save.error !== null && <ErrorState error={save.error} />}
        <Field id="person-skills" label={t('week.skills')} hint={t('week.skillsHint')}>
          <Select mode="tags" id="person-skills" value={skills} open={false} suffixIcon={null} onChange={(next: string[]) => setSkillsDraft(next.map((one) => one.trim()).filter(Boolean))} />
        </Field>
        <Field id="person-cover" label={t('week.cover')}><PersonPicker id="person-cover" value={deputy ?? null} onChange={setDeputy} except={person.id} /></Field>
      </div>
    </Modal>
  )
}
