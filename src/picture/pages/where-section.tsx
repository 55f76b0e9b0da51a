// In which villages is somebody not yet tried? Equal tiles, the true map, and the same as tables.
import { format } from '../../pages/format.ts'
import { Open, PlaceKey, TileMap, TrueMap } from '../../pages/pictures/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { CoverageModel, PlaceCover } from '../domain/model.ts'
import { byWhatNeedsDoing, markOf } from '../domain/terms.ts'
import { linker } from './coverage-headline.tsx'
import { coverageWords } from './coverage-strings.ts'
import { Figure } from './figure.tsx'
import { drawnPlaces, shape } from './map-places.ts'
import { momentQuery } from './moment.ts'
import { PlacesTable } from './places-table.tsx'

const rowsFirst = 10

export function WhereSection({ model }: { model: CoverageModel }) {
  const t = coverageWords(useLang())
  const villages = byWhatNeedsDoing(model.villages)
  const link = linker(model)
  const placeHref = ({ id }: { id: string }) => `/villages/${id}?${momentQuery(model)}`
  const untried = villages.filter(place => markOf(place.counts) === 'untried')
  const first = untried.slice(0, rowsFirst)
  const { placeless } = model
  return (
    <section class="ds-section" aria-labelledby="h-where">
      <div class="ds-section__head">
        <Title model={model} untried={untried} />
        <a class="ds-small" href="#h-how">
          {t.skip}
        </a>
      </div>
      <Maps model={model} placeHref={placeHref} />
      {first.length > 0 && (
        <PlacesTable
          places={first}
          whole={villages}
          placeless={placeless}
          link={link}
          placeHref={placeHref}
          caption={t.firstVillages(first.length, untried.length)}
        />
      )}
      <Open summary={t.allVillages(villages.length)}>
        <PlacesTable places={villages} placeless={placeless} link={link} placeHref={placeHref} />
      </Open>
    </section>
  )
}

function Title({ model, untried }: { model: CoverageModel; untried: readonly PlaceCover[] }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const all = model.villages.length
  const [most] = untried
  const villagesHref = `/villages?${momentQuery(model)}&mark=untried`
  if (!most) {
    return (
      <h2 class="ds-h2" id="h-where">
        {t.whereNone(all)}
      </h2>
    )
  }
  const href = linker(model)({ place: most.id, state: 'untried' })
  return (
    <h2 class="ds-h2" id="h-where">
      {fill(t.where(all), {
        n: <a href={villagesHref}>{format(lang).number(untried.length)}</a>,
      })}{' '}
      {fill(t.whereMost, {
        village: most.name,
        n: <Figure n={most.counts.untried} href={href} />,
      })}
    </h2>
  )
}

type MapsProps = { model: CoverageModel; placeHref: (place: { id: string }) => string }

/** Only where the villages are those of the outline we ship; else the table stands alone. */
function Maps({ model, placeHref }: MapsProps) {
  const t = coverageWords(useLang())
  const places = drawnPlaces(model.villages, placeHref)
  if (places === null) return null
  return (
    <>
      <PlaceKey places={places} href={state => `/villages?${momentQuery(model)}&mark=${state}`} />
      <div class="ds-cols ds-cols--tile-map">
        <figure>
          <TileMap places={places} />
          <figcaption class="ds-caption">{t.tilesCaption}</figcaption>
        </figure>
        <figure>
          <TrueMap shape={shape} places={places} />
          <figcaption class="ds-caption">{t.mapCaption}</figcaption>
        </figure>
      </div>
    </>
  )
}
