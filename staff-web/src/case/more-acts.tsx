import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../shared/keys.tsx'
import { codeText } from '../shared/refusal-text.ts'
import { useNarrow } from '../shared/use-narrow.ts'
import { ACT_KEYS, groupActs, groupRefusals, type SortedActs } from './acts.ts'
import type { ActName } from './case-query.ts'

export function ActKey({ act }: { act: ActName }) {
  const key = ACT_KEYS[act]
  return key === null ? null : <Kbd keys={key} />
}

interface MoreActsProps { readonly acts: SortedActs; readonly open: boolean; readonly onStart: (act: ActName) => void; readonly onClose: () => void }

/** Everything the reader may do, under few headings and found by typing; what they may not, and why, is folded beneath. */
export function MoreActs({ acts, open, onStart, onClose }: MoreActsProps) {
  const { t } = useTranslation('case')
  const narrow = useNarrow()
  const field = useRef<InputRef>(null)
  return (
    // On a phone the field would bring up the keyboard over what is to be chosen.
    <Modal open={open} title={t('moreTitle')} onCancel={onClose} footer={null} width={720} destroyOnHidden afterOpenChange={(isOpen) => { if (isOpen && !narrow) field.current?.focus() }}>
      <Acts acts={acts} field={field} onStart={onStart} />
    </Modal>
  )
}

function Acts({ acts, field, onStart }: { acts: SortedActs; field: React.Ref<InputRef>; onStart: (act: ActName) => void }) {
  const { t } = useTranslation('case')
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const fits = (act: ActName) => wanted === '' || t(`acts.name.${act}`).toLowerCase().includes(wanted) || ACT_KEYS[act] === wanted
  const groups = groupActs(acts.allowed.filter(fits))
  const refused = acts.refused.filter(({ act }) => fits(act))
  const first = groups[0]?.acts[0]
  const start = (event: KeyboardEvent) => { if (wanted !== '' && first !== undefined && !event.nativeEvent.isComposing) onStart(first) }
  return (
    <div onKeyDown={walk}>
      <Input ref={field} type="search" prefix={<SearchOutlined />} className="more-find" value={typed} maxLength={20} placeholder={t('moreFind')} aria-label={t('moreFind')} onChange={(event) => setTyped(event.target.value)} onPressEnter={start} />
      <div className="more-acts">
        {groups.map(({ group, acts: those }) => (
          <div key={group} role="group" className="more-group" aria-labelledby={`more-${group}`}>
            <h3 id={`more-${group}`}>{t(`moreGroup.${group}`)}</h3>
            <div>{those.map((act) => <Button key={act} type={act === acts.primary ? 'primary' : 'default'} data-act={act} onClick={() => onStart(act)}>{t(`acts.name.${act}`)} <ActKey act={act} /></Button>)}</div>
          </div>
        ))}
        {groups.length === 0 && <p className="muted">{t(wanted === '' ? 'noActs' : refused.length > 0 ? 'moreNotNow' : 'moreNone')}</p>}
      </div>
      <Refused refused={refused} asked={wanted !== '' && groups.length === 0} />
    </div>
  )
}

/** Whoever looks for an act that is not theirs now reads the reason at once. */
function Refused({ refused, asked }: { refused: SortedActs['refused']; asked: boolean }) {
  const { t } = useTranslation('case')
  const shared = useTranslation('shared').t
  const [open, setOpen] = useState(false)
  if (refused.length === 0) return null
  return (
    <details open={open || asked} onToggle={(event) => { if (!asked) setOpen(event.currentTarget.open) }}>
      <summary className="more-refused-head">{t('notAllowed', { count: refused.length })}</summary>
      <dl className="more-refused">
        {groupRefusals(refused).map(({ refusal, acts }) => (
          <div key={refusal}><dt>{codeText(refusal, shared)}</dt><dd className="muted">{acts.map((act) => t(`acts.name.${act}`)).join(t('fact.separator'))}</dd></div>
        ))}
      </dl>
    </details>
  )
}

/** Arrow keys go from one act to the next, beginning at the field. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!isStep(event.key) || event.nativeEvent.isComposing) return
  const inField = event.target instanceof HTMLInputElement
  if (inField && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-act]')]
  const at = stops.indexOf(event.target as HTMLElement)
  const next = stops[at + STEPS[event.key]]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function isStep(key: string): key is keyof typeof STEPS {
  return Object.hasOwn(STEPS, key)
}
