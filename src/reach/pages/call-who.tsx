// Who is rung, on which numbers, and what to know before they answer?
import { findOutcomeWord, type HazardPack, outcomeWord } from '../../hazards/index.ts'
import { format } from '../../pages/format.ts'
import { Icon, type IconName } from '../../pages/sprite.tsx'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { OutHere, type Said } from '../../works/index.ts'
import type { Call, PastAttempt, Phone } from '../store/find-call.ts'
import { stoppedStrings } from './stopped-strings.ts'
import { callStrings } from './strings.ts'

const shownFlags = [
  'moved-reported',
  'hard-of-hearing',
  'interpreter',
  'textphone',
  'visit-in-pairs',
  'lives-alone',
] as const

type CallProps = { call: Call }
type WorksProps = CallProps & { works: readonly Said[] }
type WhoProps = WorksProps & { chosen: string; isStopped?: boolean }

/** With a stop the numbers stay, to say which one was rung; none can be rung from here. */
export function Who({ call, works, chosen, isStopped = false }: WhoProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const called = call.person.given || call.person.name
  const first = call.phones.find(isUsable)
  return (
    <section class="ds-call__who" aria-labelledby="h-ring">
      <div class="ds-panel">
        <h2 class="ds-h3" id="h-ring">
          {isStopped ? stoppedStrings(lang).heading(called) : t.ring(called)}
        </h2>
        {first === undefined && <p>{t.noPhones}</p>}
        <ul class="ds-ring">
          {call.phones.map(phone => (
            <PhoneNumber
              phone={phone}
              isMain={phone === first}
              isChosen={(chosen || first?.id) === phone.id}
              isOnly={call.phones.filter(isUsable).length < 2}
              isStopped={isStopped}
            />
          ))}
        </ul>
        <Know call={call} works={works} />
      </div>
    </section>
  )
}

type NumberProps = {
  phone: Phone
  isMain: boolean
  isChosen: boolean
  isOnly: boolean
  isStopped: boolean
}

function PhoneNumber(props: NumberProps) {
  const { phone, isMain, isStopped } = props
  const t = callStrings(useLang())
  const shown = spaced(phone.value)
  const last = phone.lastOutcome ? pastWord(useLang(), phone.lastOutcome) : undefined
  const say = [t.phoneKind[phone.kind], last ?? stateWord(useLang(), phone.state)].join('. ')
  if (!isUsable(phone)) {
    return (
      <li>
        <s>{shown}</s>
        <span>{say}</span>
      </li>
    )
  }
  const look = isMain
    ? 'ds-button ds-button--small'
    : 'ds-button ds-button--small ds-button--second'
  return (
    <li>
      <b>{shown}</b>
      <span>{say}</span>
      {!isStopped && (
        <a class={look} href={`tel:${phone.value}`} aria-label={t.ringNumber(shown)}>
          {t.ringButton}
        </a>
      )}
      <Rang {...props} />
    </li>
  )
}

/** With one number there is nothing to ask. */
function Rang({ phone, isMain, isChosen, isOnly }: NumberProps) {
  const t = callStrings(useLang())
  const id = isMain ? { id: 'phone' } : {}
  if (isOnly) return <input type="hidden" name="phone" value={phone.id} />
  return (
    <label class="ds-rang">
      <input type="radio" {...id} name="phone" value={phone.id} checked={isChosen} />
      {t.iRang}
    </label>
  )
}

function Know({ call, works }: WorksProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const { row } = format(lang)
  return (
    <>
      {call.promisedAt && (
        <p class="ds-flag">
          <Icon name="later" /> <span>{t.promised(row(call.promisedAt))}</span>
        </p>
      )}
      {shownFlags
        .filter(flag => call.person.flags.includes(flag))
        .map(flag => (
          <p class="ds-flag">
            <Icon name="care" /> <span>{t.flags[flag]}</span>
          </p>
        ))}
      <OutHere said={works} lang={lang} />
      <Mates call={call} />
    </>
  )
}

/** Nobody is told that a housemate is on a list; the caller sees only their own work. */
function Mates({ call }: CallProps) {
  const t = callStrings(useLang())
  return (
    <div class="ds-mate">
      <p>{t.elseAtHome}</p>
      {call.mates.length > 0 && <b>{t.mateInWork}</b>}
      {call.mates.map(mate => (
        <p>
          <a href={`/call/${mate.member}`}>{mate.name}</a>
        </p>
      ))}
    </div>
  )
}

export function Past({ call, pack }: CallProps & { pack: HazardPack }) {
  const t = callStrings(useLang())
  return (
    <section class="ds-call__past" aria-labelledby="h-past">
      <div class="ds-panel">
        <h2 class="ds-h3" id="h-past">
          {t.last}
        </h2>
        {call.attempts.length === 0 && <p class="ds-quiet">{t.noAttempts}</p>}
        <ol class="ds-attempts">
          {call.attempts.map(attempt => (
            <Tried attempt={attempt} pack={pack} />
          ))}
        </ol>
        <p class="ds-small">
          <a href={`/people/${call.person.id}/plan`}>{t.plan}</a>
        </p>
      </div>
    </section>
  )
}

function Tried({ attempt, pack }: { attempt: PastAttempt; pack: HazardPack }) {
  const lang = useLang()
  const own = findOutcomeWord(pack, attempt.word ?? '')
  const when = format(lang).row(attempt.at)
  return (
    <li>
      <Icon name={iconOf(attempt)} />
      <span>
        <b>{own?.label ?? pastWord(lang, attempt.outcome)}</b>
        {callStrings(lang).attempt(when, attempt.by)}
      </span>
    </li>
  )
}

function iconOf({ channel, outcome }: PastAttempt): IconName {
  if (channel === 'doorstep') return 'door'
  if (channel === 'letter') return 'letter'
  if (channel === 'text') return 'message'
  if (outcome === 'voicemail_left') return 'voicemail'
  return outcome === 'no_answer' ? 'no-answer' : 'call'
}

export function pastWord(lang: Lang, outcome: string): string {
  return outcomeWord(lang, outcome)
}

function stateWord(lang: Lang, state: string): string {
  const { phoneState } = callStrings(lang)
  return phoneState[state as keyof typeof phoneState] ?? state
}

function isUsable(phone: Phone): boolean {
  return phone.state === 'untested' || phone.state === 'works'
}

/** +441632960142 as 01632 960 142; a number of another country stays as it is. */
function spaced(value: string): string {
  const national = value.replace(/^\+44/, '0')
  return national.replace(/^(0\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
}
