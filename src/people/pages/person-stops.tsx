// What may nobody do, what must everybody know, and who can change it?
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { isByLists } from '../domain/flags.ts'
import { hardStops } from '../domain/may-contact.ts'
import { type PersonFlag, personFlags } from '../domain/terms.ts'
import type { RaisedFlag } from '../store/queries.ts'
import { sourceName } from './sections.ts'
import { peopleStrings } from './strings.ts'

type Stop =
  | 'do-not-call'
  | 'deceased-reported'
  | 'deceased-confirmed'
  | 'moved-confirmed'
  | 'no-basis'
  | 'withdrawn'
type Props = {
  readonly person: string
  readonly flags: readonly RaisedFlag[]
  readonly now: number
  /** An officer, who may confirm and take back. */
  readonly mayConfirm: boolean
  readonly mayReport: boolean
}

export function Stops(props: Props) {
  const t = peopleStrings(useLang())
  const hard = props.flags.filter(one => isStop(one.flag))
  const soft = props.flags.filter(one => !isStop(one.flag))
  return (
    <section class="ds-stops" aria-label={t.stops}>
      {hard.map(flag => (
        <HardStop flag={flag} {...props} />
      ))}
      {soft.length > 0 && (
        <div class="ds-soft">
          {soft.map(({ flag }) => (
            <p class="ds-flag">
              <Icon name={flag === 'visit-in-pairs' ? 'door' : 'care'} />
              <span>
                {t.flags[flag as PersonFlag]}
                {props.mayConfirm && flag !== 'moved-reported' && (
                  <Lower {...props} flag={flag as PersonFlag} />
                )}
              </span>
            </p>
          ))}
          {props.mayConfirm && soft.some(one => one.flag === 'moved-reported') && (
            <Confirm person={props.person} report="moved" />
          )}
        </div>
      )}
    </section>
  )
}

function isStop(flag: string): flag is Stop {
  return hardStops.includes(flag as PersonFlag)
}

function HardStop({ flag: raised, person, now, mayConfirm }: Props & { flag: RaisedFlag }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const flag = raised.flag as Stop
  const when = format(lang).near(raised.raisedAt, new Date(now))
  // People say who reported; what a list says is that list's.
  const isOfList = !['officer', 'lists', 'attempt', ...Object.keys(t.sources)].includes(
    raised.source,
  )
  const isLowered = flag !== 'deceased-reported' && !isByLists(flag)
  return (
    <div class="ds-stop">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M6 1h8l5 5v8l-5 5H6l-5-5V6z" fill="var(--ds-paper)" />
        <path d="M5.5 10h9" stroke="var(--ds-ink)" stroke-width="3" />
      </svg>
      <div>
        <b>{t.stopped[flag]}</b>
        <span>{t.stoppedWhy[flag]}</span>
        <span class="ds-small">
          {fill(isOfList ? t.reportedFrom : t.reported, {
            who: raised.by,
            when,
            source: sourceName(lang, raised.source),
          })}
        </span>
        {mayConfirm && flag === 'deceased-reported' && (
          <Confirm person={person} report="deceased" />
        )}
        {mayConfirm && isLowered && <Lower person={person} flag={flag} />}
      </div>
    </div>
  )
}

function Confirm({ person, report }: { person: string; report: 'deceased' | 'moved' }) {
  const t = peopleStrings(useLang())
  const isDeath = report === 'deceased'
  return (
    <form method="post" action={`/people/${person}/confirm`} class="ds-noprint">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="report" value={report} />
      <button
        type="submit"
        class="ds-button ds-button--second ds-button--small"
        name="answer"
        value="yes"
      >
        {isDeath ? t.confirmDeath : t.confirmMove}
      </button>{' '}
      <button
        type="submit"
        class="ds-button ds-button--second ds-button--small"
        name="answer"
        value="no"
      >
        {isDeath ? t.denyDeath : t.denyMove}
      </button>
    </form>
  )
}

function Lower({ person, flag }: { person: string; flag: PersonFlag }) {
  const t = peopleStrings(useLang())
  return (
    <form method="post" action={`/people/${person}/flags/lower`} class="ds-noprint">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="flag" value={flag} />
      <button
        type="submit"
        class="ds-button ds-button--second ds-button--small"
        aria-label={t.lower(t.flags[flag])}
      >
        {t.lowerShort}
      </button>
    </form>
  )
}

/** Anybody who speaks to people may say that more care is needed. */
export function ReportFlag({ person, flags }: Pick<Props, 'person' | 'flags'>) {
  const t = peopleStrings(useLang())
  const held = flags.map(one => one.flag)
  const free = personFlags.filter(
    flag => !flag.endsWith('-confirmed') && !isByLists(flag) && !held.includes(flag),
  )
  return (
    <details class="ds-open ds-noprint">
      <summary>{t.addFlag}</summary>
      <form method="post" action={`/people/${person}/flags`}>
        <input type="hidden" name="command" value={newId()} />
        <fieldset class="ds-group">
          <legend>{t.flagQuestion}</legend>
          <div class="ds-choices">
            {free.map(flag => (
              <label class="ds-choice">
                <input type="radio" name="flag" value={flag} required />
                {t.flags[flag]}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="ds-field">
          <label for="note">{t.flagNote}</label>
          <input class="govuk-input" id="note" name="note" maxlength={500} autocomplete="off" />
        </p>
        <p class="ds-field">
          <button type="submit" class="ds-button ds-button--second">
            {t.flagSave}
          </button>
        </p>
      </form>
    </details>
  )
}
