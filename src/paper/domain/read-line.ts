// What did somebody type back for one line, and is it enough to be an attempt?
import { findNeedKind, type HazardPack } from '../../hazards/domain/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Urgency } from '../../needs/domain/index.ts'
import { coreOf, endingKeys, keyOf, type OutcomeKey, spokenKeys } from './outcome-keys.ts'
import { promiseAfter, timeOn } from './read-moment.ts'

/** As typed; nothing of it is lost when something is wrong. */
export const lineFields = [
  'outcome',
  'tried',
  'phone',
  'who',
  'needs',
  'promise',
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
  'promise',
  'promise-ended',
  'note',
] as const
export type LineProblem = (typeof lineProblems)[number]

export type LineAsked = {
  readonly line: Id
  readonly member: Id
  /** The kind of sheet says how they were tried. */
  readonly channel: 'call' | 'doorstep'
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
  readonly outcome: ReturnType<typeof coreOf>
  readonly needs: readonly { readonly kind: string; readonly urgency: Urgency }[]
  readonly note: string
  readonly promisedAt: number | null
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
  const key = keyOf(typed.outcome)
  if (!key) problems.push('outcome')
  const happenedAt = readTried(typed.tried, key, asked)
  if (typeof happenedAt === 'string') problems.push(happenedAt)
  const phone = phoneOf(typed, key, asked)
  if (phone === undefined) problems.push('phone')
  const needs = readNeeds(typed.needs, asked.pack)
  if (needs === undefined) problems.push('needs')
  else problems.push(...needsProblems(key, needs, typed.needs))
  const promised = typed.promise.trim() === '' ? null : promiseAfter(asked.day, typed.promise)
  if (promised === undefined) problems.push('promise')
  else if (promised !== null && key && endingKeys.includes(key)) problems.push('promise-ended')
  const note = noteOf(typed)
  if (note.length > noteLengthMax) problems.push('note')
  const { line, member, channel, pack } = asked
  const attempt = {
    ...{ attempt: line, member, channel, contactPoint: phone ?? null },
    outcome: coreOf(key ?? 'S', (needs ?? []).length > 0),
    ...{ needs: needs ?? [], note, promisedAt: promised ?? null },
    happenedAt: typeof happenedAt === 'number' ? happenedAt : asked.printedAt,
    scriptVersion: channel === 'call' ? pack.script.version : null,
  }
  return { problems, attempt, worry: typed.worry.trim() === '' ? undefined : note }
}

/** Where the paper says no time it was as early as can be, so that it outranks nothing newer. */
function readTried(text: string, key: OutcomeKey | undefined, asked: LineAsked) {
  const { printedAt, now, day } = asked
  if (text.trim() === unknownTime || (key === 'S' && text.trim() === '')) return printedAt
  const at = timeOn(day, text)
  if (at === undefined) return 'tried' as const
  const minuteMs = 60_000
  if (at + minuteMs <= printedAt) return 'tried-before' as const
  return at > now ? ('tried-ahead' as const) : at
}

/** The one that was ticked, or the only one there is. Null: none is needed. */
function phoneOf({ phone }: TypedLine, key: OutcomeKey | undefined, asked: LineAsked) {
  const { phones, channel } = asked
  if (channel === 'doorstep' || key === 'S') return null
  const nth = phone.trim() === '' ? undefined : Number(phone)
  if (nth !== undefined) return phones[nth - 1]
  const [only = null] = phones
  if (phones.length < 2) return only
  return key === 'W' ? undefined : null
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

function needsProblems(key: OutcomeKey | undefined, needs: Attempt['needs'], text: string) {
  if (key === 'A' && text.trim() === '') return ['needs-missing' as const]
  const isUnheard = key !== undefined && !spokenKeys.includes(key) && text.trim() !== ''
  return isUnheard && (needs.length > 0 || text.trim() !== '') ? ['needs-unheard' as const] : []
}

/** Who was spoken to belongs to the note: whoever helps next reads it there. */
function noteOf({ who, note, tried }: TypedLine): string {
  const spoke = who.trim() === '' ? [] : [`Spoke to ${who.trim()}.`]
  const time = tried.trim() === unknownTime ? ['The paper says no time.'] : []
  return [...spoke, ...time, note.trim()].filter(text => text !== '').join(' ')
}
