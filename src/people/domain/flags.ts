// A flag is reported by anybody who speaks to people; only an officer confirms or lowers one.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { flagLowered, flagRaised } from './events.ts'
import { type PersonFlag, personFlags } from './terms.ts'

export type FlagState = { readonly place: Id | null; readonly flags: readonly string[] }

/** Whether we have a basis for contact is decided where lists are, and nowhere else. */
export const isByLists = (flag: string) => flag === 'no-basis' || flag === 'withdrawn'
const byHand = personFlags.filter(flag => !isByLists(flag))
const reportable = byHand.filter(flag => !flag.endsWith('-confirmed'))
const noteLettersMax = 500

export const RaiseFlag = z.strictObject({
  person: z.uuid(),
  flag: z.enum(reportable),
  source: z.string().min(1).max(60),
  note: z.string().trim().max(noteLettersMax),
})
export type RaiseFlag = z.infer<typeof RaiseFlag>

/** More caution holds at once, whoever says so. */
export const raiseFlag = command<RaiseFlag, FlagState>({
  name: 'people.raise-flag',
  input: RaiseFlag,
  may: 'people.report',
  decide({ place, flags }, { person, flag, source, note }) {
    if (flags.includes(flag)) return refuse('already-done')
    const words = note === '' ? {} : { words: { note } }
    return [flagRaised({ subjects: [person], place, body: { person, flag, source }, ...words })]
  },
})

export const LowerFlag = z.strictObject({
  person: z.uuid(),
  flag: z.enum(byHand),
  note: z.string().trim().max(noteLettersMax),
})
export type LowerFlag = z.infer<typeof LowerFlag>

export const lowerFlag = command<LowerFlag, FlagState>({
  name: 'people.lower-flag',
  input: LowerFlag,
  may: 'people.confirm',
  decide({ place, flags }, { person, flag, note }) {
    if (!flags.includes(flag)) return refuse('already-done')
    const words = note === '' ? {} : { words: { note } }
    const body = { person, flag, source: 'officer' }
    return [flagLowered({ subjects: [person], place, body, ...words })]
  },
})

export const ConfirmReport = z.strictObject({
  person: z.uuid(),
  /** A death and a move are never one answer. */
  report: z.enum(['deceased', 'moved']),
  isTrue: z.boolean(),
})
export type ConfirmReport = z.infer<typeof ConfirmReport>

/** An officer has made sure: the report becomes a fact, or it is taken back. */
export const confirmReport = command<ConfirmReport, FlagState>({
  name: 'people.confirm-report',
  input: ConfirmReport,
  may: 'people.confirm',
  decide({ place, flags }, { person, report, isTrue }) {
    const reported: PersonFlag = `${report}-reported`
    const confirmed: PersonFlag = `${report}-confirmed`
    const about = (flag: PersonFlag) => ({
      subjects: [person],
      place,
      body: { person, flag, source: 'officer' },
    })
    const isDone = isTrue ? flags.includes(confirmed) : !flags.includes(reported)
    if (isDone) return refuse('already-done')
    return [
      ...(isTrue ? [flagRaised(about(confirmed))] : []),
      ...(flags.includes(reported) ? [flagLowered(about(reported))] : []),
    ]
  },
})
