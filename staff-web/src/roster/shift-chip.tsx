import { CloseOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from './planning.ts'
import type { Shift } from './roster-query.ts'

/** Somebody on the roster: dragged elsewhere, or taken off with the cross or the Delete key. What has begun or is over stays. */
export function ShiftChip({ shift, bad, mayPlan, onRemove }: { shift: Shift; bad: boolean; mayPlan: boolean; onRemove: () => void }) {
  const { t } = useTranslation('roster')
  const fixed = !mayPlan || shift.begunAt !== null || (shift.endsAt !== '' && Date.parse(shift.endsAt) <= Date.now())
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({ id: `shift:${keyOf(shift)}`, disabled: fixed, attributes: { roleDescription: t('drag.what') } })
  const state = shift.endedAt !== null ? t('week.ended') : shift.begunAt !== null ? t('week.begun') : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isDragging && (event.key === 'Delete' || event.key === 'Backspace')) { event.preventDefault(); onRemove() } else listeners?.['onKeyDown']?.(event)
  }
  return (
    <span className={['roster-chip', bad ? 'bad' : '', isDragging ? 'dragging' : ''].filter(Boolean).join(' ')} title={shift.overrideReason ?? undefined}>
      <span ref={setNodeRef} data-shift={keyOf(shift)} {...(fixed ? {} : { ...listeners, ...attributes, onKeyDown })} className="roster-name">{shift.personName}{state !== null && <span className="faint"> {state}</span>}</span>
      {!fixed && <button type="button" className="bare roster-x" tabIndex={-1} aria-label={t('week.remove', { name: shift.personName })} onClick={onRemove}><CloseOutlined aria-hidden="true" /></button>}
    </span>
  )
}
