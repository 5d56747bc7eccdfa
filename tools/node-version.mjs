// The one check that must read on any Node: no dependency, no new syntax, runs before everything else.
import { sentences, twoLines } from './sentences.mjs'

const oldest = { major: 20, minor: 19 }

/**
 * Null when this Node will do, else a sentence in either language for the person at the terminal.
 * @param {string} version as in process.versions.node
 */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return null
  return twoLines(sentences.nodeTooOld(`${oldest.major}.${oldest.minor}`, version))
}

export function requireNode() {
  const sentence = nodeTooOld(process.versions.node)
  if (!sentence) return
  console.error(sentence)
  process.exit(1)
}
