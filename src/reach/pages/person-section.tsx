// What does reaching add to a person's page? Each attempt on the line, and what comes next.

import { beingHandled } from '../../concerns/index.ts'
import { outcomeWord } from '../../hazards/index.ts'
import { format } from '../../pages/format.ts'
import type { IconName } from '../../pages/sprite.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import type { PersonAsk, PersonPart } from '../../people/index.ts'
import { type AttemptOf, attemptsOf, type NextOf, nextOf } from '../store/attempts-of.ts'
import { personReachStrings } from './person-strings.ts'

export async function reachSection(ask: PersonAsk): Promise<PersonPart> {
  const scope = ask.scopeFor('reach.read')
  const attempts = await attemptsOf(ask.tx, scope, ask.records)
  const [found] = await nextOf(ask.tx, scope, ask)
  // While somebody is worried about them, what is next is with the desk.
  const handled = await beingHandled(ask.tx, ask.scopeFor('concerns.see'), ask.person)
  const next = handled ? undefined : found
  return {
    lines: attempts.map(attempt => lineOf(attempt, ask.lang)),
    ...(next ? { next: <Next next={next} now={ask.now} lang={ask.lang} /> } : {}),
    ...(next && isWaiting(next) ? { actions: <Open next={next} lang={ask.lang} /> } : {}),
  }
}

const icons: Readonly<Record<string, IconName>> = {
  doorstep: 'door',
  text: 'message',
  letter: 'letter',
}

function lineOf(attempt: AttemptOf, lang: Lang) {
  const t = personReachStrings(lang)
  const channel = t.channel[attempt.channel as 'call'] ?? attempt.channel
  const outcome = outcomeWord(lang, attempt.outcome)
  return {
    at: attempt.at,
    group: 'attempts' as const,
    icon: icons[attempt.channel] ?? ('call' as const),
    what: t.tried(channel, outcome),
    more: attempt.by,
    said: attempt.note,
  }
}

function isWaiting({ state }: NextOf): boolean {
  return state === 'tried' || state === 'untried'
}

function Next({ next, now, lang }: { next: NextOf; now: number; lang: Lang }) {
  const t = personReachStrings(lang)
  const standing = t.standing[next.state as 'tried'](next.campaign)
  const step = t.step[next.step as 'ring']
  const when = next.at === null ? '' : format(lang).near(next.at, now)
  return (
    <>
      {standing}. {when === '' ? step : t.stepAt(step, when)}.{' '}
      {next.answerable && t.answers(next.answerable)}
    </>
  )
}

function Open({ next, lang }: { next: NextOf; lang: Lang }) {
  return (
    <a class="ds-button" href={`/call/${next.member}`}>
      {personReachStrings(lang).open}
    </a>
  )
}
