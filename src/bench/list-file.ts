// A list as long as one likes: the rows of the invented district, over and over, as other people.
import { writeFileSync } from 'node:fs'
import { generateDistrict } from '../demo/generate/index.ts'
import { checkDigit } from '../demo/generate/nhs-number.ts'
import { splFiles } from '../demo/generate/spl-files.ts'

const digitsOfBody = 9

export function writeListFile(
  file: string,
  { rows, seed }: { readonly rows: number; readonly seed: number },
): void {
  const [first] = splFiles(generateDistrict({ size: 'W1', seed }))
  const [header = '', ...lines] = (first?.csv ?? '').trimEnd().split(/\r?\n/)
  const taken = new Set(lines.map(line => (line.split(',')[0] ?? '').replace(/\D/g, '')))
  const numbers = testNumbers(taken)
  const made = Array.from({ length: rows }, (_, i) => {
    const line = lines[i % lines.length] ?? ''
    const time = Math.floor(i / lines.length)
    return time === 0 ? line : asSomebodyElse(line, numbers.next().value ?? '', time)
  })
  writeFileSync(file, `${[header, ...made].join('\n')}\n`)
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
  return String.fromCharCode(96 + time).repeat(2)
}

/** Of the range that is kept for tests, those that nobody in the district has. */
function* testNumbers(taken: ReadonlySet<string>): Generator<string> {
  for (let body = 999_999_999; body > 999_000_000; body--) {
    const digit = checkDigit(String(body).padStart(digitsOfBody, '0'))
    const number = `${body}${digit}`
    if (digit !== null && !taken.has(number)) yield number
  }
}
