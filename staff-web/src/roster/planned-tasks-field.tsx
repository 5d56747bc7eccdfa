import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Kind } from './roster-query.ts'

type CommonTask = Kind['tasks'][number]

/** What every shift of the kind has to do, and before when. */
export function CommonTasksField({ value, onChange }: { value: readonly CommonTask[]; onChange: (tasks: CommonTask[]) => void }) {
  const { t } = useTranslation('roster')
  const set = (index: number, change: Partial<CommonTask>) => onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <fieldset className="roster-days roster-rows">
      <legend className="muted">{t('week.tasks')}</legend>
      {value.map((one, index) => (
        <div key={index} className="roster-row">
          <Input value={one.task} maxLength={80} placeholder={t('week.task')} aria-label={t('week.task')} onChange={(event) => set(index, { task: event.target.value })} />
          <Input type="time" value={one.by ?? ''} aria-label={t('week.by')} onChange={(event) => set(index, { by: event.target.value === '' ? null : event.target.value })} />
          <Button type="text" icon={<DeleteOutlined aria-hidden="true" />} aria-label={t('week.removeTask', { task: one.task })} onClick={() => onChange(value.filter((_, at) => at !== index))} />
        </div>
      ))}
      <div><Button size="small" disabled={value.length >= 30} onClick={() => onChange([...value, { task: '', by: null }])}>{t('week.addTask')}</Button></div>
      <p className="faint">{t('week.tasksHint')}</p>
    </fieldset>
  )
}
