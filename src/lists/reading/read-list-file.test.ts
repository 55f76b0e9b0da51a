// Are all rows found, whatever the letters, line ends, quotes and cuts?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profiles, spl } from '../domain/profiles/index.ts'
import type { RawRow } from '../domain/read-row.ts'
import { readListFile } from './read-list-file.ts'

const header = spl.columns.map(({ name }) => name).join(',')
const row = (surname: string) => `9990487715,Ann,,${surname},19480917${','.repeat(18)}`
const utf8 = (text: string) => new TextEncoder().encode(text)

async function read(bytes: Uint8Array, chunkBytes = 7_001) {
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.slice(at, at + chunkBytes)
  }
  const file = await readListFile({ open }, { profiles })
  if ('problem' in file) return { problem: file.problem }
  const rows: RawRow[] = []
  for await (const batch of file.rows) rows.push(...batch)
  const surnames = rows.map(({ cells }) => cells[3])
  const remarks = file.ending().remarks.map(({ remark }) => remark)
  return { rows, surnames, remarks, encoding: file.encoding, count: file.ending().rows }
}

function utf16(text: string, isLittle: boolean, mark = true): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2)
  const view = new DataView(bytes.buffer)
  for (const [at, letter] of [...(mark ? '\ufeff' : ''), ...text].entries()) {
    view.setUint16(at * 2, letter.charCodeAt(0), isLittle)
  }
  return bytes
}

describe('letters', () => {
  const text = `${header}\r\n${row('Siân')}\r\n`

  test.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 little', utf16(text, true), 'utf-16le'],
    ['UTF-16 big', utf16(text, false), 'utf-16be'],
    ['UTF-16 little without a mark', utf16(text, true, false), 'utf-16le'],
    ['UTF-16 big without a mark', utf16(text, false, false), 'utf-16be'],
    ['Windows-1252', Uint8Array.from(text, letter => letter.charCodeAt(0)), 'windows-1252'],
  ])('%s is read', async (_name, bytes, encoding) => {
    for (const chunk of [1, 3, 64, 100_000]) {
      expect(await read(bytes, chunk)).toMatchObject({ encoding, surnames: ['Siân'] })
    }
  })

  test('one Windows letter on the last of many rows decides for the whole file', async () => {
    const many = `${header}\n${`${row('Ellison')}\n`.repeat(2000)}${row('D\x92Arcy')}\n`
    const result = await read(Uint8Array.from(many, letter => letter.charCodeAt(0)))
    expect(result.surnames?.at(-1)).toBe('D’Arcy')
  })

  test('NUL bytes are taken out, and their row is looked at', async () => {
    const result = await read(utf8(`${header}\n${row('El\0lison')}\n${row('Frost')}\n`))
    expect(result.surnames).toEqual(['Ellison', 'Frost'])
    expect(result.rows?.map(({ flaws }) => flaws)).toEqual([['letters-lost'], []])
    expect(result.remarks).toContain('nul-bytes')
  })
})

describe('rows', () => {
  test('line ends may be mixed', async () => {
    const text = `${header}\r\n${row('A')}\n${row('B')}\r${row('C')}`
    const result = await read(utf8(text))
    expect(result).toMatchObject({ surnames: ['A', 'B', 'C'] })
    expect(result.remarks).toEqual(['mixed-line-ends'])
  })

  test('a quoted cell may hold commas, quotes and line ends', async () => {
    const result = await read(utf8(`${header}\n${row('"a, ""b""\nc"')}\n${row('D')}\n`))
    expect(result.surnames).toEqual(['a, "b"\nc', 'D'])
    expect(result.rows?.map(line => line.row)).toEqual([2, 4])
  })

  test('a quote that is never closed costs its own row only', async () => {
    const rest = Array.from({ length: 100 }, (_, at) => row(`R${at}`)).join('\n')
    const result = await read(utf8(`${header}\n${row('"lost')}\n${rest}\n`))
    expect(result.count).toBe(101)
    expect(result.rows?.[0]?.flaws).toContain('quote-not-closed')
    expect(result.surnames?.at(-1)).toBe('R99')
  })

  test('too few and too many cells are flagged; empty ones at the end are not', async () => {
    const text = `${header}\n9990487715,Ann,,Short\n${row('Long')},x\n${row('Even')},,\n`
    const result = await read(utf8(text))
    expect(result.rows?.map(({ flaws }) => flaws)).toEqual([['cells-missing'], ['cells-extra'], []])
  })

  test('a file cut in the middle of a row says so', async () => {
    const cut = await read(utf8(`${header}\n${row('A')}\n9990487715,Ann,,El`))
    expect(cut.rows?.at(-1)?.flaws).toEqual(['row-cut'])
    expect(cut.remarks).toContain('cut-mid-row')
    const inQuotes = await read(utf8(`${header}\n${row('A')}\n9990487715,Ann,,"El`))
    expect(inQuotes.rows?.at(-1)?.flaws).toContain('row-cut')
  })

  test('a file of exactly as many rows as old spreadsheets hold is flagged', async () => {
    const flagged = await read(utf8(`${header}\n${`${row('A')}\n`.repeat(65_535)}`), 1 << 20)
    expect(flagged.remarks).toContain('cut-at-65536-rows')
    const usual = await read(utf8(`${header}\n${`${row('A')}\n`.repeat(60_000)}`), 1 << 20)
    expect(usual).toMatchObject({ count: 60_000, remarks: [] })
  })

  test('empty lines are no rows', async () => {
    const result = await read(utf8(`\n${header}\n\n${row('A')}\n  \n`))
    expect(result.surnames).toEqual(['A'])
  })

  test('whatever the pieces it comes in, a file holds the same rows', async () => {
    const surname = fc.constantFrom('Ellison', '"a\nb"', '"""q"""', 'x"y', 'é', '"open')
    await fc.assert(
      fc.asyncProperty(
        fc.array(surname, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 300 }),
        async (surnames, chunk) => {
          const bytes = utf8(`${header}\r\n${surnames.map(row).join('\r\n')}\r\n`)
          expect(await read(bytes, chunk)).toEqual(await read(bytes, bytes.length))
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['empty', '', 'empty-file'],
    ['only line ends', '\n\n', 'empty-file'],
    ['a spreadsheet', 'PK\x03\x04rest', 'spreadsheet-broken'],
    ['something else', 'a,b,c\n1,2,3\n', 'header-not-found'],
    ['a missing column', `${header.replace('DateOfDeath', 'x')}\n`, 'column-missing'],
    ['a column twice', `${header},mobile\n`, 'column-twice'],
  ])('%s is refused in one word', async (_name, text, problem) => {
    expect(await read(utf8(text))).toEqual({ problem })
  })

  test('a file over the limit is refused before it is kept', async () => {
    const piece = utf8('x'.repeat(1 << 20))
    let given = 0
    const open = async function* () {
      for (let at = 0; at < 2048; at++) {
        given++
        yield piece
      }
    }
    expect(await readListFile({ open }, { profiles })).toEqual({ problem: 'file-too-large' })
    expect(given).toBeLessThanOrEqual(201)
  })
})
