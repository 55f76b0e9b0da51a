// The days that people have waited, side by side, for a wide window.
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import type { DrawnDays } from './days-waiting.tsx'
import { MarksDrawn } from './marks-drawn.tsx'
import { type DayCount, lastDay, markPaths } from './people-marks.ts'

const column = 49
const left = 12
const floor = 208
const width = left + (lastDay + 1) * column + 29
const labelWidthMax = 370

export function DaysWide(props: DrawnDays) {
  const t = pictureStrings(useLang())
  const above = roomAbove(props)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg viewBox={`0 ${-above} ${width} ${252 + above}`} role="group" aria-label={t.daysLabel}>
      {above > 0 && <PromiseLine {...props} />}
      <path d={`M${left} ${floor}H${width}`} stroke="var(--ds-ink)" stroke-width="1.5" />
      {props.days.map(day => (
        <Day {...props} day={day} />
      ))}
      <text x={left} y="248" font-size="13" class="q">
        {t.daysAxis}
      </text>
    </svg>
  )
}

/** The promise is named above the columns: a tall one may stand anywhere below it. */
function roomAbove({ promiseDays, pastNote }: DrawnDays): number {
  if (promiseDays >= lastDay) return 0
  return pastNote ? 34 : 12
}

function PromiseLine(props: DrawnDays) {
  const { days, promiseDays, href, pastNote } = props
  const lang = useLang()
  const t = pictureStrings(lang)
  const x = left + (promiseDays + 1) * column + 4
  const past = days
    .filter(one => one.day > promiseDays)
    .reduce((n, one) => n + one.untried + one.tried, 0)
  const isLeftOfLine = x + labelWidthMax > width
  const place = { x: isLeftOfLine ? x - 8 : x + 8, 'text-anchor': isLeftOfLine ? 'end' : 'start' }
  return (
    <>
      <rect x={x} y="30" width={width - x} height={floor - 30} fill="url(#p-late)" />
      <path
        d={`M${x} ${4 - roomAbove(props)}V${floor}`}
        stroke="var(--ds-ink)"
        stroke-width="1.5"
        stroke-dasharray="4 3"
      />
      <a href={href({ pastDays: promiseDays })}>
        <text {...place} y={pastNote ? -16 : 6} font-size="16" class="b u">
          {t.pastPromise(past, format(lang).number(past), promiseDays)}
        </text>
      </a>
      {pastNote && (
        <text {...place} y="5" font-size="14" class="q">
          {pastNote}
        </text>
      )}
    </>
  )
}

function Day({ day, href, perMark }: DrawnDays & { day: DayCount }) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const { number } = format(lang)
  const all = day.untried + day.tried
  const shown = { untried: number(day.untried), tried: number(day.tried) }
  const orMore = day.orMore ?? false
  const middle = left + 27 + day.day * column
  const across = Math.min(5, Math.ceil(day.untried / perMark) + Math.ceil(day.tried / perMark))
  const grid = { x: middle - (across - 1) * 4, y: 200, columns: 5, step: { x: 8, y: -8 } }
  const marks = markPaths(day, perMark, grid)
  const top = floor - 8 - marks.rows * 8
  return (
    <>
      <text x={middle} y="226" font-size="13" text-anchor="middle">
        {orMore ? t.dayOrMoreShort(day.day) : t.day(day.day)}
      </text>
      {all > 0 && (
        <a
          href={href({ day: day.day, orMore })}
          aria-label={t.open(t.daysOf(day.day, number(all), shown))}
        >
          <rect
            x={middle - 22}
            y={top - 14}
            width="44"
            height={floor - top + 14}
            fill="transparent"
          />
          <MarksDrawn squares={marks.squares} discs={marks.discs} />
          <text x={middle} y={top} font-size="13" text-anchor="middle" class="b halo">
            {number(all)}
          </text>
        </a>
      )}
    </>
  )
}
