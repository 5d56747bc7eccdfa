import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PolicyValue } from './policy-value.tsx'
import { useKeyWord } from './policy-words.ts'
import type { Edited, Problem } from './policy-query.ts'
import { inChapters, useSettingName } from './setting-words.ts'
import { SettingField } from './setting-field.tsx'
import { kindOf, leavesOf, startingValue, valueAt, withValue, type Leaf, type SchemaNode, type Settings } from './settings-schema.ts'

interface FormProps { readonly edited: Edited; readonly settings: Settings; readonly problems: readonly Problem[]; readonly onChange: (settings: Settings) => void }

/** Every setting that the server knows, chapter by chapter: what is inherited in words, what is set here in fields. */
export function SettingsForm({ edited, settings, problems, onChange }: FormProps) {
  const { t } = useTranslation('admin')
  const word = useKeyWord()
  const { properties = {} } = edited.schema as SchemaNode
  return inChapters(Object.keys(properties)).map((chapter) => (
    <section key={chapter.name} id={`chapter-${chapter.name}`} className="card admin-pad settings-chapter" aria-labelledby={`head-${chapter.name}`}>
      <h2 id={`head-${chapter.name}`}>{t(`policy.groups.${chapter.name}`)}</h2>
      {chapter.keys.map((key) => {
        const leaves = leavesOf(key, properties[key] ?? {})
        const grouped = kindOf(properties[key] ?? {}) === 'group'
        return (
          <div key={key} className={grouped ? 'settings-group' : undefined} role={grouped ? 'group' : undefined} aria-label={grouped ? word(key) : undefined}>
            {grouped && <h3>{word(key)}</h3>}
            {leaves.map((leaf) => <Setting key={leaf.path} leaf={leaf} edited={edited} settings={settings} problems={problems} onChange={onChange} />)}
          </div>
        )
      })}
    </section>
  ))
}

function Setting({ leaf, edited, settings, problems, onChange }: FormProps & { leaf: Leaf }) {
  const { t } = useTranslation('policy')
  const id = useId()
  const word = useKeyWord()
  const name = leaf.path.split('.').at(-1) ?? ''
  const label = word(name, leaf.path.split('.').at(-2))
  const own = valueAt(settings, leaf.path)
  const above = edited.inherited === null ? undefined : valueAt(edited.inherited, leaf.path)
  const faults = problems.flatMap((problem) => {
    const here = [problem, ...problem.alsoAt ?? []].find(({ path }) => path === leaf.path || path.startsWith(`${leaf.path}.`) || path.startsWith(`${leaf.path}[`))
    return here ? [{ ...problem, path: here.path }] : []
  })
  const isSet = own !== undefined
  const required = edited.unit.isRoot && isRequired(edited.schema, leaf.path)
  return (
    <div className={faults.length > 0 ? 'setting has-fault' : 'setting'} data-setting={leaf.path}>
      <div className="setting-name">
        <label htmlFor={id}>{label}</label>
        <span className={isSet ? 'tag act' : 'tag'}>{edited.unit.isRoot ? (isSet ? t('setHere') : t('notSet')) : isSet ? t('setHere') : above === undefined ? t('notSet') : t('inherited')}</span>
        {isSet
          ? !required && <Button size="small" type="link" onClick={() => onChange(withValue(settings, leaf.path, undefined))}>{edited.unit.isRoot ? t('takeAway') : t('inheritAgain')}<span className="only-read"> {label}</span></Button>
          : <Button size="small" type="link" onClick={() => onChange(withValue(settings, leaf.path, above ?? startingValue(leaf.node)))}>{t('setIt')}<span className="only-read"> {label}</span></Button>}
      </div>
      <div className="setting-value">
        {isSet
          ? <SettingField id={id} name={name} label={label} node={leaf.node} value={own} onChange={(value) => onChange(withValue(settings, leaf.path, value))} />
          : <div className="muted setting-inherited">{above === undefined ? t('nothing') : <PolicyValue name={name} value={above} />}</div>}
        <Faults faults={faults} path={leaf.path} />
      </div>
    </div>
  )
}

function isRequired(schema: SchemaNode, path: string): boolean {
  const [name = '', ...rest] = path.split('.')
  if (schema.required?.includes(name) !== true) return false
  const below = schema.properties?.[name]
  return rest.length === 0 || below === undefined ? true : isRequired(below, rest.join('.'))
}

function Faults({ faults, path }: { faults: readonly Problem[]; path: string }) {
  const { i18n } = useTranslation()
  const nameOf = useSettingName()
  const language = i18n.language.startsWith('en') ? 'en' : 'zh'
  return faults.map((fault) => (
    <p key={`${fault.path} ${fault.message.en}`} className="field-fault" role="alert">{fault.path === path ? '' : `${nameOf(fault.path)} `}{fault.message[language]} {fault.remedy[language]}</p>
  ))
}
