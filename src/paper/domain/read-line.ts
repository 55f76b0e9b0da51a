// What did somebody type back for one line, and is it enough to be an attempt?
import { type CoreOutcome, findNeedKind, type HazardPack } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Urgency } from '../../needs/domain/index.ts'
import { endsTrying, mayTellNeeds, outcomeOf, type SheetAsks } from './outcome-keys.ts'
import { promiseAfter, timeOn } from './read-moment.ts'
import { readTold } from './read-told.ts'

/** As typed; nothing of it is lost when something is wrong. */
export const lineFields = [
  'outcome',
  'tried',
  'phone',
  'who',
  'needs',
  'promise',
  'told',
  'note',
  'worry',
] as const
export type LineField = (typeof lineFields)[number]
export type TypedLine = Readonly<Record<LineField, string>>

export const lineProblems = [
  'outcome',
  'tried',
  'tried-before',
  'tried-ahead',
  'phone',
  'needs',
  'needs-missing',
  'needs-unheard',
  'needs-nobody',
  'promise',
  'promise-ended',
  'told-until',
  'told-since',
  'told-unasked',
  'note',
  'note-where',
  'worry-nobody',
] as const
export type LineProblem = (typeof lineProblems)[number]

export type LineAsked = SheetAsks & {
  readonly line: Id
  readonly member: Id
  /** As numbered on the paper. */
  readonly phones: readonly Id[]
  readonly pack: HazardPack
  /** The day of the round, as 2026-04-16. */
  readonly day: string
  readonly printedAt: number
  readonly now: number
}

export type ReadLine = {
  readonly problems: readonly LineProblem[]
  /** In the shape of `reach.record-attempt`; only where nothing is wrong. */
  readonly attempt: Attempt
  /** Words of a worry, where its box is ticked. */
  readonly worry: string | undefined
}

export type Attempt = {
  readonly attempt: Id
  readonly member: Id
  readonly channel: 'call' | 'doorstep'
  readonly contactPoint: Id | null
  readonly outcome: CoreOutcome
  readonly needs: readonly { readonly kind: string; readonly urgency: Urgency }[]
  readonly note: string
  readonly promisedAt: number | null
  /** Away until, or supply off or on since. */
  readonly told: number | null
  readonly happenedAt: number
  readonly scriptVersion: number | null
}

const noteLengthMax = 1_800
/** The paper says no time. */
const unknownTime = '?'

export function isBlank(typed: TypedLine): boolean {
  return Object.values(typed).every(text => text.trim() === '')
}

export function readLine(typed: TypedLine, asked: LineAsked): ReadLine {
  const problems: LineProblem[] = []
  const core = outcomeOf(typed.outcome, asked)
  if (!core) problems.push('outcome')
  const happened = readTried(typed.tried, core, asked)
  if (typeof happened === 'string') problems.push(happened)
  const happenedAt = typeof happened === 'number' ? happened : asked.printedAt
  const phone = phoneOf(typed, core, asked)
  if (phone === undefined) problems.push('phone')
  const needs = readNeeds(typed.needs, asked.pack)
  problems.push(...needsProblems(core, needs, { text: typed.needs, about: asked.about }))
  const promised = readPromise(typed.promise, core, asked.day)
  if (typeof promised === 'string') problems.push(promised)
  const told = readTold(typed, core, { day: asked.day, happenedAt })
  problems.push(...told.problems)
  const note = noteOf(typed)
  if (note.length > noteLengthMax) problems.push('note')
  const isWorry = typed.worry.trim() !== ''
  if (isWorry && asked.about === 'home') problems.push('worry-nobody')
  const { line, member, channel, pack } = asked
  const attempt = {
    ...{ attempt: line, member, channel, contactPoint: phone ?? null },
    outcome: withNeeds(core ?? 'skipped', needs ?? []),
    ...{ needs: needs ?? [], note, told: told.at, happenedAt },
    promisedAt: typeof promised === 'number' ? promised : null,
    scriptVersion: channel === 'call' ? pack.script.version : null,
  }
  return { problems, attempt, worry: isWorry ? note : undefined }
}

