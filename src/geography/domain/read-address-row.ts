// What does one row of a streets-and-addresses file say? One home: its number, its street, its
// village, its postcode, and perhaps where it lies.
import { addressKey } from '../../places/domain/address-key.ts'
import { readGss } from './gss.ts'
import { readPostcode } from './read-postcode.ts'
import { cellOf, type Lookup, positionOf, type Row, type Wrong } from './read-rows.ts'
import type { Position, Reason } from './terms.ts'
import { readUprn } from './uprn.ts'

export type AddressRow = {
  readonly row: number
  readonly what: string
  readonly uprn: string | null
  readonly address: string
  readonly street: string
  readonly village: string
  readonly code: string | null
  readonly zone: string
  readonly postcode: string
  readonly position: Position | null
  /** By this two written addresses are compared. */
  readonly key: string
}

const lettersMax = 300

export function readAddressRow(lookup: Lookup, row: Row): AddressRow | Wrong {
  const cell = (name: string) => cellOf(lookup.columns, name, row).slice(0, lettersMax)
  const uprn = readUprn(cell('uprn'))
  const street = cell('street').replace(/\s+/g, ' ')
  const address = addressOf(cell, street)
  const what = 'reason' in uprn ? cell('uprn') : [address, cell('postcode')].join(' ').trim()
  const wrong = (reason: Reason): Wrong => ({ row: row.row, what, reason })
  if ('reason' in uprn) return wrong(uprn.reason)
  if (street === '') return wrong('street-missing')
  if (address === '' || address === street) return wrong('address-missing')
  const postcode = readPostcode(cell('postcode'))
  if (cell('postcode') !== '' && postcode === undefined) return wrong('postcode-wrong')
  const code = readGss(cell('code'))
  if (cell('code') !== '' && code === undefined) return wrong('code-wrong')
  if (cell('village') === '' && code === undefined) return wrong('village-missing')
  const position = positionOf(lookup, row)
  if (position === 'outside') return wrong('position-outside')
  return {
    row: row.row,
    what,
    uprn: uprn.uprn,
    address,
    street,
    village: cell('village'),
    code: code ?? null,
    zone: cell('zone'),
    postcode: postcode ?? '',
    position,
    key: homeKey(address, postcode ?? ''),
  }
}

/** As written in one cell, or its parts put together: flat, number or name, street. */
function addressOf(cell: (name: string) => string, street: string): string {
  const whole = cell('address')
  if (whole !== '') return whole
  const home = [cell('number'), street].filter(part => part !== '').join(' ')
  return cell('number') === '' ? '' : [cell('flat'), home].filter(part => part !== '').join(', ')
}

/** The first line counts, as it does for the addresses of people. */
export function homeKey(address: string, postcode: string): string {
  const [first = '', second = ''] = address.split(/[,\n]/).map(part => part.trim())
  const isNumberOnly = /^\d+[a-z]?$/i.test(first)
  return addressKey(isNumberOnly ? `${first} ${second}` : first, postcode)
}
