import { dueOn } from '@daodi/domain/calendar/calendar.ts'
import { twoClocks } from '@daodi/domain/cases/two-clocks.ts'
import { marksOf, type LeftCase } from '../roster/store-shift.ts'
import { dutySheet, spanText, type DutyScene } from './duty-sheet.ts'
import { dayOf, dueText, field, fields, momentOf, signatures, table, type Form } from './form-source.ts'
import type { Handed, ShiftOnPaper } from './shift-on-paper.ts'

/** Both clocks at the time of the record, where it has what they run from. */
function clocksOf({ calendar, words }: DutyScene, { registeredAt, signedAt, standstills = [] }: LeftCase, until: string): string {
  if (registeredAt === undefined || signedAt === undefined) return ''
  const { requester, unit } = twoClocks(calendar, { registeredAt, signedAt, until, standstills })
  return words.clocks(requester.workingDays, unit.workingDays)
}

/** 工作交接单 of a shift: as its record was written, or else as things stand now. */
export function shiftHandOverForm(scene: DutyScene, { shift, handover, contents, papers }: ShiftOnPaper & Handed): Form {
  const { duty, words, codes } = scene
  const { handOver: names } = duty
  const until = handover?.writtenAt ?? scene.at
  const limitOf = (one: LeftCase): string => {
    const { dueEstimated, promisedEstimated } = marksOf(one, scene.calendar)
    const due = one.dueAt === null ? '' : dueText(scene, { dueAt: one.dueAt, estimated: dueEstimated })
    const promised = one.promisedAt === null ? '' : names.promised(dueText(scene, { dueAt: one.promisedAt, estimated: promisedEstimated }))
    return [due, one.late ? names.late : '', clocksOf(scene, one, until), promised].filter(Boolean).join('\n')
  }
  const open = contents.cases.map((one) => [
    one.number, one.subject === '' ? duty.erased : one.subject, [codes.status[one.status] ?? one.status, one.as === 'handler' ? names.handler : names.firstContact].join(words.listComma),
    limitOf(one),
  ])
  const tasks = contents.tasks.map(({ title, dueAt }) => [title, dueText(scene, { dueAt, estimated: dueOn(scene.calendar, dueAt).estimated }), '□'])
  const taken = papers.map((one) => [one.receiptNumber, one.names.length === 0 ? names.count(one.count) : one.names.join(words.listComma), momentOf(scene, one.takenAt), '□'])
  return dutySheet(scene, {
    title: duty.title.handOver, about: `${shift.unitName}-${shift.kindName}-${dayOf(scene, shift.startsAt)}`,
    blocks: [
      fields(
        [field(names.from, `${shift.personName}（${shift.unitName}）`), field(names.to, handover?.successorName)], [field(duty.shift, shift.kindName), field(duty.time, spanText(scene, shift))],
        [field(names.at, handover === undefined ? null : momentOf(scene, handover.writtenAt)), field(names.signed, handover === undefined ? null : handover.acceptedAt === null ? names.notSigned : names.signedBy(handover.successorName, momentOf(scene, handover.acceptedAt)))],
      ),
      ...(handover === undefined ? [{ kind: 'paragraph' as const, text: names.notWritten }] : []),
      table(names.open, [[duty.number, 22], [duty.subject, 30], [names.progress, 18], [names.limit, 30]], open.length > 0 ? open : [['', duty.none, '', '']]),
      ...(tasks.length === 0 ? [] : [table(names.tasks, [[names.task, 60], [names.limit, 30], [names.checked, 10, 'center']], tasks)]),
      table(names.custody, [[names.received, 22], [names.paper, 44], [names.takenAt, 24], [names.checked, 10, 'center']], taken.length > 0 ? taken : [['', duty.none, '', '']]),
      fields(
        field(names.seals, null, 2), ...(contents.bells === 0 ? [] : [field(names.bells, names.bellCount(contents.bells))]), field(names.notes, handover?.notes, 4),
      ),
      signatures([names.from], [names.to], [names.witness], [words.date]),
    ],
  })
}
