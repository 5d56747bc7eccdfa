import { dutySheet, type DutyScene } from './duty-sheet.ts'
import { dayOf, field, fields, signatures, table, type Form } from './form-source.ts'
import type { CoverRow } from './store-duty.ts'

/** A longer one is printed unit by unit. */
export const COVERS_MOST = 500

/** AB岗备案表: who holds which post, who stands in, what it is for, and since when. */
export function coversForm(scene: DutyScene, { unitName, rows }: { unitName: string; rows: CoverRow[] }): Form {
  const { duty, words } = scene
  const { covers: names } = duty
  const lines = rows.slice(0, COVERS_MOST).map((row, index) => [
    String(index + 1), row.unitName, row.post ?? '', row.holderName ?? '', row.holderPhone ?? '', row.deputyName ?? '', row.deputyPhone ?? '', row.duties ?? '', row.since === null ? '' : dayOf(scene, row.since),
  ])
  return dutySheet(scene, {
    title: duty.title.covers, about: unitName, across: true, textSize: 10.5,
    blocks: [
      fields(field(duty.unit, unitName)),
      table(null, [
        [duty.serial, 5, 'center'], [duty.unit, 13], [names.post, 13], [names.holder, 8, 'center'], [names.phone, 11, 'center'], [names.deputy, 8, 'center'], [names.phone, 11, 'center'], [names.duties, 20], [names.since, 11, 'center'],
      ], lines.length > 0 ? lines : [['', names.empty, '', '', '', '', '', '', '']]),
      ...(rows.length > COVERS_MOST ? [{ kind: 'paragraph' as const, text: names.cut(COVERS_MOST) }] : []),
      signatures([names.maker, scene.by], [names.approver], [words.date, `${dayOf(scene, scene.at)}${words.seal}`]),
    ],
  })
}
