// Is it them? The people found, each with age, street, village and when anybody last tried.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { hardStops } from '../domain/may-contact.ts'
import type { PersonFlag } from '../domain/terms.ts'
import { type Found, foundMax } from '../store/find-people.ts'
import { ageOn, shownDay, shownPhone } from './shown.ts'
import { peopleStrings } from './strings.ts'

export type Hit = Found & { readonly lastContactAt: Date | null }

type Props = {
  readonly hits: readonly Hit[]
  readonly now: number
  /** Was enough typed to look for? */
  readonly isAsked: boolean
  /** Under the box of every page: fewer facts, and the way to the page with all of them. */
  readonly all?: string
}

export function Hits({ hits, now, isAsked, all }: Props) {
  const lang = useLang()
  const t = peopleStrings(lang)
  if (!isAsked) return <p role="status">{t.tooShort}</p>
  if (hits.length === 0) return <Nobody />
  const words = format(lang)
  const shown = hits.slice(0, foundMax)
  const count =
    hits.length > foundMax
      ? t.foundMore(words.number(foundMax))
      : t.found(shown.length, words.number(shown.length))
  return (
    <section class="ds-hits" aria-label={count}>
      <h2 class="ds-h3" data-count>
        {count}
      </h2>
      <ol class="ds-hits__list">
        {shown.map(hit => (
          <One hit={hit} now={now} isBrief={all !== undefined} />
        ))}
      </ol>
      {all && (
        <p>
          <a href={all}>{t.allOnPage}</a>
        </p>
      )}
    </section>
  )
}

function Nobody() {
  const t = peopleStrings(useLang())
  return (
    <section class="ds-hits" aria-label={t.foundNone}>
      <h2 class="ds-h3" data-count>
        {t.foundNone}
      </h2>
      <p>{t.foundNoneBody}</p>
    </section>
  )
}

type OneProps = { readonly hit: Hit; readonly now: number; readonly isBrief: boolean }

function One({ hit, now, isBrief }: OneProps) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const stop = hardStops.find(flag => hit.flags.includes(flag))
  const home = [hit.address || t.noAddress, hit.postcode].filter(Boolean).join(', ')
  return (
    <li>
      <div>
        <a href={`/people/${hit.id}`}>{hit.name || t.recordNumber(String(hit.number))}</a>
        <Born hit={hit} now={now} />
        {hit.isAlike && <span class="ds-under">{t.soundsAlike}</span>}
        {stop && <b class="ds-att">{t.flags[stop as PersonFlag]}</b>}
      </div>
      <div>
        {home}
        <span class="ds-under">{[hit.street, hit.village].filter(Boolean).join(', ')}</span>
      </div>
      <div class="ds-small">
        <LastContact hit={hit} now={now} />
      </div>
      {!isBrief && <Numbers hit={hit} />}
    </li>
  )
}

function Born({ hit, now }: Pick<OneProps, 'hit' | 'now'>) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const words = format(lang)
  if (!hit.born) return <span class="ds-under">{t.bornUnknown}</span>
  const age = t.age(words.number(ageOn(hit.born, now)))
  return <span class="ds-under">{`${age}. ${t.born} ${shownDay(words, hit.born)}`}</span>
}

function LastContact({ hit, now }: Pick<OneProps, 'hit' | 'now'>) {
  const lang = useLang()
  const t = peopleStrings(lang)
  return (
    <span class="ds-quiet">
      {hit.lastContactAt ? t.lastContact(format(lang).near(hit.lastContactAt, now)) : t.noContact}
    </span>
  )
}

/** Their numbers, and the one that is said aloud. */
function Numbers({ hit }: { hit: Hit }) {
  const t = peopleStrings(useLang())
  return (
    <div class="ds-small">
      {hit.phones.map((phone, at) => [
        at > 0 && ', ',
        <span class="ds-nowrap">{shownPhone(phone)}</span>,
      ])}
      <span class="ds-under ds-nowrap">{t.recordNumber(String(hit.number))}</span>
      {hit.household && <a href={`/households/${hit.household}`}>{t.livesHere}</a>}
    </div>
  )
}
