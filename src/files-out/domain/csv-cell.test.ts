// Can a cell of ours ever be run by a spreadsheet, and does every other cell arrive as it was?
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv-cell.ts'

/** A second, slower statement of the rule: what is left when all that is unseen is taken away. */
function beginsLikeFormula(text: string): boolean {
  const seen = [...text].find(
    letter => !/[\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(letter),
  )
  return '=+-@'.includes((seen ?? ' ').normalize('NFKC').replace('\u2212', '-'))
}

const hidden = fc.constantFrom(
  ...['', ' ', '\t', '\r', '\n', '\u0001', '\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060'],
  ...['\u034f', '\u115f', '\u3164', '\uffa0', '\ufe0f', '\u{e0001}', '\u2800', '\u202e', '\u3000'],
)
const sign = fc.constantFrom(...'=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−')

test('no cell begins like a formula, whatever stands unseen in front', () => {
  const parts = fc.tuple(fc.array(hidden, { maxLength: 6 }), sign, fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(parts, ([before, start, after]) => {
      const [[read = '']] = parse(csvLine([before.join('') + start + after])) as [[string]]
      expect(read.startsWith("'")).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const [row] = parse(csvLine([text, 'x'])) as [[string, string]]
      expect(beginsLikeFormula(row[0])).toBe(false)
    }),
  )
})

test.each(['=1+1', '+44', '-1', '@SUM(A1)', '\t=x', '|cmd', '%0A', '=cmd|’/c calc’!A0'])(
  'the cell %j is made text',
  text => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  },
)

test('every other cell arrives letter for letter', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter(text => /^\p{L}/u.test(text))
  fc.assert(
    fc.property(fc.array(plain, { minLength: 2, maxLength: 5 }), cells => {
      expect(parse(csvLine(cells))).toEqual([cells])
    }),
  )
})

test('quotes, commas and line ends stay within their cell; a number stays a number', () => {
  expect(csvLine(['a,b', 'say "no"', 7, undefined, -3])).toBe('"a,b","say ""no""",7,,-3\r\n')
})
