// How does every village stand, by what needs doing there? One table, and the tiles beside it.
import { Page, type PageContext } from '../../pages/layout.tsx'
import { PlaceKey, TileMap } from '../../pages/pictures/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import { type TakeAddress, TakeLinks } from '../../web/take-links.tsx'
import type { PlaceCover } from '../domain/model.ts'
import { byWhatNeedsDoing, markOf, type PlaceMark } from '../domain/terms.ts'
import type { Asked } from '../store/read-view.ts'
import { linker } from './coverage-headline.tsx'
import { Figure } from './figure.tsx'
import { attribution, drawnPlaces } from './map-places.ts'
import { momentQuery } from './moment.ts'
import { PlacesTable } from './places-table.tsx'
import { villageWords } from './village-strings.ts'

export type VillagesModel = {
  readonly asked: Asked | null
  readonly now: number
  readonly isWhole: boolean
  readonly villages: readonly PlaceCover[]
  readonly placeless: PlaceCover | null
}

export type VillagesViewProps = {
  context: PageContext
  model: VillagesModel
  mark: PlaceMark | null
  take?: TakeAddress | undefined
}

export function VillagesView({ context, model, mark, take }: VillagesViewProps) {
  const t = villageWords(context.lang)
  const { asked, villages } = model
  return (
    <Page context={context} title={t.villagesTitle} attribution={attribution}>
      <Headline model={model} />
      {asked ? <Covered asked={asked} model={model} mark={mark} /> : <Bare villages={villages} />}
      {asked && <TakeLinks at={take} />}
      <p class="ds-section">
        <a href="/places/map">{t.mapOfPlaces}</a>
      </p>
    </Page>
  )
}

function Headline({ model }: { model: VillagesModel }) {
  const t = villageWords(useLang())
  const { asked, villages } = model
  const untried = villages.filter(place => markOf(place.counts) === 'untried').length
  if (villages.length === 0) return <h1 class="ds-h1 ds-headline">{t.noVillages}</h1>
  if (!asked || untried === 0) {
    return (
      <h1 class="ds-h1 ds-headline">{asked ? t.headlineNone(villages.length) : t.villagesTitle}</h1>
    )
  }
  const href = `/villages?${momentQuery(asked)}&mark=untried`
  return (
    <h1 class="ds-h1 ds-headline">
      {fill(t.headline(villages.length), { n: <Figure n={untried} href={href} /> })}
    </h1>
  )
}

type CoveredProps = { asked: Asked; model: VillagesModel; mark: PlaceMark | null }

function Covered({ asked, model, mark }: CoveredProps) {
  const t = villageWords(useLang())
  const { villages, placeless } = model
  const query = momentQuery(asked)
  const placeHref = ({ id }: { id: string }) => `/villages/${id}?${query}`
  const shown = mark ? villages.filter(place => markOf(place.counts) === mark) : villages
  const drawn = mark ? null : drawnPlaces(villages, placeHref)
  return (
    <>
      <p class="ds-quiet">
        {fill(t.forCampaign, {
          campaign: <a href={`/campaigns/${asked.campaign.id}/coverage`}>{asked.campaign.name}</a>,
        })}
      </p>
      {mark && (
        <p data-total={shown.length}>
          {t.filtered(shown.length, t.marks[mark])} <a href={`/villages?${query}`}>{t.showAll}</a>
        </p>
      )}
      {drawn && (
        <section class="ds-section">
          <PlaceKey places={drawn} href={state => `/villages?${query}&mark=${state}`} />
          <TileMap places={drawn} />
        </section>
      )}
      <section class="ds-section">
        <PlacesTable
          places={byWhatNeedsDoing(shown)}
          whole={villages}
          placeless={placeless}
          link={linker(asked)}
          placeHref={placeHref}
          caption={t.tableTitle}
        />
      </section>
    </>
  )
}

/** Before any campaign: the places themselves. */
function Bare({ villages }: { villages: readonly PlaceCover[] }) {
  const t = villageWords(useLang())
  return (
    <>
      <p>{t.noCampaign}</p>
      <ul>
        {villages.map(place => (
          <li>{place.name}</li>
        ))}
      </ul>
    </>
  )
}
