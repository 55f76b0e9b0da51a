// What happens to sheets: printed with their lines, something said of a line, destroyed or lost.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { saidBecause, sheetEnds, sheetKinds, sheetLangs } from './terms.ts'

const id = z.uuid().nullable()
/** Milliseconds since 1970 UTC. */
const moment = z.number().int()

/** Version 2 says in which language; those before were in English. */
export const sheetPrinted = eventKind({
  kind: 'paper.SheetPrinted',
  version: 2,
  body: z.strictObject({
    sheet: z.uuid(),
    number: z.number().int().min(1),
    kind: z.enum(sheetKinds),
    campaign: id,
    round: id,
    /** Whose share of the calls it holds. */
    caller: id,
    /** Whose need it is, or of whom the log speaks. */
    person: id,
    need: id,
    /** Of the codes of its lines. */
    family: z.number().int().min(0),
    lines: z.number().int().min(0),
    /** Of what may be spent; in pence. */
    limitPence: z.number().int().min(0).nullable(),
    /** The last entry of the log then. */
    position: z.number().int().min(0),
    dueBack: moment,
    destroyBy: moment,
    lang: z.enum(sheetLangs),
  }),
  /** For whom, why, which number to ring, what to buy. */
  words: z.strictObject({
    forWhom: z.string(),
    reason: z.string(),
    ring: z.string(),
    items: z.string(),
  }),
  upcast: (_version, body) => ({ lang: 'en', ...(body as object) }),
})

export const PrintedLine = z.strictObject({
  line: z.uuid(),
  code: z.string(),
  member: id,
  person: id,
  /** In the order of the paper: a tick at the second means this one, whatever is known since. */
  phones: z.array(z.uuid()),
})
export type PrintedLine = z.infer<typeof PrintedLine>

export const linesPrinted = eventKind({
  kind: 'paper.LinesPrinted',
  version: 1,
  body: z.strictObject({
    sheet: z.uuid(),
    /** The place of the first of them on the sheet, from 1. */
    first: z.number().int().min(1),
    lines: z.array(PrintedLine),
  }),
})

/** What was typed back for a line and is no attempt; an attempt has the id of its line. */
export const lineSaid = eventKind({
  kind: 'paper.LineSaid',
  version: 1,
  body: z.strictObject({
    said: z.uuid(),
    sheet: z.uuid(),
    line: z.uuid(),
    why: z.enum(saidBecause),
    outcome: z.string().nullable(),
    triedAt: moment.nullable(),
    totalPence: z.number().int().min(0).nullable(),
  }),
  words: z.strictObject({ text: z.string() }),
})

export const sheetEnded = eventKind({
  kind: 'paper.SheetEnded',
  version: 1,
  body: z.strictObject({ sheet: z.uuid(), how: z.enum(sheetEnds) }),
  words: z.strictObject({ note: z.string() }),
})
