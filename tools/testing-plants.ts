/** One forbidden line for one rule, and where in the tree it would stand. `permitted` plants must stay silent. */
export interface Plant {
  readonly rule: string
  readonly file: string
  readonly source: string
}

const imports = 'eslint(no-restricted-imports)'
const globals = 'eslint(no-restricted-globals)'
const properties = 'eslint(no-restricted-properties)'

function importing(file: string, specifier: string): Plant {
  return { rule: imports, file, source: `import { planted } from '${specifier}'\nexport const kept = planted\n` }
}

function writing(rule: string, file: string, source: string): Plant {
  return { rule, file, source }
}

/** Each pair is read "this file may not import that". */
export const forbiddenImports: readonly Plant[] = [
  // domain: nothing but itself
  importing('domain/src/cases/node.ts', 'node:fs'),
  importing('domain/src/cases/package.ts', 'zod'),
  importing('domain/src/cases/contract.ts', '@daodi/contract/operation.ts'),
  importing('domain/src/cases/server.ts', '@daodi/server/api.ts'),
  importing('domain/src/cases/out.ts', '../../../server/src/api.ts'),
  importing('domain/src/calendar/data.ts', 'chinese-days'),
  importing('domain/src/cases/server.test.ts', '@daodi/server/api.ts'),
  // contract: zod and itself
  importing('contract/src/domain.ts', '@daodi/domain/cases/case.ts'),
  importing('contract/src/shared/node.ts', 'node:crypto'),
  importing('contract/src/staff/cases/zod-inside.ts', 'zod/v4/core'),
  importing('contract/src/staff/cases/public.ts', '../../public/cases/track.ts'),
  importing('contract/src/public/cases/staff.ts', '../../staff/cases/views.ts'),
  importing('contract/src/shared/staff.ts', '../staff/cases/views.ts'),
  importing('contract/src/staff/cases/out.ts', '../../../../domain/src/cases/case.ts'),
  // server subject: own files, plumbing, other subjects' stores
  importing('server/src/cases/verb.ts', '../people/sign-in.ts'),
  importing('server/src/cases/task.ts', '../people/remind.task.ts'),
  importing('server/src/cases/borrowing.ts', '../people/testing.ts'),
  importing('server/src/cases/assembly.ts', '../api.ts'),
  importing('server/src/cases/command.ts', '../commands/daodi.ts'),
  importing('server/src/cases/kysely.ts', 'kysely'),
  importing('server/src/cases/pg.ts', 'pg'),
  importing('server/src/cases/web.ts', '@daodi/staff-web/main.tsx'),
  importing('server/src/cases/itself.ts', '@daodi/server/cases/store.ts'),
  importing('server/src/cases/out.ts', '../../migrations/x.ts'),
  importing('server/src/cases/inside/pg.ts', 'pg'),
  importing('server/src/cases/inside/out.ts', '../../people/store.ts'),
  importing('server/src/database/inside/out.ts', '../../cases/store.ts'),
  // store: SQL, but no more of others than any file of its subject
  importing('server/src/cases/store.ts', '../people/sign-in.ts'),
  importing('server/src/cases/store-list.ts', '../ledger/verify-export.ts'),
  // plumbing: no subject, not even its store
  importing('server/src/http/subject.ts', '../cases/store.ts'),
  importing('server/src/jobs/subject.ts', '../cases/store.ts'),
  importing('server/src/database/subject.ts', '../cases/record.ts'),
  importing('server/src/http/assembly.ts', '../routes.ts'),
  // composition: everything but SQL and the webs
  importing('server/src/routes.ts', 'kysely'),
  importing('server/src/commands/serve.ts', 'pg'),
  importing('server/src/commands/web.ts', '@daodi/portal/main.tsx'),
  importing('server/src/cases/crossing.test.ts', '../../../e2e/journeys.ts'),
  // staff web
  importing('staff-web/src/cases/domain.ts', '@daodi/domain/cases/case.ts'),
  importing('staff-web/src/cases/server.ts', '@daodi/server/cases/store.ts'),
  importing('staff-web/src/cases/portal.ts', '@daodi/portal/main.tsx'),
  importing('staff-web/src/cases/public.ts', '@daodi/contract/public/cases/track.ts'),
  importing('staff-web/src/cases/other-page.ts', '../people/page.tsx'),
  importing('staff-web/src/cases/assembly.ts', '../routes.tsx'),
  importing('staff-web/src/cases/node.ts', 'node:path'),
  importing('staff-web/src/cases/out.ts', '../../../contract/src/operation.ts'),
  importing('staff-web/src/main.ts', '@daodi/domain/cases/case.ts'),
  // portal
  importing('portal/src/staff.ts', '@daodi/contract/staff/cases/views.ts'),
  importing('portal/src/all.ts', '@daodi/contract/operations.ts'),
  importing('portal/src/domain.ts', '@daodi/domain/cases/case.ts'),
  importing('portal/src/staff-web.ts', '@daodi/staff-web/main.tsx'),
  importing('portal/src/ask/server.ts', '@daodi/server/api.ts'),
  importing('portal/src/ask/out.ts', '../../../contract/src/operation.ts'),
  // whole-product code
  importing('e2e/web.ts', '@daodi/staff-web/main.tsx'),
  importing('tools/relative.ts', '../server/src/api.ts'),
  importing('bench/src/out.ts', '../../server/src/api.ts'),
  // barrels
  importing('server/src/cases/barrel.ts', './index.ts'),
  importing('portal/src/barrel.ts', './ask/index.ts'),
  writing('oxc(no-barrel-file)', 'staff-web/src/shared/everything.ts', `export * from './money.ts'\n`),
  // however it is written
  writing(imports, 'domain/src/cases/re-export.ts', `export { planted } from 'node:fs'\n`),
  writing(imports, 'domain/src/cases/type-only.ts', `import type { z } from 'zod'\nexport type Kept = z.ZodType\n`),
  writing(imports, 'server/src/cases/late.ts', `export const late = () => import('../people/sign-in.ts')\n`),
]

