import { type Announcements, type CollisionDetection, type DragOverEvent, KeyboardCode, type KeyboardCoordinateGetter, KeyboardSensor, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from './planning.ts'
import type { Roster } from './roster-query.ts'

interface Box { left: number; top: number; width: number; height: number }
const middleOf = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 })

/** How far a field lies in the direction of an arrow; what lies aside counts thrice, so that a row is not left. */
const AHEAD: Readonly<Record<string, (x: number, y: number) => { ahead: number; aside: number }>> = {
  [KeyboardCode.Right]: (x, y) => ({ ahead: x, aside: y }), [KeyboardCode.Left]: (x, y) => ({ ahead: -x, aside: y }),
  [KeyboardCode.Down]: (x, y) => ({ ahead: y, aside: x }), [KeyboardCode.Up]: (x, y) => ({ ahead: -y, aside: x }),
}
const TO_BIN: readonly string[] = ['Delete', 'Backspace']

/** One press of an arrow goes to the next field, not some pixels on; Delete goes to where people are taken off. */
const toNextField: KeyboardCoordinateGetter = (event, { context: { collisionRect, droppableContainers, droppableRects, over } }) => {
  const towards = AHEAD[event.code]
  const toBin = TO_BIN.includes(event.code)
  if (!(towards || toBin) || !collisionRect) return undefined
  event.preventDefault()
  const from = middleOf((over && droppableRects.get(over.id)) ?? collisionRect)
  const found = droppableContainers.getEnabled().flatMap(({ id }) => {
    const rect = droppableRects.get(id)
    if (!rect || id === over?.id || (toBin && id !== 'bin')) return []
    const middle = middleOf(rect)
    if (!towards) return [{ middle, far: 0 }]
    const { ahead, aside } = towards(middle.x - from.x, middle.y - from.y)
    return ahead > 4 ? [{ middle, far: ahead + 3 * Math.abs(aside) }] : []
  }).toSorted((one, other) => one.far - other.far)[0]
  return found && { x: found.middle.x - collisionRect.width / 2, y: found.middle.y - collisionRect.height / 2 }
}

/** The field under the pointer; by keyboard the one that the middle of the name stands in. Outside all fields there is none. */
export const fieldUnder: CollisionDetection = (given) => pointerWithin({ ...given, pointerCoordinates: given.pointerCoordinates ?? middleOf(given.collisionRect) })

export function useDragSensors() {
  return useSensors(
    // A finger that rests on a name takes it; one that moves at once scrolls the page.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }), useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextField, scrollBehavior: 'auto' }),
  )
}

/** What is said aloud while somebody is carried. */
export function useDragWords(roster: Roster) {
  const { t } = useTranslation('roster')
  const nameOf = (id: string | number) => nameOfDragged(roster, String(id))
  const placeOf = (over: DragOverEvent['over']) => {
    const [where, kindId, day = ''] = String(over?.id ?? '').split(':')
    if (where === 'bin') return t('drag.bin')
    const kind = roster.kinds.find((one) => one.id === kindId)
    return kind ? t('drag.field', { kind: kind.name, weekday: t(`weekday.d${roster.days.indexOf(day) + 1 as 1}`), day: day.slice(5) }) : t('drag.nowhere')
  }
  // Whoever is picked up stands over their own field at once; saying so would swallow that they were picked up.
  const moved = useRef(false)
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false
      return t('drag.begun', { name: nameOf(active.id) })
    },
    onDragOver: ({ active, over }) => {
      moved.current ||= !String(active.id).startsWith(String(over?.id).replace('cell:', 'shift:'))
      return moved.current ? t('drag.over', { name: nameOf(active.id), place: placeOf(over) }) : undefined
    },
    onDragEnd: ({ active, over }) => t(over === null ? 'drag.cancelled' : over.id === 'bin' ? 'drag.binned' : 'drag.ended', { name: nameOf(active.id), place: placeOf(over) }),
    onDragCancel: ({ active }) => t('drag.cancelled', { name: nameOf(active.id) }),
  }
  return { announcements, screenReaderInstructions: { draggable: t('drag.how') } }
}

/** The name on what is dragged: a person of the palette, or whoever has the shift. */
export function nameOfDragged(roster: Roster, id: string): string {
  return roster.people.find((one) => `person:${one.id}` === id)?.name ?? roster.shifts.find((one) => `shift:${keyOf(one)}` === id)?.personName ?? ''
}
