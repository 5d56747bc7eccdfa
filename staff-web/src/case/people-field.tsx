import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { AwayNote } from '../shared/away-note.tsx'
import { Field } from '../shared/field.tsx'
import { type Person, PersonPicker } from '../shared/person-picker.tsx'

/** Several colleagues, one after the other; each can be taken off again. */
export function PeopleField({ id, label, value, onChange, fault, most }: {
  id: string; label: string; value: readonly Person[]; onChange: (people: readonly Person[]) => void; fault?: string | undefined; most: number
}) {
  const shared = useTranslation('shared').t
  return (
    <Field id={id} label={label} fault={fault}>
      {value.length > 0 && (
        <div>
          {value.map((person) => (
            <Tag key={person.id} closable={{ 'aria-label': `${shared('act.remove')} ${person.name}` }} onClose={() => onChange(value.filter((one) => one.id !== person.id))}>{person.name} · {person.unitName}</Tag>
          ))}
        </div>
      )}
      {value.map((person, index) => (
        <AwayNote key={person.id} person={person} keyed={index === 0} onChoose={(deputy) => onChange(value.flatMap((one) => (one.id !== person.id ? [one] : value.some(({ id: known }) => known === deputy.id) ? [] : [deputy])))} />
      ))}
      {value.length < most && <PersonPicker id={id} value={null} onChange={(person) => { if (person !== null && !value.some((one) => one.id === person.id)) onChange([...value, person]) }} label={label} />}
    </Field>
  )
}
