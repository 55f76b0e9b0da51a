// Is a line of the log an entry that this Doorstep could have written?
import { z } from 'zod'
import type { Registry } from '../../events/index.ts'
import { ArchiveProblem } from '../archive-problem.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)

const LogEntry = z.strictObject({
  seq: z.int().min(1),
  command: z.uuid(),
  nth: z.int().min(0),
  kind: z.string().regex(/^[a-zA-Z.-]{1,80}$/),
  version: z.int().min(1),
  actor: z.uuid(),
  onBehalfOf: z.uuid().nullable(),
  subjects: z.array(z.uuid()),
  place: z.uuid().nullable(),
  happenedAt: moment,
  recordedAt: moment,
  deviceOffsetMs: z.int().nullable(),
  body: z.record(z.string(), z.unknown()),
  commitment: hash.nullable(),
  prevHash: hash,
  hash,
  salt: hash.nullable(),
  words: z.record(z.string(), z.unknown()).nullable(),
})

/** Positions follow one another from 1; kinds and bodies are known; words come with their salt. */
export function entryChecker(registry: Registry): (line: string) => void {
  const kinds = new Map(
    registry.capabilities.flatMap(one => one.events).map(kind => [kind.kind, kind]),
  )
  let before = 0
  return line => {
    const entry = LogEntry.safeParse(parsed(line))
    if (!entry.success || entry.data.seq !== before + 1) throw new ArchiveProblem('broken-log')
    before = entry.data.seq
    const { kind: name, version, body, words, salt } = entry.data
    const kind = kinds.get(name)
    if (!kind) throw new ArchiveProblem('unknown-events', ` One is ${name}.`)
    if (version > kind.version) throw new ArchiveProblem('newer')
    const isOlder = version < kind.version
    const fits = isOlder || (kind.body.safeParse(body).success && wordsFit(kind.words, words))
    if (!fits || (words === null) !== (salt === null)) throw new ArchiveProblem('broken-log')
  }
}

function wordsFit(schema: z.ZodType | undefined, words: unknown): boolean {
  return words === null || schema?.safeParse(words).success === true
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new ArchiveProblem('broken-log')
  }
}
