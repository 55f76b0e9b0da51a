// Is this a postcode, and how is it written? As AA9A 9AA; anything else is not one.

const pattern = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

export function readPostcode(text: string): string | undefined {
  const found = pattern.exec(text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  return found ? `${found[1]} ${found[2]}` : undefined
}
