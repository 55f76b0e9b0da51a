// The days that people have waited, one under another, for a narrow window.
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import type { DrawnDays } from './days-waiting.tsx'
import { MarksDrawn } from './marks-drawn.tsx'
import { type DayCount, markPaths } from './people-marks.ts'

const columns = 28
const heightMin = 26

export function DaysNarrow(props: DrawnDays) {
  const { days, perMark, promiseDays, href, pastNote } = props
  const lang = useLang()
  const t = pictureStrings(lang)
  let y = 0
  const rows = days.map(day => {
    const row = { day, y: y + (day.day > promiseDays ? 48 : 0) }
    y += Math.max(heightMin, markPaths(day, perMark, grid(0)).rows * 8 + 12)
    return row
  })
  const past = days
    .filter(one => one.day > promiseDays)
    .reduce((n, one) => n + one.untried + one.tried, 0)
  const lineAt = rows.find(row => row.day.day === promiseDays + 1)?.y
  const height = y + (lineAt === undefined ? 4 : 52)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that is a group of links.
    <svg viewBox={`0 0 328 ${height}`} role="group" aria-label={t.daysLabel}>
      {lineAt !== undefined && (
        <>
          <rect
            x="0"
            y={lineAt - 44}
            width="4"
            height={height - lineAt + 44}
            fill="var(--ds-ink)"
          />
          <a href={href({ pastDays: promiseDays })}>
            <text x="12" y={lineAt - 28} font-size="14" class="b u">
              {t.pastPromise(past, format(lang).number(past), promiseDays)}
            </text>
          </a>
          <text x="12" y={lineAt - 10} font-size="13" class="q">
            {pastNote}
          </text>
        </>
      )}
      {rows.map(row => (
        <Day {...props} day={row.day} y={row.y} />
      ))}
    </svg>
  )
}

function grid(y: number) {
  return { x: 104, y: y + 13, columns, step: { x: 8, y: 8 } }
}

function Day({ day, y, href, perMark }: DrawnDays & { day: DayCount; y: number }) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const { number } = format(lang)
  const all = day.untried + day.tried
  const shown = { untried: number(day.untried), tried: number(day.tried) }
  const orMore = day.orMore ?? false
  const marks = markPaths(day, perMark, grid(y))
  const height = Math.max(heightMin - 2, marks.rows * 8 + 10)
  return (
    <>
      <text x="56" y={y + 18} font-size="13" text-anchor="end">
        {orMore ? t.dayOrMoreShort(day.day) : t.day(day.day)}
      </text>
      {all > 0 && (
        <a
          href={href({ day: day.day, orMore })}
          aria-label={t.open(t.daysOf(day.day, number(all), shown))}
        >
          <rect x="62" y={y} width="266" height={height} fill="transparent" />
          <text x="94" y={y + 18} font-size="13" text-anchor="end" class="b u">
            {number(all)}
          </text>
          <MarksDrawn squares={marks.squares} discs={marks.discs} />
        </a>
      )}
    </>
  )
}
