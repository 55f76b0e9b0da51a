// What is said beside a proof: that the village agrees, or what the law lets somebody know of it.
import { canonical, type Json } from './canonical.ts'
import type { Coverage } from './make-coverage.ts'
import { type Making, text } from './make-coverage.ts'
import { type CountersignHead, form, type RedactedHead, type RedactedLine } from './proof-form.ts'
import { ownLine, redact, smallestSaid } from './redact.ts'
import type { Law } from './terms.ts'

type Of = {
  readonly key: string
  /** Of the head that it is about. */
  readonly digest: string
  readonly at: number
}

export type Countersigning = Of & {
  readonly council: string
  readonly number: number
  readonly by: string
  readonly agrees: boolean
}

export function makeCountersign(given: Countersigning): CountersignHead {
  const { key, digest, at, council, number, by, agrees } = given
  const said = { key, council, number, of: digest, at: text(at), by, agrees }
  return { ...said, form, kind: 'countersignature', digests: [] }
}

export type Redacting = Of & {
  readonly coverage: Pick<Coverage, 'head' | 'lines'>
  readonly law: Law
  /** The code of whoever asks about themselves. */
  readonly line: string | null
}

export type Redaction = { readonly head: RedactedHead; readonly lines: readonly RedactedLine[] }

export function makeRedacted(
  { coverage, law, line, key, digest, at }: Redacting,
  { digestOf }: Pick<Making, 'digestOf'>,
): Redaction {
  const { council, number, proof, campaign, round, place, at: asAt, log } = coverage.head
  const subject = { council, number, proof, campaign, round, place, at: asAt, log }
  const { counts, lines } = redact(coverage.head)
  const own = coverage.lines.find(one => one.code === line)
  const head: RedactedHead = {
    ...subject,
    form,
    kind: 'redacted',
    key,
    of: digest,
    law,
    madeAt: text(at),
    counts,
    own: own ? ownLine(coverage.head, own) : null,
    smallestSaid,
    hidden: ['people', 'staff', 'small-numbers'],
    digests: lines.map(one => digestOf(canonical(one as unknown as Json))),
  }
  return { head, lines }
}