export const forbiddenCode: readonly Plant[] = [
  writing(globals, 'domain/src/cases/date.ts', `export const day = (at: string) => new Date(at)\n`),
  writing(globals, 'domain/src/cases/global-date.ts', `export const day = (at: string) => new globalThis.Date(at)\n`),
  writing(globals, 'domain/src/cases/intl.ts', `export const order = new Intl.Collator('zh')\n`),
  writing(globals, 'domain/src/cases/host-crypto.ts', `export const host = crypto\n`),
  writing(globals, 'domain/src/calendar/host-timer.ts', `export const host = setTimeout\n`),
  writing(properties, 'domain/src/cases/random.ts', `export const dice = () => Math.random()\n`),
  writing(properties, 'domain/src/calendar/now.ts', `export const now = () => Date.now()\n`),
  writing('typescript(no-explicit-any)', 'contract/src/any.ts', `export const kept = (value: any): string => String(value)\n`),
  writing('typescript(ban-ts-comment)', 'contract/src/ignored.ts', `// @ts-ignore\nexport const kept: string = 1\n`),
  writing(
    'typescript(no-floating-promises)', 'server/src/cases/floating.ts',
    `async function save(): Promise<void> {}\nexport function act(): void { save() }\n`,
  ),
  writing('eslint(max-params)', 'server/src/cases/wide.ts', `export const wide = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e]\n`),
  writing('eslint(max-lines)', 'server/src/cases/long.ts', `export const kept = [\n${'  1,\n'.repeat(300)}]\n`),
  writing(
    'eslint(max-lines-per-function)', 'server/src/cases/tall.ts',
    `export function tall(): number[] {\n  return [\n${'    1,\n'.repeat(60)}  ]\n}\n`,
  ),
  writing(
    'eslint(complexity)', 'server/src/cases/branchy.ts',
    `export function branchy(n: number): number {\n${Array.from({ length: 17 }, (_, i) => `  if (n === ${i}) return ${i}\n`).join('')}  return 0\n}\n`,
  ),
  writing('import(no-cycle)', 'server/src/circle/one.ts', `import type { Two } from './two.ts'\nexport interface One { two: Two }\n`),
  writing('import(no-cycle)', 'staff-web/src/circle/one.ts', `import { two } from './two.ts'\nexport const one = (): unknown => two\n`),
  writing('import(no-cycle)', 'server/src/cycle/one.ts', `import { two } from './two.ts'\nexport const one = (): unknown => two\n`),
]

