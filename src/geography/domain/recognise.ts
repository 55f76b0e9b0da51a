// Which kind of table is this? Its first row says: by names, or by how it looks without any.
import {
  addressColumns,
  codePointOpen,
  codePointWidth,
  findColumns,
  openNamesWidth,
  pointColumns,
  postcodeColumns,
  uprnColumns,
} from './columns.ts'
import { editionOf } from './edition.ts'
import { readPostcode } from './read-postcode.ts'
import type { FileKind, FileProblem } from './terms.ts'

export type Table = {
  readonly kind: Extract<
    FileKind,
    'points' | 'addresses' | 'open-names' | 'open-uprn' | 'postcodes'
  >
  readonly hasHeader: boolean
  readonly columns: Readonly<Record<string, number | undefined>>
  readonly edition: string | null
}

export function recogniseTable(first: readonly string[]): Table | FileProblem {
  if (first.length === openNamesWidth && /^osgb\d+$/.test(first[0] ?? '')) {
    return { kind: 'open-names', hasHeader: false, columns: {}, edition: null }
  }
  if (first.length === codePointWidth && readPostcode(first[0] ?? '') !== undefined) {
    return { kind: 'postcodes', hasHeader: false, columns: codePointOpen, edition: null }
  }
  return byHeader(first)
}

function byHeader(header: readonly string[]): Table | FileProblem {
  const edition = editionOf(header)
  const as = (kind: Table['kind'], columns: Table['columns']): Table => {
    return { kind, hasHeader: true, columns, edition }
  }
  const uprns = findColumns(uprnColumns, header)
  if (has(uprns, 'uprn', 'easting', 'northing') && header.length <= 6) return as('open-uprn', uprns)
  const addresses = findColumns(addressColumns, header)
  if (has(addresses, 'street') && (has(addresses, 'address') || has(addresses, 'number'))) {
    return placed(addresses) ? as('addresses', addresses) : missing('village', 'parish_code')
  }
  if (has(addresses, 'uprn')) return missing('street', 'address')
  const postcodes = findColumns(postcodeColumns, header)
  if (has(postcodes, 'postcode', 'district')) return as('postcodes', postcodes)
  const points = findColumns(pointColumns, header)
  const isPlaced = has(points, 'latitude', 'longitude') || has(points, 'easting', 'northing')
  if (isPlaced && has(points, 'name')) return as('points', points)
  return { problem: 'not-known' }
}

function has(columns: Table['columns'], ...names: string[]): boolean {
  return names.every(name => columns[name] !== undefined)
}

function placed(columns: Table['columns']): boolean {
  return has(columns, 'village') || has(columns, 'code')
}

function missing(...columns: string[]): FileProblem {
  return { problem: 'column-missing', columns }
}
