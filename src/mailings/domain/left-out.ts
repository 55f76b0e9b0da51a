// May this person get this message now? The one rule, for the preview, the queue and the sending.
import { mayContact, type PersonFlag } from '../../people/domain/index.ts'
import type { Excuse } from '../../reach/domain/terms.ts'
import type { LeftOutReason, MailingChannel, Whom } from './terms.ts'

export type Facts = {
  /** Of all records of the person. */
  readonly flags: readonly string[]
  readonly isErased: boolean
  readonly state: string
  readonly excuse: string | null
  readonly points: readonly { readonly id: string; readonly state: string }[]
  readonly hasAddress: boolean
  /** A concern about them is open: their next step is with the safeguarding desk. */
  readonly isWithDesk: boolean
  /** Where they live, all is stopped. */
  readonly isAllStopped: boolean
  /** The same template was handed over in this round, or waits to be. */
  readonly hadIt: boolean
}

type Asked = { readonly channel: MailingChannel; readonly whom: Whom }

/** Undefined: nothing stands against it. */
export function leftOutBecause(facts: Facts, asked: Asked): LeftOutReason | undefined {
  return (
    stopOf(facts) ??
    refusalOf(facts, asked.channel) ??
    (facts.isAllStopped ? 'all-stopped' : undefined) ??
    needlessOf(facts, asked.whom)
  )
}

const byExcuse: Readonly<Record<Excuse, LeftOutReason>> = {
  died: 'died',
  moved: 'moved',
  'said-no': 'said-no',
  'listed-twice': 'listed-twice',
  'off-the-list': 'off-the-list',
  'not-inside': 'not-inside',
  away: 'away',
  empty: 'away',
}

/** What stops every way of contact. A move stops letters from the first report: they go astray. */
function stopOf({ flags, isErased, state, excuse }: Facts): LeftOutReason | undefined {
  const has = (...some: readonly PersonFlag[]) => some.some(flag => flags.includes(flag))
  if (isErased) return 'erased'
  if (has('deceased-reported', 'deceased-confirmed')) return 'died'
  if (has('moved-reported', 'moved-confirmed')) return 'moved'
  if (has('no-basis')) return 'no-basis'
  if (has('withdrawn')) return 'withdrew'
  if (state !== 'excused') return undefined
  return byExcuse[excuse as Excuse] ?? 'off-the-list'
}

const optOut: Readonly<Record<MailingChannel, PersonFlag | undefined>> = {
  text: 'no-texts',
  email: 'no-emails',
  letter: undefined,
}

function refusalOf(facts: Facts, channel: MailingChannel): LeftOutReason | undefined {
  const { flags, hasAddress } = facts
  if (channel === 'text' && flags.includes('do-not-call')) return 'do-not-call'
  if (flags.includes(optOut[channel] ?? '')) return 'opted-out'
  // Whatever else the register learns to stop: its own rule has the last word.
  if (!mayContact(flags, channel)) return 'stopped'
  if (channel === 'letter') return hasAddress ? undefined : 'no-contact-point'
  if (usablePoint(facts)) return undefined
  return facts.points.some(point => point.state === 'barred') ? 'opted-out' : 'no-contact-point'
}

/** One that worked goes before one that nobody has tried. */
export function usablePoint({ points }: Pick<Facts, 'points'>): string | undefined {
  const found = points.find(one => one.state === 'works')
  return (found ?? points.find(one => one.state === 'untested'))?.id
}

/** What everybody is told, a warning say, is told to those whom the desk looks after too. */
function needlessOf({ state, hadIt, isWithDesk }: Facts, whom: Whom): LeftOutReason | undefined {
  if (hadIt) return 'had-it'
  if (whom === 'everybody') return undefined
  if (isWithDesk) return 'being-handled'
  return state === 'reached' ? 'reached-since' : undefined
}
