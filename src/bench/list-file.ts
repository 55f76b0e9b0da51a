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
    const out = createFile(file)
    out.write(header)
    for (let i = 0; i < wanted; i++) {
      const line = lines[i % lines.length] ?? ''
      const time = Math.floor(i / lines.length)
      out.write(time === 0 ? line : asSomebodyElse(line, numberOf(line, time), time))
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

/** Another number and another surname at the same address. Quoted cells stay as they are. */
function asSomebodyElse(line: string, nhsNumber: string, time: number): string {
  const cells = line.split(',')
  const surname = 3
  return cells
    .map((cell, i) => (i === 0 ? nhsNumber : i === surname ? `${cell}${letters(time)}` : cell))
    .join(',')
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
