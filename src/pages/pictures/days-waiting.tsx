// Who has waited how long? One mark a person, the promise as a line, and the same as a table.
import type { Child } from 'hono/jsx'
import { format } from '../format.ts'
import { fill } from '../strings/fill.tsx'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { DaysNarrow } from './days-narrow.tsx'
import { DaysWide } from './days-wide.tsx'
import { Open } from './open.tsx'
import { bucketed, type DayCount, marksOf } from './people-marks.ts'

export type DaysWaitingProps = {
  days: readonly DayCount[]
  /** Waiting this many whole days keeps the promise; more breaks it. */
  promiseDays: number
  href: (wait: DayQuery) => string
  /** Said under the promise line, as plain text: what is booked for those past it. */
  pastNote?: string
}

/** One day; that day or more; or a state of everyone waiting. */
export type DayQuery =
  | { day: number; orMore: boolean }
  | { pastDays: number }
  | { state: 'untried' | 'tried' }

export function DaysWaiting(props: DaysWaitingProps) {
  const days = bucketed(props.days)
  const perMark = marksOf(days)
  const drawn = { ...props, days, perMark }
  return (
    <>
      <Key {...drawn} />
      <div class="ds-picture ds-picture--wide">
        <DaysWide {...drawn} />
      </div>
      <div class="ds-picture ds-picture--narrow">
        <DaysNarrow {...drawn} />
      </div>
      <Table {...drawn} />
    </>
  )
}

export type DrawnDays = DaysWaitingProps & { perMark: number }

function Key({ days, href, perMark }: DrawnDays) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const link = (state: 'untried' | 'tried'): Child => {
    const n = days.reduce((sum, day) => sum + day[state], 0)
    return <a href={href({ state })}>{format(lang).number(n)}</a>
  }
  return (
    <ul class="ds-key">
      <li>
        <svg width="10" height="10" aria-hidden="true" focusable="false">
          <rect {...hollow} x="1" y="1" width="8" height="8" />
        </svg>
        <span>{fill(t.keyUntried, { n: link('untried') })}</span>
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true" focusable="false">
          <circle cx="5" cy="5" r="4" fill="var(--ds-accent)" />
        </svg>
        <span>{fill(t.keyTried, { n: link('tried') })}</span>
      </li>
      <li class="ds-quiet">{perMark === 1 ? t.oneMark : t.oneMarkMany(perMark)}</li>
    </ul>
  )
}

const hollow = {
  fill: 'var(--ds-paper)',
  stroke: 'var(--ds-attention)',
  'stroke-width': '1.8',
}

function Table({ days, href }: DrawnDays) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const { number } = format(lang)
  return (
    <Open summary={t.daysTable}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{t.daysColumn}</th>
            {[t.untried, t.tried, t.both].map(word => (
              <th scope="col" class="ds-number">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, orMore = false, untried, tried }) => (
            <tr>
              <th scope="row">{orMore ? t.dayOrMore(day) : t.day(day)}</th>
              <td class="ds-number">{number(untried)}</td>
              <td class="ds-number">{number(tried)}</td>
              <td class="ds-number">
                <a href={href({ day, orMore })}>{number(untried + tried)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Open>
  )
}
