// Two records are two people: somebody said so, it is not asked again, and it can be taken back.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { keepApartEnded, keptApart } from './events.ts'
import type { Agreements } from './evidence.ts'
import { Note, noted } from './note.ts'
import type { ApartReason } from './terms.ts'

/** The two, and what their facts said of them when it was decided. */
export type Apart = {
  readonly persons: readonly [Id, Id]
  readonly place: Id | null
  readonly agreements: Agreements
  readonly because: ApartReason
  readonly note: string
}

export function apartDraft({ persons, place, agreements, because, note }: Apart): Draft {
  const body = { persons: [...persons], agreements, because }
  return keptApart({ subjects: [...persons], place, body, ...noted(note) })
}

export function apartEndedDraft(
  persons: readonly [Id, Id],
  { place, note }: { readonly place: Id | null; readonly note: string },
): Draft {
  const body = { persons: [...persons] }
  return keepApartEnded({ subjects: [...persons], place, body, ...noted(note) })
}

export const EndKeepApart = z.strictObject({ one: z.uuid(), other: z.uuid(), note: Note })
export type EndKeepApart = z.infer<typeof EndKeepApart>

/** Every pair of their records that is kept apart now. */
export type ApartState = {
  readonly place: Id | null
  readonly pairs: readonly (readonly [Id, Id])[]
}

/** Whoever takes it back says why: the next list may ask again, or a colleague join them. */
export const endKeepApart = command<EndKeepApart, ApartState>({
  name: 'people.end-keep-apart',
  input: EndKeepApart,
  may: 'people.merge',
  decide({ pairs, place }, { note }) {
    if (pairs.length === 0) return refuse('already-done')
    if (note === '') return refuse('reason-needed', { note: 'reason-needed' })
    return pairs.map(persons => apartEndedDraft(persons, { place, note }))
  },
})
