// What does a notice say? Ids, a kind, a place and a time: whoever may know more asks with a token.
import type { Id } from '../kernel/ids.ts'
import type { Noticed } from './store/waiting.ts'

/** The same for every try and every replay, so that a receiver knows what it already has. */
export function idOf(council: string, seq: number): string {
  return `evt_${council}_${seq}`
}

export function bodyOf(event: Noticed): string {
  const { seq, kind, version, subjects, place, happenedAt, recordedAt } = event
  return JSON.stringify({
    type: kind,
    timestamp: recordedAt.toISOString(),
    data: { seq, kind, version, subjects, place, happenedAt: happenedAt.toISOString() },
  })
}

export function testNotice(id: Id, now: number): { readonly id: string; readonly body: string } {
  const body = { type: 'notices.Test', timestamp: new Date(now).toISOString(), data: {} }
  return { id: `test_${id}`, body: JSON.stringify(body) }
}
