// Where are the villages, and how many people and homes has each? A drawn map and its table.
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type MapModel, mapModel, type Village } from '../store/map.ts'
import { attribution } from './attribution.ts'
import { DrawnMap } from './drawn-map.tsx'
import { holds, peopleScopeOf } from './people-scope.ts'
import { geographyStrings } from './strings.ts'

export async function showMap(c: Ctx) {
  const model = await reading(c, 'geography.read', (tx, scope, now) =>
    mapModel(tx, scope, { peopleScope: peopleScopeOf(c), now }),
  )
  const context = await pageContext(c, '/places/map')
  const t = geographyStrings(context.lang)
  const { wards, villages } = model
  const isDrawn = wards.length > 0 || villages.some(one => one.position !== null)
  return c.html(
    <Page context={context} title={t.mapTitle} attribution={attribution}>
      <h1 class="ds-h1">{t.mapTitle}</h1>
      {isDrawn ? (
        <>
          <p>
            <Said model={model} /> <a href="/places/map/full">{t.mapFull}</a>
          </p>
          <div class="ds-cols ds-cols--tile-map">
            <DrawnMapBox model={model} />
            <MapTable villages={villages} />
          </div>
        </>
      ) : (
        <>
          <p>{t.mapNone}</p>
          <MapTable villages={villages} />
        </>
      )}
      <ul class="govuk-list ds-section">
        {holds(c, 'geography.answer') && (
          <li>
            <a href="/places/where">{t.whereTitle}</a>
          </li>
        )}
        {holds(c, 'places.load') && (
          <li>
            <a href="/places/files">{t.files}</a>
          </li>
        )}
      </ul>
    </Page>,
  )
}

function DrawnMapBox({ model: { wards, villages } }: { model: MapModel }) {
  return (
    <div>
      <DrawnMap areas={wards} villages={villages} />
    </div>
  )
}

/** What is drawn, and what could not be: a map without its gaps would be believed. */
function Said({ model: { wards, villages } }: { model: MapModel }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const missing = villages.filter(one => one.position === null).length
  const shaped = villages.filter(one => one.shape !== null).length
  const edition = wards[0]?.edition ?? ''
  const parts = [
    ...(wards.length > 0 ? [t.mapWards(edition)] : []),
    ...(shaped > 0 ? [t.mapShapes(format(lang).number(shaped), shaped)] : []),
    ...(shaped < villages.length - missing ? [t.mapPoints] : []),
    ...(missing > 0 ? [t.mapMissing(format(lang).number(missing), missing)] : []),
  ]
  return <>{parts.join(' ')}</>
}

function MapTable({ villages }: { villages: readonly Village[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { number } = format(lang)
  const hasPeople = villages.some(one => one.people !== null)
  return (
    <section class="ds-section" aria-labelledby="h-table">
      <h2 class="ds-h2" id="h-table">
        {t.mapTable}
      </h2>
      <table class="ds-table">
        <caption class="ds-hide">{t.mapTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.village}</th>
            {hasPeople && (
              <th scope="col" class="ds-number">
                {t.peopleHere}
              </th>
            )}
            <th scope="col" class="ds-number">
              {t.homesHere}
            </th>
          </tr>
        </thead>
        <tbody>
          {villages.map(village => (
            <tr>
              <th scope="row">
                <a href={`/places/${village.id}`}>{village.name}</a>
                {village.nameCy && (
                  <>
                    <br />
                    <span lang="cy">{village.nameCy}</span>
                  </>
                )}
                <br />
                <small class="ds-quiet">
                  {t.wardOf(village.ward)}. {t.ownedBy(village.ownerName)}.{' '}
                  {t.drawn[drawnAs(village)]}.
                </small>
              </th>
              {hasPeople && <td class="ds-number">{number(village.people ?? 0)}</td>}
              <td class="ds-number">{number(village.homes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function drawnAs({ shape, position }: Village): 'shape' | 'point' | 'none' {
  if (shape) return 'shape'
  return position ? 'point' : 'none'
}
