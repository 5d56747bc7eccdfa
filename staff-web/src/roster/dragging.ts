import { type Announcements, closestCenter, type CollisionDetection, type DragOverEvent, KeyboardCode, type KeyboardCoordinateGetter, KeyboardSensor, PointerSensor, pointerWithin, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { Roster } from './roster-query.ts'

interface Box { left: number; top: number; width: number; height: number }
const middleOf = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 })

/** How far a field lies in the direction of an arrow; what lies aside counts thrice, so that a row is not left. */
const AHEAD: Readonly<Record<string, (x: number, y: number) => { ahead: number; aside: number }>> = {
  [KeyboardCode.Right]: (x, y) => ({ ahead: x, aside: y }), [KeyboardCode.Left]: (x, y) => ({ ahead: -x, aside: y }),
  [KeyboardCode.Down]: (x, y) => ({ ahead: y, aside: x }), [KeyboardCode.Up]: (x, y) => ({ ahead: -y, aside: x }),
}

/** One press of an arrow goes to the next field, not some pixels on. */
const toNextField: KeyboardCoordinateGetter = (event, { context: { collisionRect, droppableContainers, droppableRects } }) => {
  const towards = AHEAD[event.code]
  if (!towards || !collisionRect) return undefined
  event.preventDefault()
  const from = middleOf(collisionRect)
  const found = droppableContainers.getEnabled().flatMap(({ id }) => {
    const rect = droppableRects.get(id)
    if (!rect) return []
    const middle = middleOf(rect)
    const { ahead, aside } = towards(middle.x - from.x, middle.y - from.y)
    return ahead > 4 ? [{ middle, far: ahead + 3 * Math.abs(aside) }] : []
  }).toSorted((one, other) => one.far - other.far)[0]
  return found && { x: found.middle.x - collisionRect.width / 2, y: found.middle.y - collisionRect.height / 2 }
}

/** The field under the pointer; by keyboard the one that the name stands in the middle of. */
export const fieldUnder: CollisionDetection = (given) => (given.pointerCoordinates ? pointerWithin(given) : closestCenter(given))

export function useDragSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }), useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
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
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('drag.begun', { name: nameOf(active.id) }),
    onDragOver: ({ active, over }) => t('drag.over', { name: nameOf(active.id), place: placeOf(over) }),
    onDragEnd: ({ active, over }) => t('drag.ended', { name: nameOf(active.id), place: placeOf(over) }),
    onDragCancel: ({ active }) => t('drag.cancelled', { name: nameOf(active.id) }),
  }
  return { announcements, screenReaderInstructions: { draggable: t('drag.how') } }
}

/** The name on what is dragged: a person of the palette, or whoever has the shift. */
export function nameOfDragged(roster: Roster, id: string): string {
  return roster.people.find((one) => `person:${one.id}` === id)?.name ?? roster.shifts.find((one) => `shift:${one.id}` === id)?.personName ?? ''
}
