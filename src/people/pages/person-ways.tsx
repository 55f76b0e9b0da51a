// How can this person be reached, and who lives with them?
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { mayContact } from '../domain/may-contact.ts'
import type { ContactPoint, Person } from '../store/queries.ts'
import { sourceName } from './sections.ts'
import { shownDay, shownPhone } from './shown.ts'
import { peopleStrings } from './strings.ts'

type WaysProps = {
  readonly person: Person
  readonly points: readonly ContactPoint[]
  readonly now: number
  readonly mayReport: boolean
  /** An officer, who may let a barred number be used again. */
  readonly mayConfirm: boolean
}

export function Ways({ points, ...rest }: WaysProps) {
  const t = peopleStrings(useLang())
  return (
    <section class="ds-panel" aria-labelledby="h-points">
      <h2 class="ds-h3" id="h-points">
        {t.ways}
      </h2>
      {points.length === 0 && <p>{t.noWays}</p>}
      <ul class="ds-points">
        {points.map(point => (
          <Way point={point} {...rest} />
        ))}
      </ul>
    </section>
  )
}

type WayProps = Omit<WaysProps, 'points'> & { readonly point: ContactPoint }

function Way({ person, point, now, mayReport, mayConfirm }: WayProps) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const isBarred = point.state === 'barred'
  const isEmail = point.kind === 'email'
  const isOpen =
    !isBarred && point.state !== 'wrong' && mayContact(person.flags, isEmail ? 'email' : 'call')
  const worked = point.lastWorkedAt
    ? t.worked(format(lang).near(point.lastWorkedAt, new Date(now)))
    : undefined
  const about = [
    t.states[point.state],
    worked,
    t.fromSource(sourceName(lang, point.source)),
  ].filter(Boolean)
  return (
    <li {...(isBarred ? { class: 'is-barred' } : {})}>
      <span>
        <b>{isEmail ? point.value : shownPhone(point.value)}</b>
        <span class="ds-small ds-quiet">
          {t.kinds[point.kind]}. {about.join(', ')}
        </span>
        {mayReport && !isBarred && <ChangeState person={person.id} point={point} />}
        {mayConfirm && isBarred && <Unbar person={person.id} point={point} />}
      </span>
      {isOpen && (
        <a
          class="ds-button ds-button--second ds-button--small"
          href={`${isEmail ? 'mailto' : 'tel'}:${point.value}`}
        >
          {isEmail ? t.write : t.ring}
          <span class="ds-hide"> {t.kinds[point.kind]}</span>
        </a>
      )}
    </li>
  )
}

function ChangeState({ person, point }: { person: string; point: ContactPoint }) {
  const t = peopleStrings(useLang())
  const choices = [
    { state: 'works', label: t.isWorking },
    { state: 'wrong', label: t.isWrong },
    { state: 'barred', label: t.isBarred },
  ].filter(({ state }) => state !== point.state)
  return (
    <details class="ds-open ds-noprint">
      <summary>
        {t.change}
        <span class="ds-hide"> {shownPhone(point.value)}</span>
      </summary>
      <form method="post" action={`/people/${person}/contact-points`} class="ds-acts">
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="contactPoint" value={point.id} />
        {choices.map(({ state, label }) => [
          <button
            type="submit"
            class="ds-button ds-button--second ds-button--small"
            name="state"
            value={state}
          >
            {label}
          </button>,
          ' ',
        ])}
      </form>
    </details>
  )
}

/** The number was barred by mistake, or they changed their mind. */
function Unbar({ person, point }: { person: string; point: ContactPoint }) {
  const t = peopleStrings(useLang())
  return (
    <form
      method="post"
      action={`/people/${person}/contact-points/unbar`}
      class="ds-acts ds-noprint"
    >
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="contactPoint" value={point.id} />
      <button type="submit" class="ds-link-button">
        {t.unbar}
        <span class="ds-hide"> {shownPhone(point.value)}</span>
      </button>
    </form>
  )
}

/** Names only: what lists they are on is for each person's own page and purpose. */
export function Household({ person, mates }: { person: Person; mates: readonly Person[] }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  if (person.address === '') return null
  return (
    <section class="ds-panel" aria-labelledby="h-home">
      <h2 class="ds-h3" id="h-home">
        {t.household(person.address)}
      </h2>
      {mates.length === 0 && <p>{t.householdNobody}</p>}
      {person.household && (
        <p class="ds-noprint">
          <a href={`/households/${person.household}`}>{t.atTheDoor}</a>
        </p>
      )}
      {mates.map(mate => (
        <div class="ds-mate">
          <b>
            <a href={`/people/${mate.id}`}>{mate.name}</a>
          </b>
          {mate.born && (
            <span class="ds-under">{`${t.born} ${shownDay(format(lang), mate.born)}`}</span>
          )}
        </div>
      ))}
    </section>
  )
}