/** Needs say which "answered" it is. */
function withNeeds(core: CoreOutcome, needs: Attempt['needs']): CoreOutcome {
  if (core !== 'spoke_complete') return core
  return needs.length > 0 ? 'spoke_complete' : 'spoke_no_help_wanted'
}

/** Where the paper says no time it was as early as can be, so that it outranks nothing newer. */
function readTried(text: string, core: CoreOutcome | undefined, asked: LineAsked) {
  const { printedAt, now, day } = asked
  if (text.trim() === unknownTime || (core === 'skipped' && text.trim() === '')) return printedAt
  const at = timeOn(day, text)
  if (at === undefined) return 'tried' as const
  const minuteMs = 60_000
  if (at + minuteMs <= printedAt) return 'tried-before' as const
  return at > now ? ('tried-ahead' as const) : at
}

/** The one that was ticked, or the only one there is. Null: none is needed. */
function phoneOf({ phone }: TypedLine, core: CoreOutcome | undefined, asked: LineAsked) {
  const { phones, channel } = asked
  if (channel === 'doorstep' || core === 'skipped') return null
  const nth = phone.trim() === '' ? undefined : Number(phone)
  if (nth !== undefined) return phones[nth - 1]
  const [only = null] = phones
  if (phones.length < 2) return only
  return core === 'wrong_number' ? undefined : null
}

/** "0", "13", "1T 3D": digits of the list of needs, T today, D within two days. */
function readNeeds(text: string, pack: HazardPack): Attempt['needs'] | undefined {
  const plain = text.replaceAll(/[\s,]/g, '').toUpperCase()
  if (plain === '' || plain === '0') return []
  if (!/^([1-9][TD]?)+$/.test(plain)) return undefined
  const found = [...plain.matchAll(/([1-9])([TD]?)/g)].map(([, digit, soon]) => {
    const kind = pack.needKinds.find(({ key }) => key === Number(digit))?.code ?? ''
    return { kind, urgency: urgencyOf(soon ?? '') }
  })
  const kinds = new Set(found.map(({ kind }) => kind))
  const isKnown = found.every(({ kind }) => findNeedKind(pack, kind) !== undefined)
  return isKnown && kinds.size === found.length ? found : undefined
}

function urgencyOf(soon: string): Urgency {
  if (soon === 'T') return 'today'
  return soon === 'D' ? '48h' : 'routine'
}

type NeedsTyped = { readonly text: string; readonly about: SheetAsks['about'] }

function needsProblems(
  core: CoreOutcome | undefined,
  needs: Attempt['needs'] | undefined,
  { text, about }: NeedsTyped,
): LineProblem[] {
  if (needs === undefined) return ['needs']
  if (about === 'home') return needs.length > 0 ? ['needs-nobody'] : []
  if (core === 'spoke_complete' && text.trim() === '') return ['needs-missing']
  const isUnheard = core !== undefined && !mayTellNeeds(core) && text.trim() !== ''
  return isUnheard ? ['needs-unheard'] : []
}

function readPromise(text: string, core: CoreOutcome | undefined, day: string) {
  if (text.trim() === '') return null
  const at = promiseAfter(day, text)
  if (at === undefined) return 'promise' as const
  return core && endsTrying(core) ? ('promise-ended' as const) : at
}

/** Who was spoken to belongs to the note: whoever helps next reads it there. */
function noteOf({ who, note, tried }: TypedLine): string {
  const spoke = who.trim() === '' ? [] : [`Spoke to ${who.trim()}.`]
  const time = tried.trim() === unknownTime ? ['The paper says no time.'] : []
  return [...spoke, ...time, note.trim()].filter(text => text !== '').join(' ')
}
