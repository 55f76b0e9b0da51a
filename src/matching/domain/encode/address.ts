// What is an address made of? Its words and numbers without order, with the usual short forms
// written out: "Flat 2, 14 High St." and "14 HIGH STREET FLAT 2" are one.
import { fold } from './fold.ts'

const wordsMax = 24
const longForms: ReadonlyMap<string, string> = new Map(
  `st street;rd road;ave avenue;av avenue;ln lane;cl close;cres crescent;dr drive;ct court
  pl place
  gdns gardens;gdn garden;sq square;terr terrace;ter terrace;pk park;hse house;apt flat
  apartment flat
  nr near;ctt cottage;cott cottage;cotts cottages;fm farm;gt great;lt little;mt mount;gr grove
  grn green;rtrmnt retirement;retrmnt retirement;vlge village;vlg village;bldg building`
    .split(/[;\n]/)
    .map(pair => pair.trim().split(' ') as [string, string]),
)

export function addressWords(text: string): string[] {
  const words: string[] = []
  for (const written of fold(text).split(' ')) {
    if (written === '') continue
    const word = longForms.get(written) ?? withoutZeros(written)
    if (!words.includes(word)) words.push(word)
    if (words.length === wordsMax) break
  }
  return words.sort()
}

export function isNumber(word: string): boolean {
  const first = word.charCodeAt(0)
  return first >= 48 && first <= 57
}

function withoutZeros(word: string): string {
  return word.startsWith('0') ? word.replace(/^0+(?=\d)/, '') : word
}
