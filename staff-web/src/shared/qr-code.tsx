import { create } from 'qrcode'
import { useMemo } from 'react'

/** A QR code drawn here, without a picture from anywhere; black on white with the quiet zone that scanners need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => drawn(text), [text])
  return (
    <svg role="img" aria-label={label} viewBox={`-4 -4 ${size + 8} ${size + 8}`} shapeRendering="crispEdges" className="qr">
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const cells = Array.from(modules.data, (dark, index) => dark ? `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z` : '')
  return { path: cells.join(''), size: modules.size }
}
