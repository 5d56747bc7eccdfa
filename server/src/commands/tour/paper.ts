type Paint = (text: string) => string

/** Colours of the product, as far as a terminal has them; none where the output is no terminal. */
export interface Ink { strong: Paint; faint: Paint; act: Paint; kept: Paint; wait: Paint; late: Paint }

export function newInk(isColoured: boolean): Ink {
  const ink = (code: string): Paint => (text) => (isColoured && text !== '' ? `\u001B[${code}m${text}\u001B[0m` : text)
  return { strong: ink('1'), faint: ink('2'), act: ink('38;5;67'), kept: ink('38;5;29'), wait: ink('38;5;136'), late: ink('38;5;131') }
}

const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** Columns on the screen: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)
}

export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(1, columns - widthOf(text)))
}

/** Breaks where the line would become longer than `columns`; a Chinese text may break anywhere, other words stay whole. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\u0021-\u007E\u00C0-\u024F]+|\s|./gu) ?? []) {
    if (line !== '' && widthOf(line) + widthOf(piece) > columns && !/^[，。；：、！？）》”\s]$/u.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
