// Who does the caller mean? A box, and the people found with enough to tell them apart.
import { grantsFor, mayOpenInEmergency, recordRead } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { hardStops } from '../domain/may-contact.ts'
import { readSearch } from '../domain/read-search.ts'
import type { PersonFlag } from '../domain/terms.ts'
import { type Found, findPeople, foundMax } from '../store/find-people.ts'
import { addStrings } from './add-strings.ts'
import { shownDay, shownPhone } from './shown.ts'
import { peopleStrings } from './strings.ts'

const searchLettersMax = 200

export async function showFind(c: Ctx) {
  const asked = (c.req.query('q') ?? '').slice(0, searchLettersMax).trim()
  const wanted = readSearch(asked)
  const found = await reading(c, 'people.read', async (tx, scope, now) => {
    const people = await findPeople(tx, scope, wanted)
    const subjects = people.slice(0, foundMax).map(one => one.id)
    await recordRead(tx, scope, { what: 'search', route: '/find', subjects, at: now })
    return people
  })
  const context = await pageContext(c, '/find')
  const t = peopleStrings(context.lang)
  return c.html(
    <Page context={context} title={t.find}>
      <h1 class="ds-h1">{t.find}</h1>
      <SearchBox asked={asked} />
      {asked !== '' && wanted.length === 0 && <p role="status">{t.tooShort}</p>}
      {wanted.length > 0 && <Results found={found} />}
      {wanted.length > 0 && mayBeOutside(c) && (
        <p class="ds-section">
          <a href="/open-in-emergency">{t.inEmergency}</a>
        </p>
      )}
      <p class="ds-section">
        <a href="/people/add">{addStrings(context.lang).addLink}</a>
      </p>
    </Page>,
  )
}

/** Who works in some places only may need somebody of another, and then at once. */
function mayBeOutside(c: Ctx): boolean {
  const { node, actor } = c.var
  const asked = { permission: 'people.read', now: node.clock.now() }
  const grants = grantsFor(node.registry.permissions, actor, asked)
  const isOpener = grants.some(({ role }) => mayOpenInEmergency.includes(role))
  return isOpener && grants.every(({ place }) => place !== null)
}

function SearchBox({ asked }: { asked: string }) {
  const t = peopleStrings(useLang())
  return (
    <form method="get" action="/find" class="govuk-form-group">
      <label class="govuk-label" for="q">
        {t.findLabel}
      </label>
      <div id="q-hint" class="govuk-hint">
        {t.findHint}
      </div>
      <input
        class="govuk-input govuk-!-width-two-thirds"
        id="q"
        name="q"
        type="search"
        value={asked}
        autocomplete="off"
        aria-describedby="q-hint"
      />{' '}
      <button class="ds-button" type="submit">
        {t.findButton}
      </button>
    </form>
  )
}

function Results({ found }: { found: readonly Found[] }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const words = format(lang)
  const shown = found.slice(0, foundMax)
  if (shown.length === 0) {
    return (
      <section class="ds-section" role="status">
        <h2 class="ds-h2">{t.foundNone}</h2>
        <p>{t.foundNoneBody}</p>
      </section>
    )
  }
  const isMore = found.length > foundMax
  return (
    <section class="ds-section">
      <h2 class="ds-h2" role="status">
        {isMore
          ? t.foundMore(words.number(foundMax))
          : t.found(shown.length, words.number(shown.length))}
      </h2>
      <table class="ds-table">
        <caption class="ds-hide">{t.resultsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.where}</th>
            <th scope="col" class="ds-wide">
              {t.phones}
            </th>
            <th scope="col" class="ds-wide">
              {t.record}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(person => (
            <Row person={person} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ person }: { person: Found }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const words = format(lang)
  const stop = hardStops.find(flag => person.flags.includes(flag))
  return (
    <tr>
      <th scope="row">
        <a href={`/people/${person.id}`}>{person.name}</a>
        <span class="ds-under">
          {person.born ? `${t.born} ${shownDay(words, person.born)}` : t.bornUnknown}
        </span>
        {stop && <b class="ds-att">{t.flags[stop as PersonFlag]}</b>}
      </th>
      <td>
        {person.address || t.noAddress}
        <span class="ds-under">{[person.postcode, person.village].filter(Boolean).join(', ')}</span>
      </td>
      <td class="ds-wide">
        {person.phones.map((phone, at) => [
          at > 0 && ', ',
          <span class="ds-nowrap">{shownPhone(phone)}</span>,
        ])}
      </td>
      <td class="ds-wide ds-nowrap">{t.recordNumber(String(person.number))}</td>
    </tr>
  )
}
