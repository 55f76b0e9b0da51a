// What must somebody know before they knock? Stops and cautions of everybody here, as instructions.
import { Icon } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { mayContact } from '../domain/may-contact.ts'
import type { PersonFlag } from '../domain/terms.ts'
import type { Person } from '../store/queries.ts'
import { householdStrings } from './household-strings.ts'
import { peopleStrings } from './strings.ts'

type Words = ReturnType<typeof householdStrings>

/** The gravest for the visitor first. */
const instructions: readonly (readonly [
  PersonFlag,
  (t: Words, of: readonly Person[]) => string,
])[] = [
  ['visit-in-pairs', t => t.pairs],
  ['interpreter', interpreter],
  ['textphone', t => t.textphone],
  ['hard-of-hearing', t => t.hearing],
  ['lives-alone', t => t.alone],
  ['do-not-call', t => t.asked],
  ['moved-reported', t => t.mayHaveMoved],
]

export function BeforeYouKnock({ people }: { people: readonly Person[] }) {
  const t = householdStrings(useLang())
  const stopped = people.filter(one => !mayContact(one.flags, 'doorstep'))
  const lines = instructions.flatMap(([flag, say]) => {
    const of = people.filter(one => one.flags.includes(flag))
    return of.length === 0 ? [] : [{ flag, text: t.of(say(t, of), namesOf(of)) }]
  })
  return (
    <section class="ds-section" aria-labelledby="h-first">
      <h2 class="ds-h2" id="h-first">
        {t.first}
      </h2>
      <div class="ds-stops">
        {stopped.map(person => (
          <Stop person={person} />
        ))}
        {lines.length > 0 && (
          <div class="ds-soft">
            {lines.map(({ flag, text }) => (
              <p class="ds-flag">
                <Icon name={flag === 'visit-in-pairs' ? 'door' : 'care'} />
                <span>{text}</span>
              </p>
            ))}
          </div>
        )}
      </div>
      {lines.length + stopped.length === 0 && <p>{t.nothingFirst}</p>}
    </section>
  )
}

function interpreter(t: Words, of: readonly Person[]): string {
  const languages = [...new Set(of.flatMap(one => one.language ?? []))]
  return languages.length === 0 ? t.interpreter : t.interpreterFor(languages.join(', '))
}

function namesOf(people: readonly Person[]): string {
  return people.map(one => one.name).join(', ')
}

/** A rule, not a caution: nobody asks at this door for somebody who has died or moved. */
function Stop({ person }: { person: Person }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const flags = [
    'deceased-reported',
    'deceased-confirmed',
    'moved-confirmed',
    'no-basis',
    'withdrawn',
  ] as const
  const flag = flags.find(one => person.flags.includes(one)) ?? 'deceased-reported'
  return (
    <div class="ds-stop">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="var(--ds-paper)" />
        <path d="M5.5 10h9" stroke="var(--ds-ink)" stroke-width="3" />
      </svg>
      <div>
        <b>{`${householdStrings(lang).noContact} ${person.name}.`}</b>
        <span>{t.stopped[flag]}</span>
        <span>{t.stoppedWhy[flag]}</span>
      </div>
    </div>
  )
}
