// What becomes of lists that were made to mislead: twins, father and son, one telephone for all,
// one number for forty? Nothing wrong is joined without asking, and what is plain still is.
import { describe, expect, test } from 'vitest'
import { link, tableOf } from '../index.ts'

const heads = [
  { name: 'first', role: 'given name' },
  { name: 'last', role: 'family name' },
  { name: 'born', role: 'date of birth' },
  { name: 'number', role: 'national id' },
  { name: 'home', role: 'address' },
  { name: 'post', role: 'postcode' },
  { name: 'call', role: 'phone' },
  { name: 'mail', role: 'email' },
] as const
type Cells = Partial<Record<(typeof heads)[number]['name'], string>>

const firsts = 'Alma Boris Celia Dinah Edgar Flora Gavin Hetty Irwin Jolyon'.split(' ')
const lasts = 'Ashdown Birtles Crowther Dallimore Eastwick Farthing Garside'.split(' ')
const at = (list: readonly string[], place: number) => list[place % list.length] ?? ''

/** A hundred and twenty others, some of them twice, so that there is a list to learn from. */
const others: Cells[] = Array.from({ length: 160 }, (_, row) => {
  const own = row % 120
  return {
    first: at(firsts, own),
    last: at(lasts, own * 3 + Math.floor(own / 10)),
    born: `${1 + (own % 28)}/${1 + (own % 12)}/${1930 + (own % 60)}`,
    home: `${1 + own} ${at(lasts, own + 2)} Road`,
    post: `CB${1 + (own % 9)} ${1 + (own % 8)}A${'ABDEFGHJ'[own % 8]}`,
    call: `01632 960${String(100 + own).padStart(3, '0')}`,
    mail: own % 3 ? '' : `o${own}@example.org`,
  }
})
const home = { home: '14 High Street', post: 'CB24 8RX', call: '01632 960118' }
const khan = { ...home, last: 'Khan', born: '02/03/1981' }
const ellison = { ...home, last: 'Ellison', born: '05/06/1944' }

/** Which of `rows` are one without asking: their places, each group in order. */
async function joined(rows: readonly Cells[], among: readonly Cells[] = others) {
  const all = [...rows, ...among].map((row, i) => ({
    id: `r${i}`,
    cells: heads.map(({ name }) => row[name] ?? ''),
  }))
  const { pairs, clusters } = await link(tableOf(heads, all))
  expect(clusters).toHaveLength(all.length)
  const same = pairs.filter(({ isSame }) => isSame)
  return same
    .map(({ a, b }) => [Math.min(a, b), Math.max(a, b)])
    .filter(([a, b]) => (a ?? 0) < rows.length || (b ?? 0) < rows.length)
    .map(pair => pair.join('-'))
    .sort()
}

/** Also alone in a file of their own, where nothing can be learnt. */
async function apart(rows: readonly Cells[]) {
  expect(await joined(rows)).toEqual([])
  expect(await joined(rows, [])).toEqual([])
}

