// The list behind a figure, as a table that may be taken.
import type { Column, ListAsked, ListTable, TableRow } from '../../files-out/index.ts'
import { readAsOf } from '../domain/as-of.ts'
import { readFilter } from '../domain/filter.ts'
import type { MemberRow } from '../domain/model.ts'
import { countMembers, type Listing, memberRows, placeName } from '../store/member-list.ts'
import { viewOf } from '../store/read-view.ts'
import { nextWord, reasonWord } from './codes.ts'
import { membersWords } from './members-strings.ts'
import { listSentence } from './members-view.tsx'
import { campaignAsked } from './read-asked.ts'
import { pictureWords } from './strings.ts'

const rowsPerRead = 2_000

export async function membersTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, params, query } = asked
  const filter = readFilter(query)
  const moment = readAsOf({ at: query.at }, now)
  if (!filter || 'problem' in moment) return undefined
  const { at } = moment
  const named = { id: params.campaign ?? '', round: query.round, at }
  const found = await campaignAsked(tx, scope, { ...named, now })
  const { place } = filter
  const name = place && place !== 'none' ? await placeName(tx, scope, place) : null
  if (!found || name === undefined) return undefined
  const listing = { view: viewOf(found, now), filter, page: 1, perPage: rowsPerRead }
  const total = await countMembers(tx, scope, listing)
  const list = { ...found, now, total, page: 1, rows: [], placeName: name || null }
  return {
    name: 'campaign-members',
    title: found.campaign.name,
    filter: listSentence(lang, list, filter),
    asAt: at ?? now,
    columns: columnsOf(asked),
    people: found.campaign.kind === 'person' ? total : 0,
    rows: () => pages(asked, listing),
  }
}

function columnsOf({ lang }: ListAsked): readonly Column[] {
  const t = membersWords(lang)
  const { who, state, tries, next } = t.columns
  const { street, village, reason, days, nextAt } = t.fileColumns
  return [
    { name: who, kind: 'text' },
    { name: street, kind: 'text' },
    { name: village, kind: 'text' },
    { name: state, kind: 'text' },
    { name: reason, kind: 'text' },
    { name: days, kind: 'number' },
    { name: tries, kind: 'number' },
    { name: next, kind: 'text' },
    { name: nextAt, kind: 'moment' },
  ]
}

async function* pages(
  { tx, scope, lang }: ListAsked,
  listing: Listing,
): AsyncGenerator<readonly TableRow[]> {
  for (let page = 1; ; page++) {
    const rows = await memberRows(tx, scope, { ...listing, page })
    yield rows.map(row => ({
      cells: cellsOf(lang, row),
      people: row.kind === 'person' ? [row.subject] : [],
    }))
    if (rows.length < listing.perPage) return
  }
}

function cellsOf(lang: ListAsked['lang'], row: MemberRow): TableRow['cells'] {
  const t = membersWords(lang)
  return [
    row.name ?? t.erased,
    row.street,
    row.village ?? pictureWords(lang).placeNotKnown,
    t.states[row.state],
    row.reason && reasonWord(lang, row.reason),
    row.days,
    row.tries,
    row.next && nextWord(lang, row.next),
    row.nextAt,
  ]
}
