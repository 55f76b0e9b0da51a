// How does Welsh count, and how does it change the first letter of a word?

/**
 * Welsh counts with the singular, and the number may change its first letter:
 * 1 person, 2 berson, 3 pherson, 6 pherson, 4 person.
 */
export type WelshForms = {
  readonly one: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

const welsh = new Intl.PluralRules('cy')

/** Forms by the rules of CLDR for Welsh: few is 3, many is 6; what is not given is `other`. */
export function pluralCy(count: number, forms: WelshForms): string {
  const form = welsh.select(count)
  return form === 'zero' ? forms.other : (forms[form] ?? forms.other)
}

const vowel = /^[aeiouwyâêîôûŵŷ]/i

type Change = readonly (readonly [from: string, to: string])[]

const soft: Change = [
  ['ll', 'l'],
  ['rh', 'r'],
  ['p', 'b'],
  ['t', 'd'],
  ['c', 'g'],
  ['b', 'f'],
  ['d', 'dd'],
  ['g', ''],
  ['m', 'f'],
]

const nasal: Change = [
  ['p', 'mh'],
  ['t', 'nh'],
  ['c', 'ngh'],
  ['b', 'm'],
  ['d', 'n'],
  ['g', 'ng'],
]

/** Two letters that are one letter of the alphabet, and do not change as their first would. */
const whole = ['ch', 'dd', 'ff', 'ng', 'ph', 'th']

/** `i Gaerdydd`: after i, o, ar, gan, dros and other small words. For Welsh words alone. */
export function softened(word: string): string {
  return changed(word, soft)
}

/** `yng Nghaerdydd`, `ym Mangor`, `yn Abertawe`: in a place with a Welsh name. */
export function inPlace(name: string): string {
  const after = changed(name, nasal)
  const lower = after.toLowerCase()
  if (lower.startsWith('ng')) return `yng ${after}`
  if (lower.startsWith('m')) return `ym ${after}`
  return `yn ${after}`
}

/** `a`, or `ac` before a vowel. */
export function andCy(word: string): string {
  return vowel.test(word) ? `ac ${word}` : `a ${word}`
}

function changed(word: string, change: Change): string {
  const lower = word.toLowerCase()
  if (whole.some(letter => lower.startsWith(letter))) return word
  const found = change.find(([from]) => lower.startsWith(from))
  if (!found) return word
  const rest = word.slice(found[0].length)
  const capital = word[0] !== lower[0]
  const start = found[1] + rest
  return capital ? start.charAt(0).toUpperCase() + start.slice(1) : start
}
