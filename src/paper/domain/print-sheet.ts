// A sheet is printed: for whom, why, who is on it, when it is due back and when it must be gone.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { refuse } from '../../kernel/refusal.ts'
import { linesPrinted, type PrintedLine, sheetPrinted } from './events.ts'
import { freeCodes } from './line-code.ts'
import { daysOutMax, linesMax, sheetKinds, sheetLangs, textLengthMax } from './terms.ts'

const id = z.uuid().nullable()
const text = z.string().trim().min(1).max(textLengthMax)
const itemsLengthMax = 1_000
const limitPenceMax = 99_999

export const PrintSheet = z.strictObject({
  sheet: z.uuid(),
  kind: z.enum(sheetKinds),
  campaign: id,
  /** Null is the whole council. */
  place: id,
  caller: id,
  person: id,
  need: id,
  /** Lines to write on, for a register. */
  blank: z.number().int().min(0).max(linesMax),
  items: z.string().trim().max(itemsLengthMax),
  limitPence: z.number().int().min(0).max(limitPenceMax).nullable(),
  forWhom: text,
  reason: text,
  ring: text,
  /** Until it is due back. */
  days: z.number().int().min(0).max(daysOutMax),
  lang: z.enum(sheetLangs).default('en'),
})
export type PrintSheet = z.infer<typeof PrintSheet>

export type Candidate = {
  readonly member: Id | null
  readonly person: Id | null
  /** That may be rung; ids of contact points. */
  readonly phones: readonly Id[]
}

export type PrintState = {
  readonly isKnown: boolean
  readonly number: number
  readonly round: Id | null
  readonly place: Id | null
  /** In the order of the sheet. */
  readonly candidates: readonly Candidate[]
  readonly living: ReadonlySet<string>
  readonly position: number
}

export const printSheet: Command<PrintSheet, PrintState> = command({
  name: 'paper.print-sheet',
  input: PrintSheet,
  may: 'paper.print',
  decide(state, input, { now, newId }) {
    if (state.isKnown) return refuse('already-done')
    const { candidates, living } = state
    if (candidates.length === 0 && input.kind !== 'log') return refuse('nobody-left')
    const begin = Number.parseInt(input.sheet.slice(-8), 16)
    const free = freeCodes(living, { count: candidates.length, begin })
    if (!free) return refuse('too-large')
    const lines = candidates.map(({ phones, ...who }, at) => {
      return { line: newId(), code: free.codes[at] ?? '', ...who, phones: [...phones] }
    })
    const head = headOf(input, state, { now, family: free.family, lines: lines.length })
    const events = [head, ...parts(input.sheet, state.place, lines)]
    return decided(events, { number: state.number, lines: lines.length })
  },
})

type Head = { readonly now: number; readonly family: number; readonly lines: number }

function headOf(input: PrintSheet, state: PrintState, { now, family, lines }: Head): Draft {
  const { sheet, kind, campaign, caller, person, need, limitPence, lang } = input
  const { number, round, place, position } = state
  const { forWhom, reason, ring, items } = input
  return sheetPrinted({
    subjects: person === null ? [] : [person],
    place,
    body: {
      ...{ sheet, number, kind, campaign, round, caller, person, need, family, lines },
      ...{ limitPence, position, lang, ...timesOf(now, input.days) },
    },
    words: { forWhom, reason, ring, items },
  })
}

/** Back by the end of its day, gone by the end of the day after (DESIGN, safer than drawn 6). */
export function timesOf(now: number, days: number) {
  const noon = londonInstant(londonDate(now), 12 * 60)
  const endOf = (day: number) => londonInstant(londonDate(noon + day * dayMs), 24 * 60) - 1
  return { dueBack: endOf(days), destroyBy: endOf(days + 1) }
}

const partMax = 100

function parts(sheet: Id, place: Id | null, lines: readonly PrintedLine[]): Draft[] {
  const drafts: Draft[] = []
  for (let at = 0; at < lines.length; at += partMax) {
    const part = lines.slice(at, at + partMax)
    const subjects = part.flatMap(({ person }) => person ?? [])
    drafts.push(linesPrinted({ subjects, place, body: { sheet, first: at + 1, lines: part } }))
  }
  return drafts
}
