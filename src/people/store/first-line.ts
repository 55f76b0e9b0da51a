// Which home does a written address name? The key that the homes of a street are found by.
import { addressKey } from '../../places/index.ts'

/** "12, Mill Lane, Cottenham" and "12 Mill Lane" are one home under one postcode. */
export function homeKey(address: string, postcode: string): string {
  const [first = '', second = ''] = address.split(/[,\n]/).map(part => part.trim())
  const isNumberOnly = /^\d+[a-z]?$/i.test(first)
  const line = isNumberOnly ? `${first} ${second}` : first
  return line === '' && postcode === '' ? '' : addressKey(line, postcode)
}
