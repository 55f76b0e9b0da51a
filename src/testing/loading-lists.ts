// Files of a shielded list for tests, and their load: invented people by number.
import { checkDigit } from '../demo/generate/nhs-number.ts'
import { newId } from '../kernel/ids.ts'
import { type Imported, type ImportOptions, importList, spl } from '../lists/index.ts'
import { council, type TestNode } from './make-node.ts'

export type Cells = Readonly<Record<string, string>>

export function someone(n: number, said: Cells = {}): Cells {
  const body = String(999_100_000 + n * 7)
  const digit = checkDigit(body)
  const number = digit === null ? '' : `${body}${digit}`
  return {
    Traced_NHSNUMBER: number,
    PatientFirstName: `Given${letters(n)}`,
    PatientSurname: `Family${letters(n)}`,
    DateOfBirth: `19${40 + (n % 50)}0${1 + (n % 9)}1${n % 9}`,
    PatientAddress_Line1: `${n} Mill Lane`,
    PatientAddress_PostCode: 'CB24 8RX',
    mobile: `07700 900${String(n % 400).padStart(3, '0')}`,
    oslaua: 'E07000012',
    ...said,
  }
}

const letters = (n: number) => [...String(n)].map(digit => 'abcdefghij'[Number(digit)]).join('')

const names = spl.columns.map(({ name }) => name)

export function listFile(rows: readonly Cells[]): string {
  const lines = rows.map(row => names.map(name => row[name] ?? '').join(','))
  return [names.join(','), ...lines, ''].join('\n')
}

export async function loadFileOf(
  t: TestNode,
  text: string,
  more: Partial<ImportOptions> = {},
): Promise<Imported> {
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const options = { profile: spl, name: 'SPL.csv', chunks, ...more }
  const result = await importList(t.node, t.system, options)
  if (!('counts' in result)) throw new Error(JSON.stringify(result))
  return result
}

export function rowsOf<T>(t: TestNode, table: string): Promise<T[]> {
  return t.node.store.transaction({ council, actor: newId() }, tx =>
    tx
      .selectFrom(table as never)
      .selectAll()
      .execute(),
  ) as Promise<T[]>
}
