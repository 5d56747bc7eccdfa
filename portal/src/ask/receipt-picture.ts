import type { QrCells } from './qr-code.tsx'

export interface PictureWords { title: string; number: [string, string]; code: [string, string]; lines: string[] }

const WIDTH = 720
const INK = '#1b2430'
const SOFT = '#586374'
const family = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif'

/** A PNG as a data: address, because the pages' content policy has no blob:. Null where the browser cannot draw. */
export function receiptPicture(words: PictureWords, cells: QrCells | null): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = 440 + (cells ? 360 : 0) + words.lines.length * 44 + 10
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.textAlign = 'center'
  const write = (text: string, y: number, size: number, weight = 400) => {
    pen.font = `${weight} ${size}px ${family}`
    pen.fillStyle = weight > 400 ? INK : SOFT
    pen.fillText(text, WIDTH / 2, y, WIDTH - 60)
  }
  write(words.title, 84, 34, 600)
  write(words.number[0], 156, 26)
  write(words.number[1], 206, 42, 600)
  write(words.code[0], 276, 26)
  write(words.code[1], 346, 62, 700)
  if (cells) drawCells(pen, cells, 390)
  words.lines.forEach((line, index) => write(line, (cells ? 800 : 440) + index * 44, 24))
  try {
    return canvas.toDataURL('image/png')
  } catch {
    return null
  }
}

function drawCells(pen: CanvasRenderingContext2D, cells: QrCells, top: number): void {
  const cell = Math.floor(360 / cells.size)
  const left = Math.floor((WIDTH - cell * cells.size) / 2)
  pen.fillStyle = '#000'
  for (let row = 0; row < cells.size; row++) {
    for (let column = 0; column < cells.size; column++) if (cells.dark(row, column)) pen.fillRect(left + column * cell, top + row * cell, cell, cell)
  }
}
