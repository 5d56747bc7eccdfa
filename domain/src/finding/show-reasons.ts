import type { Reasons } from './find.ts'

/** Reasons in the words that a reader sees: whole keywords where there are any, else the word pairs joined where they overlap. */
export function shownReasons({ phrases, pairs, cases, ruling }: Reasons): { words: string[]; cases: Reasons['cases']; ruling: Reasons['ruling'] } {
  const longest = phrases.filter((phrase) => !phrases.some((other) => other !== phrase && other.includes(phrase)))
  return { words: longest.length > 0 ? longest.slice(0, 4) : joined(pairs), cases, ruling }
}

/** 规划, 划许, 许可 become 规划许可. */
function joined(pairs: readonly string[]): string[] {
  const rest = new Set(pairs)
  const heads = pairs.filter((pair) => !pairs.some((other) => other !== pair && other.slice(1) === pair.slice(0, 1)))
  const words: string[] = []
  for (const head of heads.length > 0 ? heads : pairs.slice(0, 1)) {
    if (!rest.delete(head)) continue
    let word = head
    for (let next = nextPair(rest, word); next !== undefined; next = nextPair(rest, word)) { rest.delete(next); word += next.slice(1) }
    words.push(word)
  }
  return words.sort((a, b) => b.length - a.length).slice(0, 4)
}

function nextPair(rest: ReadonlySet<string>, word: string): string | undefined {
  return [...rest].find((pair) => pair.length === 2 && pair[0] === word.at(-1))
}
