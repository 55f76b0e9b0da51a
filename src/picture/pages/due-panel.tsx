// What was promised for today, and what falls due with nobody to do it?
import { calendarDay, format } from '../../pages/format.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Due } from '../domain/model.ts'
import { villageWords } from './village-strings.ts'

type DuePanelProps = { due: readonly Due[]; now: number; village: string }

export function DuePanel({ due, now, village }: DuePanelProps) {
  const t = villageWords(useLang())
  const late = due.filter(one => one.at.getTime() < now).length
  return (
    <section class="ds-panel" aria-labelledby="h-due">
      <h2 class="ds-h3" id="h-due">
        {due.length === 0 ? t.nothingDue : t.dueTitle(due.length)}
        {late > 0 && ` ${t.dueLate(late)}`}
      </h2>
      <DueList due={due} now={now} />
      <p class="ds-small">
        <a href={`/call-backs?place=${village}`}>{t.callBacks}</a>
      </p>
    </section>
  )
}

/** Due, and nobody has it: a gap, not a promise. */
export function UnownedPanel({ unowned, now }: { unowned: readonly Due[]; now: number }) {
  const t = villageWords(useLang())
  if (unowned.length === 0) return null
  return (
    <section class="ds-panel" aria-labelledby="h-unowned">
      <h2 class="ds-h3 ds-att" id="h-unowned">
        {t.unownedTitle(unowned.length)}
      </h2>
      <p class="ds-small ds-quiet">{t.unownedNote}</p>
      <DueList due={unowned} now={now} />
    </section>
  )
}

function DueList({ due, now }: { due: readonly Due[]; now: number }) {
  if (due.length === 0) return null
  return (
    <ul class="ds-due">
      {due.map(one => (
        <DueLine due={one} now={now} />
      ))}
    </ul>
  )
}

function DueLine({ due, now }: { due: Due; now: number }) {
  const lang = useLang()
  const t = villageWords(lang)
  const show = format(lang)
  const isToday = calendarDay(due.at) === calendarDay(now)
  const lateMs = now - due.at.getTime()
  const person = <a href={`/people/${due.person}`}>{due.name}</a>
  return (
    <li class={lateMs > 0 ? 'is-late' : undefined}>
      <b>{show.time(due.at)}</b>
      <span>
        {due.what ?? t.ringBack}.{' '}
        {due.street ? fill(t.forPerson, { person, street: due.street }) : person}
        <br />
        {!isToday && `${show.row(due.at)}. `}
        {due.owner ? t.promised(due.owner) : t.nobodyHasIt}{' '}
        {lateMs > 0 && <b class="ds-att">{t.late(show.duration(lateMs))}</b>}
      </span>
    </li>
  )
}
