// A QR code as a picture in the page; the letters beside it say the same to whoever hears it.
import { qrCode, qrSize } from '../domain/qr-code.ts'

export function QrCode({ text }: { text: string }) {
  return (
    <svg viewBox={`0 0 ${qrSize} ${qrSize}`} aria-hidden="true" shape-rendering="crispEdges">
      <path d={pathOf(text)} />
    </svg>
  )
}

/** One stroke for each run of black cells. */
function pathOf(text: string): string {
  const strokes: string[] = []
  for (const [row, cells] of qrCode(text).entries()) {
    for (let from = 0; from < qrSize; from++) {
      if (!cells[from]) continue
      let to = from
      while (cells[to]) to++
      strokes.push(`M${from} ${row}h${to - from}v1h${from - to}z`)
      from = to
    }
  }
  return strokes.join('')
}
