// Which codes do utility registers use for what somebody depends on? A code that we are not sure of
// is kept as given, and said.
import type { NeedMark } from '../../hazards/domain/index.ts'

export { type NeedMark, needMarks } from '../../hazards/domain/index.ts'

/**
 * Needs codes of the priority services registers of power, gas and water: one table for all three.
 * Checked against a public copy with its numbers (github.com/2266384/CSF300, commit fd92172,
 * database/seeders/NeedCodesTableSeeder.php); 31 is no longer given out, and old sheets have it.
 * One code may stand for several things: its mark says no more than the code does. Numbers that
 * are missing here (5 to 7, 10, 11, 13, 16, 21) are in no table that we found.
 */
export const registerCodes: Readonly<Record<string, NeedMark>> = {
  '1': 'nebuliser',
  '2': 'heart-lung-or-ventilator',
  '3': 'dialysis-or-pump',
  '4': 'oxygen',
  '8': 'blind',
  '9': 'partially-sighted',
  '12': 'hoist-or-stairlift',
  '14': 'pension-age',
  '15': 'physical-impairment',
  '17': 'no-english',
  '18': 'developmental-condition',
  '19': 'cannot-answer-door',
  '20': 'dementia',
  '22': 'serious-illness',
  '23': 'medical-washing',
  '24': 'telecare',
  '25': 'cold-medicine',
  '26': 'oxygen',
  '27': 'no-sense-of-smell',
  '28': 'restricted-hands',
  '29': 'young-children',
  '30': 'mental-health',
  '31': 'wants-company',
  '32': 'life-has-changed',
  '33': 'out-of-hospital',
  '34': 'young-householder',
  '35': 'hearing',
  '36': 'speech',
  '37': 'water-dependent',
}

export type ReadMarks = { readonly marks: readonly NeedMark[]; readonly unread: readonly string[] }

/** `02, 4; 19` and `02 - Heart, lung and ventilator`: the codes count, words beside them not. */
export function readNeedCodes(cell: string, codes: Readonly<Record<string, NeedMark>>): ReadMarks {
  const parts = cell.split(/[;,|/\n]|\s{2,}/).map(part => part.trim())
  const marks: NeedMark[] = []
  const unread: string[] = []
  for (const part of parts.filter(text => text !== '')) {
    const code = /^0*(\d{1,2})\b/.exec(part)?.[1] ?? part.toLowerCase()
    const mark = Object.hasOwn(codes, code) ? codes[code] : undefined
    const isWords = !/\d/.test(part) && marks.length > 0 && /\d/.test(cell)
    if (mark) marks.push(mark)
    else if (!isWords) unread.push(part)
  }
  return { marks: [...new Set(marks)], unread }
}
