// Which postcodes were pasted? From a message, a spreadsheet column or a list, in any spacing.
import { postcodesMax } from './terms.ts'

export type Postcodes = { readonly postcodes: readonly string[]; readonly wrong: readonly string[] }

const whole = /[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}/

/** What is no postcode is named, so that nobody is left out for a slip. */
export function readPostcodes(text: string): Postcodes {
  const found = new Set<string>()
  const wrong: string[] = []
  for (const part of text.toUpperCase().split(/[,;\n\r\t|]+/)) {
    const pattern = new RegExp(`\\b${whole.source}\\b`, 'g')
    for (const [one] of part.matchAll(pattern)) found.add(spaced(one))
    const rest = part.replaceAll(pattern, '').trim()
    if (rest !== '') wrong.push(rest)
  }
  return { postcodes: [...found].slice(0, postcodesMax + 1), wrong }
}

function spaced(postcode: string): string {
  const close = postcode.replaceAll(/\s/g, '')
  return `${close.slice(0, -3)} ${close.slice(-3)}`
}
