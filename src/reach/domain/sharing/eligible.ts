// Which of the callers can ring this person? Their place and their campaign are a must; language
// and the hours of a promise hold as long as somebody can keep them.
import type { Caller, Due } from './terms.ts'

/** Numbers of callers. Empty: nobody may ring there at all. */
export function eligibleFor(call: Due, callers: readonly Caller[]): readonly number[] {
  const allowed = callers.flatMap((caller, at) => (mayRing(caller, call) ? [at] : []))
  const speaking = narrowed(allowed, at => speaks(callers[at] as Caller, call))
  return narrowed(speaking, at => works(callers[at] as Caller, call))
}

function narrowed(all: readonly number[], is: (at: number) => boolean): readonly number[] {
  const some = all.filter(is)
  return some.length > 0 ? some : all
}

function mayRing(caller: Caller, call: Due): boolean {
  const { places, room } = caller
  const isThere = places === null || call.path.some(place => places.includes(place))
  return room > 0 && isThere && mayWorkOn(caller, call)
}

/** The campaign names them or nobody, and is under way in some of their hours. */
export function mayWorkOn({ user, from, to }: Caller, { campaign }: Pick<Due, 'campaign'>) {
  const { workers, startsAt, endsAt } = campaign
  const isInTime = Math.max(from, startsAt ?? from) < Math.min(to, endsAt ?? to)
  return isInTime && (workers === null || workers.has(user))
}

function speaks({ languages }: Caller, { language }: Due): boolean {
  return language === null || languages.includes(language)
}

function works({ from, to }: Caller, { promisedAt }: Due): boolean {
  return promisedAt === null || (from <= promisedAt && promisedAt < to)
}
