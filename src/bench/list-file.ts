// A list as long as one likes: the rows of the invented district, over and over, as other people.
import { closeSync, openSync, writeSync } from 'node:fs'
import { generateDistrict } from '../demo/generate/index.ts'
import { checkDigit } from '../demo/generate/nhs-number.ts'
import { splFiles } from '../demo/generate/spl-files.ts'

const digitsOfBody = 9

type Wanted = { readonly rows: number; readonly seed: number }

export function writeListFile(file: string, { rows, seed }: Wanted): void {
  writeListFiles([file], { rows, seed })
}

/**
 * One file for each version of the list, the rows shared out evenly. Whoever is on several versions
 * has the same number on all of them.
 */
export function writeListFiles(files: readonly string[], { rows, seed }: Wanted): number[] {
  const versions = splFiles(generateDistrict({ size: 'W1', seed }))
  const linesOf = (csv: string) => csv.trimEnd().split(/\r?\n/)
  const taken = versions.flatMap(({ csv }) => linesOf(csv).slice(1).map(numberIn))
  const numbers = testNumbers(new Set(taken))
  const known = new Map<string, string>()
  return files.map((file, at) => {
    const [header = '', ...lines] = linesOf(versions[at]?.csv ?? '')
    const wanted =
      Math.floor((rows * (at + 1)) / files.length) - Math.floor((rows * at) / files.length)
    const columns = columnsOf(header)
    const out = createFile(file)
    out.write(header)
    for (let i = 0; i < wanted; i++) {
      const line = lines[i % lines.length] ?? ''
      const time = Math.floor(i / lines.length)
      const given = (lines[(i + time * 101) % lines.length] ?? '').split(',')[columns.given] ?? ''
      const other = { nhsNumber: numberOf(line, time), time, given }
      out.write(time === 0 ? line : asSomebodyElse(line, columns, other))
    }
    out.close()
    return wanted
  })

  function numberOf(line: string, time: number): string {
    const key = `${numberIn(line)}/${time}`
    const number = known.get(key) ?? numbers.next().value ?? ''
    known.set(key, number)
    return number
  }
}

const numberIn = (line: string) => (line.split(',')[0] ?? '').replace(/\D/g, '')

const linesPerWrite = 10_000

/** A file of millions of rows never stands in memory as one text. */
function createFile(path: string) {
  const file = openSync(path, 'w')
  let lines: string[] = []
  const flush = () => {
    writeSync(file, lines.map(line => `${line}\n`).join(''))
    lines = []
  }
  return {
    write(line: string) {
      lines.push(line)
      if (lines.length >= linesPerWrite) flush()
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}

type Other = { readonly nhsNumber: string; readonly time: number; readonly given: string }

/** Somebody else of another birthday at the same address. Quoted cells stay as they are. */
function asSomebodyElse(line: string, columns: Columns, { nhsNumber, time, given }: Other): string {
  const cells = line.split(',')
  cells[0] = nhsNumber
  cells[columns.given] = given
  cells[columns.family] = `${cells[columns.family] ?? ''}${letters(time)}`
  cells[columns.born] = earlierBy(cells[columns.born] ?? '', time * daysApart)
  return cells.join(',')
}

type Columns = { readonly given: number; readonly family: number; readonly born: number }

function columnsOf(header: string): Columns {
  const names = header.split(',')
  const at = (name: string) => names.indexOf(name)
  return {
    given: at('PatientFirstName'),
    family: at('PatientSurname'),
    born: at('DateOfBirth'),
  }
}

const daysApart = 41

/** Only of a date that is sound: the others keep their faults. */
function earlierBy(born: string, days: number): string {
  const date = /^(\d{4})(\d{2})(\d{2})$/.exec(born)
  if (!date) return born
  const [, year, month, day] = date
  const earlier = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - days))
  return earlier.toISOString().slice(0, 10).replaceAll('-', '')
}

function letters(time: number): string {
  const first = String.fromCharCode(97 + (time % 26))
  return first + String.fromCharCode(97 + (Math.floor(time / 26) % 26))
}

/** Of the range that is kept for tests, those that nobody in the district has. */
function* testNumbers(taken: ReadonlySet<string>): Generator<string> {
  for (let body = 999_999_999; body > 990_000_000; body--) {
    const digit = checkDigit(String(body).padStart(digitsOfBody, '0'))
    const number = `${body}${digit}`
    if (digit !== null && !taken.has(number)) yield number
  }
}
