// What will saving do? Said before it is done, from the same rule that the record applies.
import type { HazardPack } from '../../hazards/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { nextStep } from '../domain/next-step.ts'
import type { Call } from '../store/find-call.ts'
import type { Behaves } from './call-choices.ts'
import { inboundStrings } from './inbound-strings.ts'
import { thenStrings } from './then-strings.ts'

type Standing = {
  readonly lang: Lang
  readonly call: Call
  readonly pack: HazardPack
  readonly now: number
  readonly answers: { readonly isInbound: boolean }
}

/** One sentence for each choice; what depends on needs or a promised time the browser fills. */
export function consequence(choice: Behaves, standing: Standing): string {
  const t = thenStrings(standing.lang)
  if (choice === 'answered') return t.reachedAsk
  if (choice === 'refused') return t.refused
  if (choice === 'moved_reported') return t.moved
  if (choice === 'deceased_reported') return t.died
  if (choice === 'away') return t.away
  if (choice === 'call_back_later') return t.promised
  return standing.answers.isInbound ? theirs(choice, standing) : tried(choice, standing)
}

/** They rang us, and it came to nothing: no try of ours. */
function theirs(choice: Tried, { lang, pack, now }: Standing): string {
  const t = inboundStrings(lang)
  if (choice !== 'interrupted') return t.stays
  const at = now + pack.ladder.steps.interrupted.afterMinutes * minuteMs
  return t.cutOff(format(lang).row(at))
}

type Tried = 'no_answer' | 'voicemail_left' | 'wrong_number' | 'someone_else' | Fault
type Fault = 'technical_fault' | 'interrupted'

function tried(choice: Tried, { lang, call, pack, now }: Standing): string {
  const t = thenStrings(lang)
  const tries = call.tries + 1
  const usable = call.phones.filter(one => one.state === 'untested' || one.state === 'works')
  const phonesLeft = usable.length - (choice === 'wrong_number' ? 1 : 0)
  const history = { attempts: tries, phonesLeft, mayRing: true, promisedAt: null }
  const next = nextStep(pack, choice, { history, now })
  const name = call.person.given || call.person.name
  const when = format(lang).row(next.at ?? now)
  const isDoor = next.step !== 'ring' && next.step !== 'ring-next-number'
  if (choice === 'technical_fault' && !isDoor) return t.lineFailed(when)
  if (choice === 'wrong_number') return isDoor ? t.wrongDoor(name) : t.wrongNext
  if (choice === 'someone_else') return isDoor ? t.elseDoor(name) : t.elseRing(name, when)
  if (isDoor) return t.tryAndDoor(tries, name, when)
  return t.tryAndRing(tries, pack.ladder.attemptsMax, when)
}

/** Sentences with gaps, for the browser to fill while needs are chosen. */
export function answeredSentences({ lang, call }: Standing): Record<string, string> {
  const t = thenStrings(lang)
  const village = call.person.villageName ?? t.ourTeam
  return {
    'data-which': t.which,
    'data-ask': t.reachedAsk,
    'data-nothing': t.reachedNothing,
    'data-one': t.reachedOne(village),
    'data-many': t.reachedMany(village),
    'data-today-one': t.todayOne,
    'data-today-many': t.todayMany,
    'data-promised': t.promised,
  }
}
