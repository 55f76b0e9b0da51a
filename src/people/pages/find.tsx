// Who does the caller mean? A box, and the people found with enough to tell them apart.
import { grantsFor, mayOpenInEmergency, recordRead, scopeOf } from '../../access/index.ts'
import { Page, tagOf } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageLang } from '../../web/language.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { readSearch, type Wanted } from '../domain/read-search.ts'
import { type Finding, foundMax, foundOf, whoFits } from '../store/find-people.ts'
import { addStrings } from './add-strings.ts'
import { type Hit, Hits } from './find-hits.tsx'
import { finding } from './finding.ts'
import { lastContacts, later } from './last-contact.ts'
import { peopleStrings } from './strings.ts'

const searchLettersMax = 200

export async function showFind(c: Ctx) {
  const asked = askedIn(c)
  const wanted = readSearch(asked)
  const { now, hits } = await finding(c, 'people.read', async ({ now, ...search }) => {
    const { tx, scope } = search
    const hits = await findHits(c, { ...search, wanted, now })
    await recordRead(tx, scope, { what: 'search', route: '/find', subjects: shown(hits), at: now })
    return { now, hits }
  })
  const context = await pageContext(c, '/find')
  const t = peopleStrings(context.lang)
  return c.html(
    <Page context={context} title={t.find}>
      <h1 class="ds-h1">{t.find}</h1>
      <SearchBox asked={asked} />
      <div id="hits">
        {asked !== '' && <Hits hits={hits} now={now} isAsked={wanted.length > 0} />}
      </div>
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

/** The same people as a part of a page, asked for while somebody types. */
export async function showHits(c: Ctx) {
  const asked = askedIn(c)
  const wanted = readSearch(asked)
  const { now, hits } = await finding(c, 'people.read', async ({ now, ...search }) => {
    const { tx, scope } = search
    // Under an opening in an emergency each look is written down at once, with the opening.
    const isOpened = (scope.openings?.length ?? 0) > 0
    const hits = await findHits(c, { ...search, wanted, now, keptAt: isOpened ? undefined : now })
    const subjects = shown(hits)
    if (isOpened) {
      await recordRead(tx, scope, { what: 'search', route: '/find', subjects, at: now })
    }
    return { now, hits }
  })
  const isTop = c.req.query('in') === 'top'
  const all = isTop ? { all: `/find?q=${encodeURIComponent(asked)}` } : {}
  return c.html(
    <LangContext.Provider value={pageLang(c)}>
      <div lang={tagOf(pageLang(c))}>
        <Hits hits={hits} now={now} isAsked={wanted.length > 0} {...all} />
      </div>
    </LangContext.Provider>,
  )
}

function askedIn(c: Ctx): string {
  return (c.req.query('q') ?? '').slice(0, searchLettersMax).toWellFormed().trim()
}

type Asking = Finding & { readonly wanted: readonly Wanted[]; readonly now: number }

/** Who they are and when anybody last tried are asked together. */
async function findHits(c: Ctx, { wanted, now, ...search }: Asking): Promise<readonly Hit[]> {
  const { node, actor } = c.var
  const fits = await whoFits(search, wanted)
  const scopeFor = (permission: string) =>
    scopeOf(node.registry.permissions, actor, { permission, now })
  const [people, last] = await Promise.all([
    foundOf(search, fits),
    lastContacts({ tx: search.tx, scopeFor, people: fits.map(one => one.id) }),
  ])
  return people.map(one => ({
    ...one,
    lastContactAt: later(last.get(one.id) ?? null, one.lastWorkedAt),
  }))
}

function shown(hits: readonly Hit[]) {
  return hits.slice(0, foundMax).map(one => one.id)
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
        maxlength={searchLettersMax}
        aria-describedby="q-hint"
        data-hits="/find/hits"
        data-hits-into="hits"
      />{' '}
      <button class="ds-button" type="submit">
        {t.findButton}
      </button>
    </form>
  )
}
