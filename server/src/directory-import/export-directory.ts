import { PassThrough } from 'node:stream'
import { exportDirectory } from '@daodi/contract/staff/directory/import.ts'
import { planImport } from '@daodi/domain/directory/plan-import.ts'
import { shownMatter } from '@daodi/domain/directory/plan-matters.ts'
import { PAPER_FORMS } from '@daodi/domain/directory/plan-papers.ts'
import { shownPerson } from '@daodi/domain/directory/plan-people.ts'
import { shownPost } from '@daodi/domain/directory/plan-posts.ts'
import { shownUnit } from '@daodi/domain/directory/plan-units.ts'
import { answer, route } from '../http/route.ts'
import { refuseOthers } from './check-import.ts'
import { knownDirectory } from './store.ts'
import { writeWorkbook, type DirectoryLines } from './write-workbook.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The directory as a workbook that can be brought back, or the empty sheets. */
export const exportDirectoryRoute = route(exportDirectory, async ({ query, caller }, services) => {
  refuseOthers(caller)
  const known = await knownDirectory(services.db, caller.institutionId, { logins: [], codes: [], keys: [] })
  const plan = planImport({}, known)
  const scene = { known, tree: plan.tree, people: plan.index.people, posts: plan.index.posts, faults: [] }
  const empty = query.template === '1'
  const lines: DirectoryLines = empty ? { units: [], posts: [], people: [], matters: [], papers: [] } : {
    units: known.units.map((unit) => ({ id: unit.id, ...shownUnit(unit, plan.tree, plan.index.people) })), posts: known.posts.map((post) => ({ id: post.id, ...shownPost(post, plan.tree) })),
    people: known.people.map((person) => ({ login: person.login, ...shownPerson(person, scene) })),
    matters: known.matters.map(({ id, document }) => ({ id, ...shownMatter(document, scene) })),
    papers: known.matters.flatMap(({ document }) => document.papers.map(({ name, copies, form, note = '', sample = '', source = '' }) => ({ matter: document.name, name, copies: String(copies), form: PAPER_FORMS[form], note, sample, source }))),
  }
  const stream = new PassThrough()
  writeWorkbook(stream, lines).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error('the workbook could not be written')))
  return { ...answer(undefined), sent: { file: { stream, name: empty ? '名录导入模板.xlsx' : '名录.xlsx', mediaType: MEDIA_TYPE } } }
})
