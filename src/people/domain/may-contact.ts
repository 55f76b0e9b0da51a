// May anybody make contact with this person now, and by which way? Hard stops act everywhere.
import type { PersonFlag } from './terms.ts'

export type Channel = 'call' | 'text' | 'email' | 'letter' | 'doorstep'

/**
 * A death stops everything from the first report; a move only once an officer confirms it; the end
 * of our basis for contact once a person decided so; a withdrawal until a person decides.
 */
export const stopsAll: readonly PersonFlag[] = [
  'deceased-reported',
  'deceased-confirmed',
  'moved-confirmed',
  'no-basis',
  'withdrawn',
]
/** "Do not call" is about the phone; a knock or a letter may still go. */
export const stopsPhone: readonly PersonFlag[] = ['do-not-call']

/** The gravest first: where there is room for one, it is that one. */
export const hardStops: readonly PersonFlag[] = [...stopsAll, ...stopsPhone]

/** They want no more of these; every other way stays open. */
const stopsOneWay: Readonly<Partial<Record<Channel, PersonFlag>>> = {
  text: 'no-texts',
  email: 'no-emails',
}

export function mayContact(flags: readonly string[], channel: Channel): boolean {
  if (stopsAll.some(flag => flags.includes(flag))) return false
  if (flags.includes(stopsOneWay[channel] ?? '')) return false
  const isPhone = channel === 'call' || channel === 'text'
  return !(isPhone && stopsPhone.some(flag => flags.includes(flag)))
}