describe('who shares a roof', () => {
  test.each([
    ['Razia', 'Shazia'],
    ['Sadia', 'Shazia'],
    ['Jean', 'Joan'],
    ['Jane', 'Jean'],
    ['Asha', 'Aisha'],
    ['Ellen', 'Eileen'],
    ['Ewan', 'Ieuan'],
  ])('twins %s and %s stay two', async (one, other) => {
    await apart([
      { ...khan, first: one },
      { ...khan, first: other },
    ])
  })

  test('twins with one e-mail of their mother and a row that names neither stay two', async () => {
    const mail = 'khan@example.org'
    const rows = [{ first: 'Razia' }, { first: 'Shazia' }, { first: '' }, { first: 'R' }]
    const same = await joined(rows.map(row => ({ ...khan, mail, ...row })))
    expect(same).not.toContain('0-1')
    expect(same.join(' ')).not.toMatch(/-2|2-/)
  })

  test('twins who were given one number stay two', async () => {
    await apart([
      { ...khan, first: 'Bushra', number: '9990487715' },
      { ...khan, first: 'Noreen', number: '9990487715' },
    ])
  })

  test('twins whose first names differ by their middle name stay two', async () => {
    await apart([
      { ...khan, first: 'Mohammed Ali' },
      { ...khan, first: 'Mohammed Yusuf' },
    ])
  })

  test('father and son of one name stay two, with a row that has no birthday', async () => {
    const rows = [{}, { born: '11/12/1970' }, { born: '' }, { born: '', call: '' }]
    await apart(rows.map(row => ({ ...ellison, first: 'Arthur', ...row })))
  })

  test('a household of nine stays nine', async () => {
    const names = ['Amina', 'Bilal', 'Chandra', 'Daud', 'Esha', 'Farid', 'Gita', 'Hamza', 'Iqra']
    await apart(
      names.map((first, i) => ({ ...khan, first, born: i < 7 ? `0${i + 1}/05/20${10 + i}` : '' })),
    )
  })

  test('a couple with one e-mail stays two, and one of them twice is one', async () => {
    const mail = 'ellisons@example.org'
    const rows = [{ first: 'Arthur' }, { first: 'Maud', born: '07/08/1946' }, { first: 'Arthur' }]
    expect(await joined(rows.map(row => ({ ...ellison, mail, ...row })))).toEqual(['0-2'])
  })

  test('two hundred in one hostel stay two hundred', async () => {
    const beds = Array.from({ length: 200 }, (_, bed) => ({
      ...home,
      first: at(firsts, bed * 7),
      last: at(lasts, Math.floor(bed / 10)),
      born: bed % 3 ? `01/01/${1960 + (bed % 40)}` : `${1 + (bed % 27)}/04/${1950 + (bed % 41)}`,
    }))
    expect(await joined(beds, [])).toEqual([])
  })
})

describe('what is no fact', () => {
  test('forty rows with one false number stay forty', async () => {
    for (const number of ['9999999999', '1234567890', 'UNKNOWN', '9990487715']) {
      const rows = Array.from({ length: 40 }, (_, i) => ({ ...others[i], number }))
      expect(await joined(rows, others.slice(40, 110))).toEqual([])
    }
  })

  test("the surgery's telephone in every row joins nobody", async () => {
    const rows = others.slice(0, 60).map(row => ({ ...row, born: '', call: '01632 960100' }))
    expect(await joined(rows, [])).toEqual([])
  })

  test('a name by itself joins nobody', async () => {
    const rows = Array.from({ length: 30 }, () => ({ first: 'Arthur', last: 'Ellison' }))
    expect(await joined(rows, [])).toEqual([])
    expect(await joined(rows.slice(0, 2))).toEqual([])
  })

  test('the first of January is a year', async () => {
    const row = { first: 'Arthur', last: 'Ellison', born: '01/01/1944' }
    expect(await joined([row, { ...row }])).toEqual([])
    expect(
      await joined([
        { ...home, ...row },
        { ...home, ...row },
      ]),
    ).toEqual(['0-1'])
    await apart([
      { ...home, ...row },
      { ...home, ...row, born: '05/06/1944' },
    ])
  })

  test('a number with a wrong last digit neither joins nor holds apart', async () => {
    const numbered = others.map((row, i) => ({ ...row, number: nhsNumber(i) }))
    const [one, other] = [nhsNumber(500), `${nhsNumber(500).slice(0, 9)}${wrongDigit(500)}`]
    const row = { ...ellison, first: 'Arthur' }
    expect(await joined([row, { ...row, number: other }], numbered)).toEqual(['0-1'])
    const both = [
      { ...row, number: one },
      { ...row, number: other },
    ]
    expect(await joined(both, numbered)).toEqual(['0-1'])
    const strangers = [
      { first: 'Arthur', last: 'Ellison', born: '05/06/1944', number: other },
      { first: 'Bertha', last: 'Marsh', born: '05/06/1944', number: other },
    ]
    expect(await joined(strangers, numbered)).toEqual([])
  })
})

