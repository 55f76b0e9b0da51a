// Which postcode is this? Written as the post office writes it, or not read at all.

export type ReadPostcode =
  | { readonly kind: 'postcode'; readonly postcode: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }

const pattern = /^(GIR|[A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})$/

export function readPostcode(cell: string): ReadPostcode {
  const letters = cell.toUpperCase().replace(/[\s.\-\u00a0]/g, '')
  if (letters === '') return { kind: 'empty' }
  const parts = pattern.exec(letters)
  return parts === null
    ? { kind: 'unreadable' }
    : { kind: 'postcode', postcode: `${parts[1]} ${parts[2]}` }
}

/** `CB24` of `CB24 8RX`. */
export function outwardOf(postcode: string): string {
  return postcode.split(' ')[0] ?? ''
}