/** What the rules must leave alone: without these a linter that forbids everything would pass. */
export const permitted: readonly Plant[] = [
  importing('domain/src/cases/sibling.ts', '../obligations/obligation.ts'),
  importing('contract/src/staff/cases/shared.ts', '../../shared/text.ts'),
  importing('contract/src/staff/cases/declare.ts', '../../operation.ts'),
  importing('contract/src/staff/cases/zod.ts', 'zod'),
  importing('contract/src/operations.ts', './staff/cases/views.ts'),
  importing('server/src/cases/own.ts', './store.ts'),
  importing('server/src/cases/read-people.ts', '../people/store.ts'),
  importing('server/src/cases/read-grants.ts', '../people/store-grants.ts'),
  importing('server/src/cases/route.ts', '../http/route.ts'),
  importing('server/src/cases/enqueue.ts', '../jobs/enqueue.ts'),
  importing('server/src/cases/decide.ts', '@daodi/domain/cases/case.ts'),
  importing('server/src/cases/store-read.ts', 'kysely'),
  importing('server/src/cases/store-write.ts', '../http/caller.ts'),
  importing('server/src/cases/fingerprint.ts', '../ledger/digest.ts'),
  importing('server/src/cases/reckon.ts', '../calendar/holidays.ts'),
  importing('server/src/database/open.ts', 'pg'),
  importing('server/src/jobs/open.ts', '../database/open.ts'),
  importing('server/src/database/inside/pg.ts', 'pg'),
  importing('server/src/database/inside/log.ts', '../log.ts'),
  importing('server/src/cases/inside/own.ts', '../receipt.ts'),
  importing('server/src/tasks.ts', './cases/remind.task.ts'),
  importing('server/src/commands/verify.ts', '../ledger/verify.ts'),
  importing('server/src/cases/across.db.test.ts', '../people/sign-in.ts'),
  importing('staff-web/src/cases/operation.ts', '@daodi/contract/staff/cases/views.ts'),
  importing('staff-web/src/cases/shared.ts', '../shared/baton.tsx'),
  importing('staff-web/src/routes.ts', './cases/page.tsx'),
  importing('portal/src/public.ts', '@daodi/contract/public/cases/track.ts'),
  importing('portal/src/shared.ts', '@daodi/contract/shared/text.ts'),
  importing('e2e/server.ts', '@daodi/server/api.ts'),
  importing('tools/domain.ts', '@daodi/domain/cases/case.ts'),
  importing('bench/src/contract.ts', '@daodi/contract/operations.ts'),
  writing('', 'domain/src/calendar/reckon.ts', `export const day = (at: string) => new Date(at).getUTCDay()\n`),
  writing('', 'server/src/circle/two.ts', `import type { One } from './one.ts'\nexport interface Two { one: One | null }\n`),
  writing('', 'staff-web/src/circle/two.ts', `import { one } from './one.ts'\nexport const two = one\n`),
  writing('', 'staff-web/src/cases/part.ts', `import type { Whole } from './whole.ts'\nexport interface Part { whole: Whole }\n`),
  writing('', 'staff-web/src/cases/whole.ts', `import type { Part } from './part.ts'\nexport interface Whole { part: Part | null }\n`),
  writing('', 'server/src/cycle/two.ts', `import { one } from './one.ts'\nexport const two = one\n`),
]
