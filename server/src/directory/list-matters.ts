import type { z } from 'zod'
import { listMatters, type MatterView } from '@daodi/contract/staff/directory/directory.ts'
import { answer, route } from '../http/route.ts'
import { pageAsked, pageShown } from './page.ts'
import { listMatterRows, type MatterRow } from './store-lists.ts'

type Matter = z.input<typeof MatterView>

export const listMattersRoute = route(listMatters, async ({ query, caller }, services) => {
  const asked = pageAsked(query)
  return answer(pageShown(await listMatterRows(services.db, caller.institutionId, asked), asked, matterView))
})

function matterView(row: MatterRow): Matter {
  return {
    id: row.id, name: row.name, unitId: row.unit_id, unitName: row.unit_name, personId: row.person_id, personName: row.person_name, category: row.category as Matter['category'],
    keywords: row.keywords, papers: row.papers as Matter['papers'], room: row.room, phone: row.phone, workingDays: row.working_days, onSpot: row.on_spot, citation: row.citation,
    answer: row.answer,
  }
}
