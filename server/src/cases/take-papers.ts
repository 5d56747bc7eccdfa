import { returnPapers } from '@daodi/contract/staff/cases/return-papers.ts'
import { takePapers } from '@daodi/contract/staff/cases/take-papers.ts'
import { returnPapers as handBack, takePapers as take } from '@daodi/domain/cases/take-papers.ts'
import { actRoute } from './act-route.ts'
import { bodyOf } from './store-texts.ts'

export const takePapersRoute = actRoute(takePapers, async (scene, by, { body }) => {
  const notice = scene.state.notices.at(-1)
  const listed = notice ? paperNames(await bodyOf(scene.services.db, scene.state.institutionId, notice.papers.id)) : []
  const given = listed.flatMap((name, index) => (body.papers.includes(name) ? [index] : []))
  return take(scene.state, by, { papers: scene.texts.add('custody', JSON.stringify(body.papers)), count: body.papers.length, given }, scene.rules)
})

export const returnPapersRoute = actRoute(returnPapers, (scene, by, { body }) => handBack(scene.state, by, body.custodyId))

function paperNames(body: string | null): string[] {
  const papers: unknown = body === null ? [] : JSON.parse(body)
  return Array.isArray(papers) ? papers.map((paper: { name?: unknown }) => String(paper.name)) : []
}
