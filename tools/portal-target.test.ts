// What the public's phones are promised: script that the browsers named in portal/vite.config.ts can read, which are older than a phone of two years.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { build } from './build.mjs'
import { parts } from './parts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const assets = join(root, 'dist', 'portal', 'assets')
const portal = parts.filter(({ name }) => name === 'portal')

beforeAll(async () => { if (!existsSync(assets)) await build(root, portal) })

/** The targets as the portal claims them. */
async function claimed(name: 'target' | 'cssTarget'): Promise<string[]> {
  const config = await readFile(join(root, 'portal', 'vite.config.ts'), 'utf8')
  return [...(new RegExp(`\\b${name}: \\[([^\\]]*)\\]`).exec(config)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, one = '']) => one)
}

/** Whether anything has to be rewritten for these browsers: what they can read comes out as it does for the newest. */
async function isReadBy(target: string[], text: string, loader: 'js' | 'css'): Promise<boolean> {
  // For a rare fault with defaults in parameters esbuild takes the first Safari 14 for one without any destructuring.
  const supported = { destructuring: true }
  const [old, newest] = await Promise.all([transform(text, { target, loader, supported }), transform(text, { target: 'esnext', loader })])
  return old.code === newest.code
}

test('the built portal holds nothing that its oldest browsers cannot read', async () => {
  const [target, cssTarget] = [await claimed('target'), await claimed('cssTarget')]
  expect(target).toContain('es2020')
  const names = (await readdir(assets)).filter((name) => /\.(?:js|css)$/.test(name))
  expect(names.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(1)
  for (const name of names) {
    const [loader, against] = name.endsWith('.js') ? ['js' as const, target] : ['css' as const, cssTarget]
    expect([name, await isReadBy(against, await readFile(join(assets, name), 'utf8'), loader)]).toEqual([name, true])
  }
})

test('what is newer would be seen', async () => {
  expect(await isReadBy(await claimed('target'), 'let a = null; a ??= 1', 'js')).toBe(false)
  expect(await isReadBy(await claimed('target'), 'class A { #b = 1; static { this.c = 2 } }', 'js')).toBe(false)
  expect(await isReadBy(await claimed('cssTarget'), 'a { inset: 0; color: red; &:hover { color: blue } }', 'css')).toBe(false)
})

/** Functions that came later are no syntax; the type check refuses them. */
test('the portal is type checked against what its oldest browsers have', async () => {
  const { compilerOptions } = JSON.parse(await readFile(join(root, 'portal', 'tsconfig.json'), 'utf8')) as { compilerOptions: { lib: string[] } }
  expect(compilerOptions.lib).toEqual(['ES2020', 'DOM', 'DOM.Iterable'])
})
