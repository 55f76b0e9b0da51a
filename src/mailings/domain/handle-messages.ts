// What became of some messages is written down: handed over, left out, failed, or not known.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { messagesHandled } from './events.ts'
import { leftOutReasons, partMax } from './terms.ts'

export const Handled = z.discriminatedUnion('result', [
  z.strictObject({ message: z.uuid(), result: z.enum(['handed', 'kept', 'unsure']) }),
  z.strictObject({
    message: z.uuid(),
    result: z.literal('left-out'),
    reason: z.enum(leftOutReasons),
  }),
  z.strictObject({ message: z.uuid(), result: z.literal('failed'), code: z.string().max(60) }),
])
export type Handled = z.infer<typeof Handled>

export const HandleMessages = z.strictObject({
  mailing: z.uuid(),
  via: z.enum(['notify', 'smtp', 'print', 'nobody']),
  done: z.array(Handled).min(1).max(partMax),
})
export type HandleMessages = z.infer<typeof HandleMessages>

export type HandlingState = {
  readonly place: Id | null
  /** Messages of this mailing of which nothing is known yet, and whom each is for. */
  readonly open: ReadonlyMap<Id, Id>
}

export const handleMessages: Command<HandleMessages, HandlingState> = command({
  name: 'mailings.handle-messages',
  input: HandleMessages,
  may: 'mailings.send',
  decide({ place, open }, { mailing, via, done }) {
    const left = done.filter(({ message }) => open.has(message))
    if (left.length === 0) return []
    const of = (result: Handled['result']) =>
      left.flatMap(one => (one.result === result ? [one.message] : []))
    const leftOut = left.flatMap(one =>
      one.result === 'left-out' ? [{ message: one.message, reason: one.reason }] : [],
    )
    const failed = left.flatMap(one =>
      one.result === 'failed' ? [{ message: one.message, code: one.code }] : [],
    )
    const sent = { handed: of('handed'), kept: of('kept'), unsure: of('unsure') }
    const body = { mailing, via, ...sent, leftOut, failed }
    const subjects = left.flatMap(({ message }) => open.get(message) ?? [])
    return decided([messagesHandled({ subjects, place, body })], { handled: left.length })
  },
})
