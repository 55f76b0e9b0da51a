// What does one row of a table of positions say? A name, a number, a postcode or a village, and
// where it lies. Read rightly or not at all.
import { openNames } from './columns.ts'
import { readGss } from './gss.ts'
import { isBritish, numberOf, rounded, type ToWgs84 } from './read-position.ts'
import { readPostcode } from './read-postcode.ts'
import type { Table } from './recognise.ts'
import type { Position, Reason } from './terms.ts'
import { readUprn } from './uprn.ts'

export type Row = { readonly row: number; readonly cells: readonly string[] }
export type Wrong = { readonly row: number; readonly what: string; readonly reason: Reason }
type Read<T> = ({ readonly row: number; readonly what: string } & T) | Wrong

export function isWrong(read: object): read is Wrong {
  return 'reason' in read
}

export type Lookup = { readonly columns: Table['columns']; readonly toWgs84: ToWgs84 }

export function cellOf(columns: Table['columns'], name: string, { cells }: Row): string {
  const at = columns[name]
  return at === undefined ? '' : (cells[at] ?? '').trim()
}

/** Degrees if they are there, else metres. Null when nothing is said. */
export function positionOf(lookup: Lookup, row: Row): Position | null | 'outside' {
  const [latitude, longitude, easting, northing] = [
    'latitude',
    'longitude',
    'easting',
    'northing',
  ].map(name => numberOf(cellOf(lookup.columns, name, row)))
  if (latitude !== undefined && longitude !== undefined) {
    // The postcode directory writes 99.999999 where there is no grid reference.
    if (latitude >= 99.9) return null
    return within([longitude, latitude])
  }
  if (easting === undefined || northing === undefined) return null
  if (easting === 0 && northing === 0) return null
  return within(lookup.toWgs84(easting, northing))
}

function within(position: Position): Position | 'outside' {
  return isBritish(position) ? rounded(position) : 'outside'
}

export type PostcodeFact = {
  readonly postcode: string
  readonly position: Position | null
  /** Year and month, as in 1996-06. An ended postcode is kept as ended. */
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly district: string | null
  readonly ward: string | null
  readonly parish: string | null
  readonly lsoa: string | null
}

export function readPostcodeRow(lookup: Lookup, row: Row): Read<{ fact: PostcodeFact }> {
  const cell = (name: string) => cellOf(lookup.columns, name, row)
  const what = cell('postcode').slice(0, 20)
  const postcode = readPostcode(what)
  if (postcode === undefined) return { row: row.row, what, reason: 'postcode-wrong' }
  // Code-Point Open marks a postcode without a position with 90.
  const position = cell('quality') === '90' ? null : positionOf(lookup, row)
  if (position === 'outside') return { row: row.row, what, reason: 'position-outside' }
  const fact = {
    postcode,
    position,
    startedAt: monthOf(cell('started')),
    endedAt: monthOf(cell('ended')),
    district: codeOf(cell('district')),
    ward: codeOf(cell('ward')),
    parish: codeOf(cell('parish')),
    lsoa: codeOf(cell('lsoa')),
  }
  return { row: row.row, what: postcode, fact }
}

/** 199606 and 1996-06-01T00:00:00 are June 1996. */
function monthOf(text: string): string | null {
  const [, year, month] = /^(\d{4})-?(\d{2})/.exec(text) ?? []
  return year === undefined ? null : `${year}-${month}`
}

/** Codes that end in eight nines stand for "none here". */
function codeOf(text: string): string | null {
  const code = readGss(text)
  return code === undefined || code.endsWith('99999999') ? null : code
}

export type UprnFact = { readonly uprn: string; readonly position: Position }

export function readUprnRow(lookup: Lookup, row: Row): Read<{ fact: UprnFact }> {
  const what = cellOf(lookup.columns, 'uprn', row).slice(0, 30)
  const read = readUprn(what)
  if ('reason' in read) return { row: row.row, what, reason: read.reason }
  if (read.uprn === null) return { row: row.row, what, reason: 'uprn-not-digits' }
  const position = positionOf(lookup, row)
  if (position === 'outside') return { row: row.row, what, reason: 'position-outside' }
  if (position === null) return { row: row.row, what, reason: 'position-missing' }
  return { row: row.row, what: read.uprn, fact: { uprn: read.uprn, position } }
}

export type NameFact = {
  readonly id: string
  readonly name: string
  readonly nameCy: string | null
  readonly type: string
  readonly position: Position
  /** The settlement that a road belongs to. */
  readonly of: string | null
  readonly district: string
}

const kept = ['populatedPlace', 'transportNetwork']

export function readNameRow({ toWgs84 }: Lookup, row: Row): Read<{ fact: NameFact }> {
  const cell = (at: number) => (row.cells[at] ?? '').trim()
  const what = cell(openNames.name1).slice(0, 100)
  if (!kept.includes(cell(openNames.type)))
    return { row: row.row, what, reason: 'no-place-to-name' }
  const [easting, northing] = [openNames.easting, openNames.northing].map(at => numberOf(cell(at)))
  if (easting === undefined || northing === undefined) {
    return { row: row.row, what, reason: 'position-missing' }
  }
  const position = within(toWgs84(easting, northing))
  if (position === 'outside') return { row: row.row, what, reason: 'position-outside' }
  if (what === '') return { row: row.row, what, reason: 'name-missing' }
  const fact = {
    id: cell(openNames.id),
    ...namesOf(cell),
    type: cell(openNames.localType),
    position,
    of: cell(openNames.populatedPlace) || null,
    district: cell(openNames.district) || cell(openNames.county),
  }
  return { row: row.row, what, fact }
}

/** Either name may be the Welsh one: each says in which language it is. */
function namesOf(cell: (at: number) => string): { name: string; nameCy: string | null } {
  const [first, second] = [cell(openNames.name1), cell(openNames.name2)]
  if (cell(openNames.language1) === 'cym') return { name: second || first, nameCy: first }
  return { name: first, nameCy: cell(openNames.language2) === 'cym' ? second : null }
}

export type PointFact = { readonly name: string; readonly code: string | null; position: Position }

export function readPointRow(lookup: Lookup, row: Row): Read<{ fact: PointFact }> {
  const what = cellOf(lookup.columns, 'name', row).slice(0, 200)
  const said = cellOf(lookup.columns, 'code', row)
  const code = readGss(said) ?? null
  if (what === '') return { row: row.row, what, reason: 'name-missing' }
  if (said !== '' && code === null) return { row: row.row, what, reason: 'code-wrong' }
  const position = positionOf(lookup, row)
  if (position === 'outside') return { row: row.row, what, reason: 'position-outside' }
  if (position === null) return { row: row.row, what, reason: 'position-missing' }
  return { row: row.row, what, fact: { name: what, code, position } }
}