describe('one person', () => {
  test('under three spellings in one file is one where the list knows the name', async () => {
    const known = Array.from({ length: 6 }, (_, i) => ({ ...others[i], first: 'Margaret' }))
    const rows = [{ first: 'Margaret' }, { first: 'Margarett' }, { first: 'Peggy' }]
    const same = await joined(
      rows.map(row => ({ ...ellison, ...row })),
      [...known, ...others.slice(6)],
    )
    expect(same).toEqual(['0-1', '0-2', '1-2'])
  })

  test('in another script, or with its marks left off, is one', async () => {
    for (const [one, other] of [
      ['فاطمة أحمد', 'فاطمة أحمد'],
      ['王 小明', '王 小明'],
      ['Małgorzata Wójcik', 'MALGORZATA WOJCIK'],
    ] as const) {
      const row = (name: string): Cells => ({
        ...ellison,
        first: name.split(' ')[0] ?? '',
        last: name.split(' ')[1] ?? '',
      })
      expect(await joined([row(one), row(other)])).toEqual(['0-1'])
    }
  })

  test('of another name in the same script is another', async () => {
    await apart([
      { ...khan, first: 'فاطمة' },
      { ...khan, first: 'عائشة' },
    ])
  })

  test('with the year in two digits is one, and born in another year another', async () => {
    const row = { ...ellison, first: 'Arthur' }
    expect(await joined([row, { ...row, born: '05/06/44' }])).toEqual(['0-1'])
    await apart([row, { ...row, born: '05/06/68' }])
  })

  test('with first and family name in each other’s place is one', async () => {
    const row = { ...ellison, first: 'Arthur' }
    expect(await joined([row, { ...row, first: 'Ellison', last: 'Arthur' }])).toEqual(['0-1'])
  })
})

describe('files of hardly anything', () => {
  test('one row, two rows, empty names, one word and one value for all are answered', async () => {
    expect(await joined([{ ...ellison, first: 'Arthur' }], [])).toEqual([])
    expect(await joined([{}, {}], [])).toEqual([])
    expect(await joined([{ ...home }, { ...home }], [])).toEqual([])
    expect(await joined([{ last: 'Ellison' }, { last: 'Ellison', ...home }], [])).toEqual([])
    await apart([
      { ...ellison, first: '' },
      { ...ellison, first: 'Arthur' },
    ])
  })

  test('of rows that are all equal everybody is one, and nothing is lost', async () => {
    const rows = Array.from({ length: 12 }, () => ({ ...ellison, first: 'Arthur' }))
    expect((await joined(rows, [])).length).toBe(66)
  })

  test.each([2, 3, 7])('%i equal rows are one group, and so they are in two lists', async count => {
    const rows = Array.from({ length: count }, (_, i) => ({
      id: `r${i}`,
      cells: heads.map(({ name }) => ({ ...ellison, first: 'Arthur' })[name as 'first'] ?? ''),
    }))
    for (const table of [tableOf(heads, rows), tableOf(heads, rows, rows)]) {
      const { clusters } = await link(table)
      expect(new Set(clusters).size).toBe(1)
    }
  })
})

/** Real by its last digit, from the range for tests. */
function nhsNumber(at: number): string {
  for (let nine = 999_000_000 + at * 7_919; ; nine++) {
    const check = checkOf(nine)
    if (check < 10) return `${nine}${check}`
  }
}

function wrongDigit(at: number): number {
  return (Number(nhsNumber(at)[9]) + 1) % 10
}

function checkOf(nine: number): number {
  const sum = [...String(nine)].reduce((so, digit, place) => so + Number(digit) * (10 - place), 0)
  return (11 - (sum % 11)) % 11
}
