// How do the parts compare? One bar; a small remainder is drawn again, larger, below it.
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { lengths, pieces, round } from './lengths.ts'
import { type Look, paint } from './marks.tsx'

export type BarPart = { n: number; label: string; href: string; look: Look }

export type SumBarProps = {
  parts: readonly BarPart[]
  /** The whole sum, spoken. */
  label: string
  /** From this part on, what is left is drawn larger: 1 for reach, 3 for rows. */
  largerFrom: number
  largerText: (n: string) => string
  largerTextNarrow: (n: string) => string
  /** Of the picture at its widest: 1200 across a page, 800 beside a rail. */
  width?: number
}

/** A remainder is drawn again when it is above 0 and at most this share of the bar. */
const largerShareMax = 0.25

export function SumBar(props: SumBarProps) {
  const { parts, largerFrom } = props
  const total = parts.reduce((sum, part) => sum + part.n, 0)
  const rest = parts.slice(largerFrom).reduce((sum, part) => sum + part.n, 0)
  const hasLarger = rest > 0 && rest <= total * largerShareMax
  if (total === 0) return null
  const layout = { ...props, rest, hasLarger }
  return (
    <>
      <div class="ds-picture ds-picture--wide ds-picture--sum">
        <Drawing {...layout} width={props.width ?? 1200} />
      </div>
      <div class="ds-picture ds-picture--narrow">
        <Drawing {...layout} width={328} narrow />
      </div>
    </>
  )
}

type Layout = SumBarProps & { rest: number; hasLarger: boolean; width: number; narrow?: boolean }

function Drawing(layout: Layout) {
  const { width, narrow, hasLarger, label } = layout
  const height = hasLarger ? (narrow ? 94 : 76) : 30
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {hasLarger ? <WithLarger {...layout} /> : <Bar {...layout} height={28} numbered />}
    </svg>
  )
}

function WithLarger(layout: Layout) {
  const { parts, width, narrow, largerFrom, rest } = layout
  const said = layout.largerText(format(useLang()).number(rest))
  const from = narrow ? 0 : round(largerStart(width, said))
  const whole = lengths(
    parts.map(part => part.n),
    width,
  )
  const joinAt = round(pieces(whole)[largerFrom]?.x ?? width)
  return (
    <>
      <path d={`M${joinAt} 20L${from} 42H${width}V20z`} fill="var(--ds-wash)" />
      <path
        d={`M${joinAt} 20L${from + 1} 42M${width - 0.5} 20V42`}
        stroke="var(--ds-line-strong)"
        fill="none"
      />
      <Bar {...layout} height={20} />
      <LargerWords {...layout} rest={rest} />
      <Pieces parts={parts.slice(largerFrom)} box={{ x: from, y: 42, width: width - from }} />
    </>
  )
}

/** Room for the words at its left: at 1,200 they always have it, beside a rail they may not. */
function largerStart(width: number, said: string): number {
  return Math.min(width * 0.6, Math.max(width * 0.44, said.length * letterWidth + 16))
}

/** Of a bold letter at 14 px, on the generous side. */
const letterWidth = 7.6

function LargerWords({ narrow, rest, largerText, largerTextNarrow }: Layout) {
  const lang = useLang()
  const n = format(lang).number(rest)
  if (narrow) {
    return (
      <text x="0" y="88" font-size="13" class="q">
        {largerTextNarrow(n)}
      </text>
    )
  }
  return (
    <>
      <text x="0" y="55" font-size="14" class="b">
        {largerText(n)}
      </text>
      <text x="0" y="73" font-size="14" class="q">
        {pictureStrings(lang).rightHandEnd}
      </text>
    </>
  )
}

function Bar(layout: Layout & { height: number; numbered?: boolean }) {
  const { parts, width, height, numbered } = layout
  if (numbered) return <Pieces parts={parts} box={{ x: 0, y: 1, width }} />
  const whole = pieces(
    lengths(
      parts.map(part => part.n),
      width,
    ),
  )
  return (
    <>
      {parts.map((part, i) => {
        const at = whole[i]
        if (!at || part.n === 0) return null
        const fill = part.look === 'needs' ? 'var(--ds-attention)' : paint(part.look).fill
        return (
          <>
            <rect x={round(at.x)} y="0" width={round(at.width)} height={height} fill={fill} />
            {i > 0 && <path d={`M${round(at.x)} 0V${height}`} stroke="var(--ds-ink)" />}
          </>
        )
      })}
      <rect
        x=".5"
        y=".5"
        width={width - 1}
        height={height - 1}
        fill="none"
        stroke="var(--ds-ink)"
      />
    </>
  )
}

type Box = { x: number; y: number; width: number }

/** Pieces that are links, each with its number on white. */
function Pieces({ parts, box }: { parts: readonly BarPart[]; box: Box }) {
  const { number } = format(useLang())
  const shown = parts.filter(part => part.n > 0)
  const least = Math.max(...shown.map(part => numberRoom(number(part.n)) + 8))
  const wide = lengths(
    shown.map(part => part.n),
    box.width,
    least,
  )
  return (
    <>
      {pieces(wide, box.x).map((piece, i) => {
        const part = shown[i]
        return part && <Piece part={part} box={{ ...piece, y: box.y }} />
      })}
    </>
  )
}

function numberRoom(shown: string): number {
  return Math.max(46, shown.length * 9 + 10)
}

function Piece({ part, box }: { part: BarPart; box: Box }) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const n = format(lang).number(part.n)
  const width = Math.max(1, box.width - 2)
  const room = Math.min(numberRoom(n), width)
  const middle = round(box.x + box.width / 2)
  return (
    <a href={part.href} aria-label={t.open(t.part(n, part.label))}>
      <rect x={round(box.x + 1)} y={box.y} width={round(width)} height="28" {...paint(part.look)} />
      <rect
        x={round(box.x + box.width / 2 - room / 2)}
        y={box.y + 4}
        width={round(room)}
        height="20"
        rx="2"
        fill="var(--ds-paper)"
      />
      <text x={middle} y={box.y + 19} font-size="15" class="b" text-anchor="middle">
        {n}
      </text>
    </a>
  )
}
