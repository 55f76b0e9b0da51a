// Which way is open where somebody lives, when phones or roads there are out? The ladder asks.
import type { NextStep } from './next-step.ts'

export const services = ['landline', 'mobile', 'road', 'power'] as const
export type Service = (typeof services)[number]

export const workings = ['works', 'out', 'not-known'] as const
export type Working = (typeof workings)[number]

/** What is absent, nobody has said: it is taken to work. */
export type Works = Partial<Record<Service, Working>>

export function phonesAreOut({ landline, mobile }: Works): boolean {
  return landline === 'out' && mobile === 'out'
}

/** What takes the place of ringing there: the door, or where no road leads, radio or the hub. */
export function instead(works: Works): 'door' | 'radio' {
  return works.road === 'out' ? 'radio' : 'door'
}

const byPhone: readonly string[] = ['ring', 'ring-next-number', 'text']

/** A step that a phone would take goes by another way at once, also one that was promised. */
export function whereItWorks(next: NextStep, works: Works, now: number): NextStep {
  if (phonesAreOut(works) && byPhone.includes(next.step)) return { step: instead(works), at: now }
  return next.step === 'door' ? { ...next, step: instead(works) } : next
}
