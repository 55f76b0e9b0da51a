// When are two written addresses the same home? When their first line and postcode agree.

/**
 * A key for comparing addresses: lower case, no punctuation, postcode without its space.
 * "12, Mill Lane" CB24 8RX and "12 Mill Lane" cb248rx have one key.
 */
export function addressKey(firstLine: string, postcode: string): string {
  const line = firstLine
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return `${line}|${postcode.toLowerCase().replace(/[^a-z0-9]/g, '')}`
}
