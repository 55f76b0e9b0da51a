// The table of villages and the table of a village's streets, as tables that may be taken. They
// name no resident.
import {
  type Column,
  type ListAsked,
  type ListTable,
  onePage,
  type TableRow,
} from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { readAsOf } from '../domain/as-of.ts'
import { placesOf } from '../domain/fold-cells.ts'
import type { PlaceCover, StreetCover, VillageModel } from '../domain/model.ts'
import { byWhatNeedsDoing, type Counts, markOf, marks } from '../domain/terms.ts'
import { villagesSeen } from '../store/coordinators.ts'
import { coverageCells } from '../store/coverage.ts'
import { type Asked, viewOf } from '../store/read-view.ts'
import { villageFigures } from './kept-village.ts'
import { campaignAsked } from './read-asked.ts'
import { pictureWords } from './strings.ts'
import { villageWords } from './village-strings.ts'

type Found = { readonly asked: Asked; readonly asAt: number }

async function findAsked(
  { tx, scope, now, query }: ListAsked,
  campaign: string | undefined,
): Promise<Found | undefined> {
  const moment = readAsOf({ at: query.at }, now)
  if ('problem' in moment) return undefined
  const named = { id: campaign, round: query.round, at: moment.at }
  const asked = await campaignAsked(tx, scope, { ...named, now })
  return asked && { asked, asAt: moment.at ?? now }
}

/** Under the coverage of a campaign. */
export async function coverageTable(list: ListAsked): Promise<ListTable | undefined> {
  const found = await findAsked(list, list.params.campaign ?? '')
  return found && villagesOf(list, found, 'campaign-coverage')
}

/** Of all villages, also of those with one mark. */
export async function villagesTable(list: ListAsked): Promise<ListTable | undefined> {
  const found = await findAsked(list, list.query.campaign)
  const isMark = list.query.mark === undefined || marks.some(mark => mark === list.query.mark)
  return found && isMark ? villagesOf(list, found, 'villages') : undefined
}

async function villagesOf(
  { tx, scope, now, lang, query }: ListAsked,
  { asked, asAt }: Found,
  name: string,
): Promise<ListTable> {
  const t = villageWords(lang)
  const words = pictureWords(lang)
  const cells = await coverageCells(tx, scope, viewOf(asked, now))
  const { villages, placeless } = placesOf(cells, await villagesSeen(tx, scope, now))
  const mark = marks.find(one => one === query.mark)
  const shown = mark ? villages.filter(place => markOf(place.counts) === mark) : villages
  const rows = byWhatNeedsDoing(shown).map(place => villageRow(place.name, place))
  const rest = placeless && !mark ? [villageRow(words.placeNotKnown, placeless)] : []
  return {
    name,
    title: `${words.coverage}: ${asked.campaign.name}`,
    filter: mark ? t.filtered(shown.length, t.marks[mark]) : t.tableTitle,
    asAt,
    columns: villageColumns(lang),
    people: 0,
    rows: () => onePage([...rows, ...rest]),
  }
}

function numbers(names: readonly string[]): readonly Column[] {
  return names.map(name => ({ name, kind: 'number' }))
}

function villageColumns(lang: ListAsked['lang']): readonly Column[] {
  const t = pictureWords(lang).columns
  const { days } = villageWords(lang).fileColumns
  return [
    { name: t.village, kind: 'text' },
    ...numbers([t.untried, t.tried, t.reached, t.excused, t.listed, days]),
    { name: t.lead, kind: 'text' },
  ]
}

const inOrder = ({ untried, tried, reached, excused, listed }: Counts) => [
  ...[untried, tried, reached, excused, listed],
]

function villageRow(name: string, { counts, longestDays, owner }: PlaceCover): TableRow {
  return { cells: [name, ...inOrder(counts), longestDays, owner], people: [] }
}

/** Zones, their streets, and who looks after each. */
export async function streetsTable(list: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, node, params, query } = list
  const { village } = params
  const found = await findAsked(list, query.campaign)
  if (!found || !isId(village)) return undefined
  const model = await villageFigures(tx, scope, { ...found.asked, village, now, node })
  if (!model) return undefined
  const t = villageWords(lang)
  const words = pictureWords(lang).columns
  const { zone, street, needs } = t.fileColumns
  const counted = [words.untried, words.tried, words.reached, words.excused, words.listed]
  return {
    name: 'village-streets',
    title: t.what(model.village.name, model.campaign.name),
    filter: t.tableCaption,
    asAt: found.asAt,
    columns: [
      ...[zone, street, t.after].map(name => ({ name, kind: 'text' as const })),
      ...numbers([t.homes, ...counted, needs]),
    ],
    people: 0,
    rows: () => onePage(streetRows(model, t.streetUnknown)),
  }
}

function streetRows({ zones, streetless }: VillageModel, unknown: string): readonly TableRow[] {
  const rows = zones.flatMap(zone => zone.streets.map(street => streetRow(zone.name, street)))
  if (streetless.listed === 0) return rows
  const cells = ['', unknown, null, null, ...inOrder(streetless), null]
  return [...rows, { cells, people: [] }]
}

function streetRow(zone: string, street: StreetCover): TableRow {
  const { name, owner, homes, counts, openNeeds } = street
  const after = owner?.name ?? null
  return { cells: [zone, name, after, homes, ...inOrder(counts), openNeeds], people: [] }
}
