// What goes into the archive for machines without internet; that it runs there is tried by hand at each release.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { packagesToRun } from './pack.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const locked = {
  server: { dependencies: { web: '1', '@daodi/domain': '1' }, optionalDependencies: { 'native-here': '1', 'native-elsewhere': '1' } },
  domain: {}, contract: { dependencies: { zod: '1' } },
  'node_modules/@daodi/domain': { link: true },
  'node_modules/web': { dependencies: { shared: '1' }, peerDependencies: { wanted: '1', extra: '1' }, peerDependenciesMeta: { extra: { optional: true } } },
  'node_modules/web/node_modules/shared': { dependencies: { deep: '1' } },
  'node_modules/shared': {}, 'node_modules/deep': {}, 'node_modules/wanted': {}, 'node_modules/extra': {}, 'node_modules/zod': {},
  'node_modules/native-here': { optional: true }, 'node_modules/native-elsewhere': { optional: true }, 'node_modules/compiler': {},
}

describe('what running needs', () => {
  test('is followed as Node looks packages up; nothing that only building needs', () => {
    expect(packagesToRun(locked, (path) => path !== 'node_modules/native-elsewhere')).toEqual([
      'node_modules/deep', 'node_modules/native-here', 'node_modules/wanted', 'node_modules/web', 'node_modules/web/node_modules/shared', 'node_modules/zod',
    ])
  })

  test('must be there', () => {
    expect(() => packagesToRun(locked, (path) => path !== 'node_modules/deep')).toThrow(/缺少软件包 node_modules\/deep.*\n.*node_modules\/deep is missing/)
  })

  test('of this very checkout is all that the server imports, and no compiler', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const found = packagesToRun(lock, (path) => existsSync(join(root, path)))
    const { dependencies } = JSON.parse(readFileSync(join(root, 'server', 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
    for (const name of Object.keys(dependencies).filter((one) => !one.startsWith('@daodi/'))) expect(found).toContain(`node_modules/${name}`)
    for (const name of ['vite', 'typescript', 'vitest', 'react', 'antd']) expect(found).not.toContain(`node_modules/${name}`)
  })
})
