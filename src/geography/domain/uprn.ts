// Is this a unique property reference number? Up to 12 digits, text for ever. A number that a
// spreadsheet has rounded is refused: its last digits are lost, and a guess is another home.
import type { Reason } from './terms.ts'

export type ReadUprn = { readonly uprn: string | null } | { readonly reason: Reason }

export const uprnDigitsMax = 12

/** Leading zeros are padding: `000100090123` and `100090123` are one home. */
export function readUprn(text: string): ReadUprn {
  const said = text.trim()
  if (said === '') return { uprn: null }
  if (/^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(said)) return { reason: 'uprn-scientific' }
  if (!/^\d+$/.test(said)) return { reason: 'uprn-not-digits' }
  const digits = said.replace(/^0+/, '')
  if (digits === '') return { reason: 'uprn-not-digits' }
  if (said.length > uprnDigitsMax) return { reason: 'uprn-too-long' }
  return { uprn: digits.padStart(uprnDigitsMax, '0') }
}
