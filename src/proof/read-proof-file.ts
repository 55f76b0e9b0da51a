// Is a file what it says? Its bytes, its form, its signatures, its digests: the first thing that is
// wrong, in one sentence that says where.
import { canonical, type Json } from './domain/canonical.ts'
import { checkCoverage } from './domain/check-coverage.ts'
import { checkRedacted } from './domain/check-redacted.ts'
import {
  AnyPart,
  CountersignPart,
  CoveragePart,
  type Part,
  type ProofFile,
  RedactedPart,
} from './domain/proof-form.ts'
import { digestOf, fits } from './signing.ts'

export type Checked =
  | { readonly file: ProofFile; readonly wrong?: undefined }
  | { readonly wrong: string }

/** One line of canonical JSON: the parts, in their order. */
export function writeProofFile(parts: ProofFile): string {
  return `${canonical(parts as unknown as Json)}\n`
}

export function checkProofFile(bytes: Uint8Array): Checked {
  const text = textOf(bytes)
  if (text === undefined) return { wrong: 'The file is not text in UTF-8: it is damaged.' }
  const value = jsonOf(text)
  if ('wrong' in value) return value
  const odd = firstDifference(text, value.json)
  if (odd !== undefined) {
    return { wrong: `Character ${odd + 1} of the file is not as Doorstep writes it.` }
  }
  const parts = partsOf(value.json)
  if ('wrong' in parts) return parts
  const wrong = wrongWith(parts.file)
  return wrong === undefined ? parts : { wrong }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function jsonOf(text: string): { json: Json } | { wrong: string } {
  try {
    return { json: JSON.parse(text) as Json }
  } catch (error) {
    const [, at] = /position (\d+)/.exec((error as Error).message) ?? []
    const where = at === undefined ? '' : ` at character ${Number(at) + 1}`
    return { wrong: `The file cannot be read as JSON${where}: it is damaged.` }
  }
}

/** Undefined where it is written exactly so. */
function firstDifference(text: string, json: Json): number | undefined {
  const expected = writtenAgain(json)
  if (text === expected) return undefined
  const length = Math.min(text.length, expected.length)
  for (let at = 0; at < length; at++) if (text[at] !== expected[at]) return at
  return length
}

function writtenAgain(json: Json): string {
  try {
    return `${canonical(json)}\n`
  } catch {
    return ''
  }
}

const partsMax = 200
const schemas = {
  coverage: CoveragePart,
  countersignature: CountersignPart,
  redacted: RedactedPart,
} as const

function partsOf(json: Json): { file: ProofFile } | { wrong: string } {
  if (!Array.isArray(json) || json.length === 0 || json.length > partsMax) {
    return { wrong: 'The file is no proof: it does not hold the parts of one.' }
  }
  const file: Part[] = []
  for (const [at, one] of json.entries()) {
    const kind = AnyPart.safeParse(one)
    if (!kind.success) return { wrong: `Part ${at + 1} of the file is none that a proof has.` }
    const found = schemas[kind.data.head.kind].safeParse(one)
    if (!found.success) return { wrong: oddPart(at, found.error.issues[0]?.path ?? []) }
    file.push(found.data)
  }
  return { file }
}

function oddPart(at: number, path: readonly PropertyKey[]): string {
  const [first, nth, ...more] = path
  const where = first === 'lines' && typeof nth === 'number' ? `line ${nth + 1}` : 'the head'
  const what = (first === 'lines' ? more : path.slice(1)).map(String).join(', ')
  return `In part ${at + 1}, ${where} has something that no proof has${what && `: ${what}`}.`
}

function wrongWith(file: ProofFile): string | undefined {
  const [first, ...others] = file
  if (!first || first.head.kind === 'countersignature') {
    return 'The first part of the file is not the proof itself.'
  }
  for (const [at, part] of file.entries()) {
    const wrong = wrongSignature(part, at)
    if (wrong) return wrong
  }
  const wrong =
    first.head.kind === 'coverage'
      ? checkCoverage(first as CoveragePart)
      : checkRedacted(first as RedactedPart)
  return wrong ?? wrongCountersign(first, others)
}

/** A line that was changed does not hurt the signature of the head, but its own digest. */
function wrongSignature({ head, lines, signature }: Part, at: number): string | undefined {
  const found = lines.findIndex(
    (line, nth) => digestOf(canonical(line as unknown as Json)) !== head.digests[nth],
  )
  if (fits(head as unknown as Json, head.key, signature)) {
    if (found >= 0) return changedLine(lines[found], found)
    return lines.length === head.digests.length
      ? undefined
      : `There are ${lines.length} lines and ${head.digests.length} digests: lines are missing.`
  }
  if (found >= 0) return `The digest of line ${found + 1} was changed: it does not fit the line.`
  return (
    `The head of part ${at + 1} (${head.kind}), its key or its signature was changed: ` +
    'the signature does not fit.'
  )
}

function changedLine(line: unknown, at: number): string {
  const { code } = line as { code?: string }
  return `Line ${at + 1}${code ? ` (${code})` : ''} was changed: it does not fit its digest.`
}

function wrongCountersign(first: Part, others: readonly Part[]): string | undefined {
  const of = digestOf(canonical(first.head as unknown as Json))
  for (const { head } of others) {
    if (head.kind !== 'countersignature') return 'The file holds more than one proof.'
    if (head.of !== of || head.number !== first.head.number) {
      return `The counter-signature of ${head.at} is of another proof.`
    }
  }
  return undefined
}
