// Type checks every package by itself, because each has its own idea of what exists: the domain has no Node, the
// webs have no server. `node tools/typecheck.mjs [package …]`
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './node-version.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The domain twice: its source without Node's types, its tests with them. */
const projects = [
  'domain/tsconfig.json', 'domain/tsconfig.test.json', 'contract/tsconfig.json', 'server/tsconfig.json',
  'staff-web/tsconfig.json', 'portal/tsconfig.json', 'e2e/tsconfig.json', 'tools/tsconfig.json', 'bench/tsconfig.json',
]

/** TypeScript's complaint about a package that holds no file of its own yet. */
const nothingToCheck = 'TS18003'

/** @param {string} project @returns {Promise<{ project: string, output: string, ok: boolean, seconds: number }>} */
function check(project) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project, '--pretty', 'false'], { cwd: root })
    let output = ''
    child.stdout.on('data', (chunk) => { output += chunk })
    child.stderr.on('data', (chunk) => { output += chunk })
    child.once('error', reject)
    child.once('close', (code) => {
      const ok = code === 0 || (output.includes(nothingToCheck) && output.trim().split('\n').length === 1)
      resolve({ project, output, ok, seconds: (performance.now() - began) / 1000 })
    })
  })
}

/** @param {readonly string[]} names packages to check; none means all */
async function typecheck(names = []) {
  const wanted = projects.filter((project) => names.length === 0 || names.includes(project.slice(0, project.indexOf('/'))))
  let failed = 0
  for (const project of wanted) {
    // One after another: the compiler is itself parallel.
    const { ok, output, seconds } = await check(project)
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${project} ${seconds.toFixed(1)} s`)
    if (ok) continue
    failed += 1
    console.log(output.trimEnd())
  }
  return failed
}

const self = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(self)) {
  requireNode()
  process.exitCode = await typecheck(process.argv.slice(2)) === 0 ? 0 : 1
}
