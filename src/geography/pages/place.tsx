// What is known of one place: its names, codes, boundary, what it is part of and what it holds?
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type Part, type PlacePage, placePage } from '../store/place-page.ts'
import { attribution } from './attribution.ts'
import { DrawnMap } from './drawn-map.tsx'
import { peopleScopeOf } from './people-scope.ts'
import { PlaceFacts } from './place-facts.tsx'
import { geographyStrings } from './strings.ts'

export async function showPlace(c: Ctx) {
  const id = c.req.param('place')
  const found = await reading(c, 'geography.read', async (tx, scope, now) =>
    isId(id) ? placePage(tx, scope, { id, peopleScope: peopleScopeOf(c), now }) : undefined,
  )
  if (!found) return notFoundPage(c)
  return c.html(<PlaceView context={await pageContext(c, '/places/map')} found={found} />)
}

type Found = { found: PlacePage }

function PlaceView({ context, found }: Found & { context: PageContext }) {
  const t = geographyStrings(context.lang)
  const { place, endedAt, nameCy, above } = found
  const crumbs = above.toReversed().map(({ id, name, isSeen }) => {
    return isSeen ? { href: `/places/${id}`, label: name } : { label: name }
  })
  return (
    <Page
      context={context}
      title={place.name}
      attribution={attribution}
      breadcrumbs={[{ href: '/places/map', label: t.places }, ...crumbs, { label: place.name }]}
    >
      <h1 class="ds-h1">
        {place.name}
        {nameCy && nameCy !== place.name && (
          <>
            {' / '}
            <span lang="cy">{nameCy}</span>
          </>
        )}
      </h1>
      <p>
        {t.kindsOfPlace[place.kind]}
        {endedAt && `. ${t.ended(format(context.lang).shortDate(endedAt))}`}
      </p>
      <PlaceFacts found={found} />
      <Inside found={found} />
      <Organisations found={found} />
      <OnMap found={found} />
      <Boundaries found={found} />
    </Page>
  )
}

function Inside({ found: { inside } }: Found) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { number } = format(lang)
  const gaps = inside.filter(part => part.owner === null && part.kind !== 'district').length
  const hasPeople = inside.some(part => part.people !== null)
  return (
    <section class="ds-section" aria-labelledby="h-inside">
      <h2 class="ds-h2" id="h-inside">
        {t.inside}
      </h2>
      {inside.length === 0 && <p>{t.insideNone}</p>}
      {inside.length > 0 && gaps > 0 && <p>{t.gaps(number(gaps), gaps)}</p>}
      {inside.length > 0 && (
        <table class="ds-table">
          <caption class="ds-hide">{t.inside}</caption>
          <thead>
            <tr>
              <th scope="col">{t.place}</th>
              {hasPeople && (
                <th scope="col" class="ds-number">
                  {t.peopleHere}
                </th>
              )}
              <th scope="col" class="ds-number">
                {t.homesHere}
              </th>
              <th scope="col" class="ds-wide">
                {t.ownerHere}
              </th>
            </tr>
          </thead>
          <tbody>
            {inside.map(part => (
              <PartRow part={part} hasPeople={hasPeople} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function PartRow({ part, hasPeople }: { part: Part; hasPeople: boolean }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { number } = format(lang)
  return (
    <tr>
      <th scope="row">
        <a href={`/places/${part.id}`}>{part.name}</a>
      </th>
      {hasPeople && <td class="ds-number">{number(part.people ?? 0)}</td>}
      <td class="ds-number">{number(part.homes)}</td>
      <td class="ds-wide">{part.owner ?? t.ownerNone}</td>
    </tr>
  )
}

function Organisations({ found: { organisations } }: Found) {
  const t = geographyStrings(useLang())
  return (
    <section class="ds-section" aria-labelledby="h-organisations">
      <h2 class="ds-h2" id="h-organisations">
        {t.organisations}
      </h2>
      {organisations.length === 0 ? (
        <p>{t.organisationsNone}</p>
      ) : (
        <ul class="govuk-list">
          {organisations.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function OnMap({ found: { place, shape, position, wards } }: Found) {
  const t = geographyStrings(useLang())
  if (!shape && !position) return null
  const village = { id: place.id, name: place.name, shape, position, isCurrent: true }
  return (
    <section class="ds-section" aria-labelledby="h-map">
      <h2 class="ds-h2" id="h-map">
        {t.map}
      </h2>
      <p>
        {wards[0]?.edition && t.mapWards(wards[0].edition)} {!shape && t.boundaryNone}{' '}
        <a href="/places/map">{t.mapTitle}</a>
      </p>
      <DrawnMap areas={wards} villages={[village]} />
    </section>
  )
}

function Boundaries({ found: { boundaries } }: Found) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { shortDate } = format(lang)
  if (boundaries.length === 0) return null
  return (
    <section class="ds-section" aria-labelledby="h-boundaries">
      <h2 class="ds-h2" id="h-boundaries">
        {t.boundaryVersions}
      </h2>
      <ul class="govuk-list">
        {boundaries.map(({ code, name, edition, fromAt, untilAt, isUndone, stands }) => (
          <li>
            {name ?? ''} {code}. {t.boundarySince(edition ?? '?', shortDate(fromAt))}
            {stands && `, ${t.now}`}
            {untilAt && !stands && `, ${t.boundaryUntil(shortDate(untilAt))}`}
            {isUndone && `. ${t.undone}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
