// A shielded list of any length with every kind of dirt that councils have received: made while it
// is read, the same each time, and never whole in memory.
import { checkDigit } from '../demo/generate/nhs-number.ts'
import { spl } from '../lists/index.ts'
import type { Cells } from './loading-lists.ts'

const names = spl.columns.map(({ name }) => name)
const bodyFirst = 999_000_000
const bodies = 999_000
const rowsPerChunk = 1_000
/** As often a quote is never closed: one such row makes a whole batch slow to read. */
const quoteEvery = 5_000
/** More than a record that lost its quote can run over. */
const plainAfter = 40

const dates = ['19481112', '', '12/11/48', '31/02/1948', '11/23/1948', '17820', '20991231', '1948']
const words = ["O'Neil", 'Łukasz', '﷽', '🙂', '=1+1', '#REF!', '', ' ', 'van  der Berg', '0', 'N/A']
const phones = ['07700 900361', '7700900362', '+44 1632 960118 / 07700 900363', '7.70E+09', 'none']
const postcodes = ['CB24 8RX', 'cb248rx', 'CB24 8R', 'EH1 1AA', '']
const deaths = ['', '', '', '01-02-2020', '2020', 'yes']

/** One of each with each of the others in turn; 11 and 8 and 5 have nothing in common. */
function cellsOf(nth: number): Cells {
  const of = (all: readonly string[], step = 1) => all[Math.floor(nth / step) % all.length] ?? ''
  return {
    PatientFirstName: nth % 3 === 0 ? of(words) : 'Ann',
    PatientSurname: nth % 4 === 0 ? of(words, 2) : 'Frost',
    DateOfBirth: nth % 2 === 0 ? of(dates, 3) : '19481112',
    PatientAddress_Line1: nth % 7 === 0 ? '"7, Mill Lane\nImpington"' : `${nth % 90} Mill Lane`,
    PatientAddress_PostCode: of(postcodes, 5),
    PatientEmailAddress: nth % 6 === 0 ? 'ann@example' : 'ann@example.org',
    mobile: of(phones, 7),
    landline: of(phones, 11),
    DateOfDeath: of(deaths, 9),
    Flag_PDSInformallyDeceased: nth % 50 === 0 ? 'maybe' : '0',
    oslaua: nth % 60 === 0 ? 'E06000001' : 'E07000012',
    category: nth % 45 === 0 ? 'Deceased' : 'High',
    uprn: nth % 8 === 0 ? 'x' : '10004321',
  }
}

function lineOf(nth: number): string {
  const isPlain = nth % quoteEvery < plainAfter
  const cells = isPlain ? { PatientFirstName: 'Ann', PatientSurname: 'Frost' } : cellsOf(nth)
  const said: Cells = { ...cells, Traced_NHSNUMBER: numberOf(nth) }
  const line = names.map(name => said[name] ?? '').join(',')
  const oneLine = line.replaceAll(/["\n]/g, '')
  if (nth % quoteEvery === quoteEvery - 1) return oneLine.replace(',', ',"never closed ')
  if (nth % 97 === 0) return `${line},,one more`
  if (nth % 89 === 0) return oneLine.slice(0, 40)
  return nth % 83 === 0 ? line.replace('Mill', 'Mi\0ll') : line
}

/** A number of the range for tests; one in 25 fails its check. */
function numberOf(nth: number): string {
  const body = String(bodyFirst + (nth % bodies))
  const digit = Number(checkDigit(body) ?? 0)
  return `${body}${nth % 25 === 0 ? (digit + 1) % 10 : digit}`
}

/** Its bytes, with so many rows below the header; lines end now this way, now that. */
export async function* dirtyList(rows: number): AsyncGenerator<Uint8Array, void> {
  const letters = new TextEncoder()
  yield letters.encode(`${names.join(',')}\r\n`)
  for (let from = 0; from < rows; from += rowsPerChunk) {
    const many = Array.from({ length: Math.min(rowsPerChunk, rows - from) }, (_, at) => {
      const nth = from + at
      return `${lineOf(nth)}${nth % 2 === 0 ? '\r\n' : '\n'}`
    })
    yield letters.encode(many.join(''))
  }
}
