// How does each village stand? One row each, worst first, the parts of every row adding up.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Filter } from '../domain/filter.ts'
import type { PlaceCover } from '../domain/model.ts'
import { addCounts } from '../domain/terms.ts'
import { Figure } from './figure.tsx'
import { pictureWords } from './strings.ts'

export type PlacesTableProps = {
  places: readonly PlaceCover[]
  link: (filter: Filter) => string
  /** Null where a place has no page of its own: "Place not known". */
  placeHref?: (place: PlaceCover) => string
  caption?: string
  /** The whole, when the rows are only some of it. */
  whole?: readonly PlaceCover[]
  /** People without a place: the sums need them. */
  placeless?: PlaceCover | null
}

export function PlacesTable(props: PlacesTableProps) {
  const { places, caption, placeless, whole = places } = props
  return (
    <table class="ds-table ds-tight">
      {caption && <caption>{caption}</caption>}
      <Head />
      <tbody>
        {places.map(place => (
          <Row place={place} filter={{ place: place.id }} {...props} />
        ))}
        {placeless && <Row place={placeless} filter={{ place: 'none' }} {...props} isPlaceless />}
      </tbody>
      <Foot {...props} whole={placeless ? [...whole, placeless] : whole} count={whole.length} />
    </table>
  )
}

function Head() {
  const t = pictureWords(useLang()).columns
  return (
    <thead>
      <tr>
        <th scope="col">{t.village}</th>
        <th scope="col" class="ds-number" aria-sort="descending">
          {t.untried} ▾
        </th>
        <th scope="col" class="ds-number">
          {t.tried}
        </th>
        <th scope="col" class="ds-number ds-wide">
          {t.reached}
        </th>
        <th scope="col" class="ds-number ds-wide">
          {t.excused}
        </th>
        <th scope="col" class="ds-number ds-wide">
          {t.listed}
        </th>
        <th scope="col" class="ds-number">
          {t.longest}
        </th>
        <th scope="col" class="ds-wide">
          {t.lead}
        </th>
      </tr>
    </thead>
  )
}

type RowProps = PlacesTableProps & { place: PlaceCover; filter: Filter; isPlaceless?: boolean }

function Row({ place, filter, link, placeHref, isPlaceless }: RowProps) {
  const lang = useLang()
  const t = pictureWords(lang)
  const { counts, longestDays } = place
  const name = isPlaceless ? t.placeNotKnown : place.name
  return (
    <tr>
      <th scope="row">
        {placeHref && !isPlaceless ? <a href={placeHref(place)}>{name}</a> : name}
      </th>
      <Cells counts={counts} filter={filter} link={link} />
      <td class="ds-number">
        {longestDays === null ? t.nobodyWaits : format(lang).days(longestDays)}
      </td>
      <td class="ds-wide ds-nowrap">{place.owner ?? t.none}</td>
    </tr>
  )
}

type CellsProps = Pick<RowProps, 'filter' | 'link'> & { counts: PlaceCover['counts'] }

function Cells({ counts, filter, link }: CellsProps) {
  return (
    <>
      <td class="ds-number">
        <Figure n={counts.untried} href={link({ ...filter, state: 'untried' })} strong />
      </td>
      <td class="ds-number">
        <Figure n={counts.tried} href={link({ ...filter, state: 'tried' })} />
      </td>
      <td class="ds-number ds-wide">
        <Figure n={counts.reached} href={link({ ...filter, state: 'reached' })} />
      </td>
      <td class="ds-number ds-wide">
        <Figure n={counts.excused} href={link({ ...filter, state: 'excused' })} />
      </td>
      <td class="ds-number ds-wide">
        <Figure n={counts.listed} href={link(filter)} />
      </td>
    </>
  )
}

function Foot({
  whole,
  count,
  link,
}: PlacesTableProps & { whole: readonly PlaceCover[]; count: number }) {
  const lang = useLang()
  const t = pictureWords(lang)
  const waits = whole.flatMap(place => (place.longestDays === null ? [] : [place.longestDays]))
  const longest = waits.length > 0 ? Math.max(...waits) : null
  return (
    <tfoot>
      <tr>
        <th scope="row">{t.all(count)}</th>
        <Cells counts={addCounts(whole.map(place => place.counts))} filter={{}} link={link} />
        <td class="ds-number">{longest === null ? t.nobodyWaits : format(lang).days(longest)}</td>
        <td class="ds-wide"></td>
      </tr>
    </tfoot>
  )
}
