// Would the guard see a mark wherever it may hide? Leaks are planted here, in the writers that the
// service itself uses: what this file cannot see, `canary.test.ts` cannot see either.
import { describe, expect, test } from 'vitest'
import { workbook } from '../../src/files-out/writing/workbook.ts'
import { DrawnMap } from '../../src/geography/pages/drawn-map.tsx'
import { marksIn } from './canary.ts'
import { isWorkbook, workbookText } from './workbook-text.ts'

const mark = 'Qzgivenax'
const phone = '07700900411'

describe('a mark', () => {
  test.each([
    mark,
    mark.toUpperCase(),
    encodeURIComponent(`é ${mark}`),
    `&#81;zgivenax`,
    '\\u0051zgivenax',
    ...[0, 1, 2].map(shift =>
      Buffer.from(`${'.'.repeat(shift)}${mark} and more`).toString('base64'),
    ),
  ])('is seen in %s', text => {
    expect(marksIn(`<p>${text}</p>`, [mark])).toEqual([mark])
  })
  test.each(['07700 900 411', '+44 7700 900411', '(07700) 900-411'])('is seen in %s', text => {
    expect(marksIn(text, [phone])).toEqual([phone])
  })
  test('is seen in what a stream says', () => {
    expect(marksIn(`: still here\n\nevent: new\ndata: {"who":"${mark}"}\n\n`, [mark])).toEqual([
      mark,
    ])
  })
  test('is not seen where it is not', () => {
    expect(marksIn('Qzgivenbx 07700 900 412', [mark, phone])).toEqual([])
  })
})

test('a name and a phone in the cells of a workbook are seen, once it is unpacked', async () => {
  const columns = ['Name', 'Phone'].map(name => ({ name, kind: 'text' as const }))
  const sheet = (...cells: string[]) => ({
    head: { lines: [] },
    columns,
    rows: [{ cells, people: [] }],
  })
  const leaking = await workbook(sheet(`Ms ${mark} & Co`, phone))
  expect(isWorkbook(leaking)).toBe(true)
  expect(marksIn(leaking.toString('utf8'), [mark, phone])).toEqual([])
  expect(marksIn(workbookText(leaking), [mark, phone])).toEqual([mark, phone])
  const clean = await workbook(sheet('Nobody', '07700 900412'))
  expect(marksIn(workbookText(clean), [mark, phone])).toEqual([])
})

test('a name in the text of a drawn map is seen, for an area and for a dot', () => {
  const corner = [0.1, 52.1] as const
  const shape = [[[corner, [0.2, 52.1], [0.2, 52.2], corner]]] as const
  const village = { id: 'one', name: `Home of ${mark}` }
  const drawn = (more: { shape: typeof shape | null; position: typeof corner | null }) =>
    String(<DrawnMap areas={[]} villages={[{ ...village, ...more }]} />)
  for (const svg of [drawn({ shape, position: null }), drawn({ shape: null, position: corner })]) {
    expect(svg).toContain('<svg')
    expect(marksIn(svg, [mark])).toEqual([mark])
    expect(marksIn(svg.replaceAll(mark, 'nobody'), [mark])).toEqual([])
  }
})
