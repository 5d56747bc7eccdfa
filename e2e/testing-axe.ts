import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands, one line a rule; nothing is left out. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so the page's own policy against foreign scripts stays in force; once a document, for it is long.
  if (!await page.evaluate('typeof axe === "object"')) await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations.map(({ id, help, nodes }) => `${id}: ${help} @ ${nodes.slice(0, 5).map((node) => `${node.target.join(' ')} ${(node.any[0]?.message ?? node.all[0]?.message ?? '').slice(0, 160)}`).join(' | ')}`)
}
