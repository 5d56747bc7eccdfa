import { spawn } from 'node:child_process'

/** @type {Set<number>} process groups under way, ended when we are */
const running = new Set()
for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143]])) {
  process.once(signal, () => {
    for (const group of running) endGroup(group)
    process.exit(code)
  })
}

/** @param {number} group */
function endGroup(group) {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * Runs one Node program to its end, or kills it with everything it started when it takes longer than `limitMs`.
 * @param {string} root
 * @param {readonly string[]} words program and arguments
 * @param {{ limitMs: number, echo: boolean, env?: Record<string, string | undefined> }} how `echo` shows its output as it comes
 * @returns {Promise<{ code: number | null, output: string, timedOut: boolean }>}
 */
export function runStep(root, words, { limitMs, echo, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env },
    })
    const group = child.pid
    if (group) running.add(group)
    let output = ''
    let timedOut = false
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk
      if (echo) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const timer = setTimeout(() => {
      timedOut = true
      if (group) endGroup(group)
    }, limitMs)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (group) running.delete(group)
      // What a step leaves running must not hold the pipe, and with it the whole run, open.
      setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code, output, timedOut })
      }, 100)
    })
  })
}
