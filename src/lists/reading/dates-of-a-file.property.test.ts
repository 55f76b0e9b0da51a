// Ten thousand dates as people and programs write them, in files of two hundred: each is read as
// the day that was meant, or a person looks. None is read as another day.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { untilEnough } from '../../testing/until-enough.ts'
import { column, profileOf } from '../domain/profile.ts'
import { britishDates } from '../domain/profiles/usual-columns.ts'
import type { DateForm } from '../domain/read-date.ts'
import { readRow } from '../domain/read-row.ts'
import { outcomeOf } from '../domain/reasons.ts'
import { readListFile } from './read-list-file.ts'

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const two = (part: number) => String(part).padStart(2, '0')
type Parts = { readonly y: number; readonly m: number; readonly d: number }

const writers: Readonly<Record<string, (day: Parts) => string>> = {
  'DD/MM/YYYY': ({ y, m, d }) => `${two(d)}/${two(m)}/${y}`,
  'D/M/YYYY': ({ y, m, d }) => `${d}/${m}/${y}`,
  'DD-MM-YYYY': ({ y, m, d }) => `${two(d)}-${two(m)}-${y}`,
  'YYYY-MM-DD': ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`,
  YYYYMMDD: ({ y, m, d }) => `${y}${two(m)}${two(d)}`,
  'D MMM YYYY': ({ y, m, d }) => `${d} ${monthNames[m - 1]} ${y}`,
  'DD/MM/YY': ({ y, m, d }) => `${two(d)}/${two(m)}/${two(y % 100)}`,
  'MM/DD/YYYY': ({ y, m, d }) => `${two(m)}/${two(d)}/${y}`,
  'M/D/YYYY': ({ y, m, d }) => `${m}/${d}/${y}`,
  'M/D/YY H:MM': ({ y, m, d }) => `${m}/${d}/${two(y % 100)} 3:53`,
  'MM-DD-YYYY': ({ y, m, d }) => `${two(m)}-${two(d)}-${y}`,
  'YYYY/MM/DD': ({ y, m, d }) => `${y}/${two(m)}/${two(d)}`,
  'MMM D, YYYY': ({ y, m, d }) => `${monthNames[m - 1]} ${d} ${y}`,
  'excel day': ({ y, m, d }) =>
    String((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000),
  year: ({ y }) => String(y),
  moment: ({ y, m, d }) => `${y}-${two(m)}-${two(d)}T12:10:31Z`,
}
const names = Object.keys(writers)
const rowsPerFile = 200

const day = fc
  .date({ min: new Date('1928-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map(at => ({ y: at.getUTCFullYear(), m: at.getUTCMonth() + 1, d: at.getUTCDate() }))
/** One hand writes a file, or two that do not know of each other. */
const file = fc.record({
  days: fc.array(day, { minLength: rowsPerFile, maxLength: rowsPerFile }),
  hands: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
  forms: fc.constantFrom<readonly DateForm[]>(
    britishDates,
    ['DD/MM/YYYY'],
    ['YYYYMMDD'],
    ['DD-MM-YYYY', 'excel-day'],
  ),
})

test('no date of ten thousand is read as another day than was meant', async () => {
  let seen = 0
  let read = 0
  await untilEnough(
    () =>
      fc.assert(
        fc.asyncProperty(file, async ({ days, hands, forms }) => {
          const cells = days.map((one, at) => writers[hands[at % hands.length] ?? '']?.(one) ?? '')
          const got = await birthdays(cells, forms)
          expect(got).toHaveLength(rowsPerFile)
          for (const [at, { born, outcome }] of got.entries()) {
            const { y, m, d } = days[at] ?? { y: 0, m: 0, d: 0 }
            if (born === undefined) expect(outcome, cells[at]).toBe('needs_review')
            else expect(born, cells[at]).toBe(`${y}-${two(m)}-${two(d)}`)
            seen += 1
            if (born !== undefined) read += 1
          }
        }),
        { numRuns: 50 },
      ),
    () => read > 1_000,
  )
  expect(seen).toBeGreaterThanOrEqual(10_000)
})

async function birthdays(cells: readonly string[], dates: readonly DateForm[]) {
  const profile = profileOf({
    id: 'council-known',
    columns: [
      column('First name', 'first-name'),
      column('Surname', 'surname'),
      column('NHS number', 'nhs-number'),
      column('Date of birth', 'date-of-birth', { dates }),
    ],
  })
  const lines = cells.map(cell => `Ann,Ray,9990487715,"${cell}"`)
  const text = ['First name,Surname,NHS number,Date of birth', ...lines, ''].join('\n')
  const open = async function* () {
    yield new TextEncoder().encode(text)
  }
  const opened = await readListFile({ open }, { profiles: [profile] })
  if ('problem' in opened) throw new Error(opened.problem)
  const { columns } = opened.header
  const { inDoubt } = opened
  const context = { columns, profile, inDoubt, today: '2026-04-16', districtCodes: [] }
  const found: { born: string | undefined; outcome: string }[] = []
  for await (const rows of opened.rows) {
    for (const row of rows) {
      const { entry, issues } = readRow(row, context)
      found.push({ born: entry.dateOfBirth, outcome: outcomeOf(issues, 'accepted') })
    }
  }
  return found
}
