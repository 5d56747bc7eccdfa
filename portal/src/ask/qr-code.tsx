import { useEffect, useState } from 'preact/hooks'

/** The dark cells of a QR code, row by row. */
export interface QrCells { size: number; dark: (row: number, column: number) => boolean }

/** Loaded when first needed: the encoder is as large as the rest of the page. Null when it could not be loaded. */
async function qrCellsOf(text: string): Promise<QrCells | null> {
  try {
    const { create } = await import('qrcode')
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 }
  } catch {
    return null
  }
}

export function useQrCells(text: string): QrCells | null {
  const [cells, setCells] = useState<QrCells | null>(null)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const made = await qrCellsOf(text)
      if (wanted) setCells(made)
    }
    void load()
    return () => { wanted = false }
  }, [text])
  return cells
}

/** With the quiet zone of four cells that scanners need. */
export function QrCode({ cells, label }: { cells: QrCells; label: string }) {
  const whole = cells.size + 8
  let path = ''
  for (let row = 0; row < cells.size; row++) {
    for (let column = 0; column < cells.size; column++) if (cells.dark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`
  }
  return <svg class="qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label}><rect width={whole} height={whole} fill="#fff" /><path d={path} fill="#000" /></svg>
}
