// The call page: who, what to say, what happened. One plain form that also works by keys alone.
import { type BeingHandled, Handled, WorryForm } from '../../concerns/index.ts'
import type { HazardPack } from '../../hazards/index.ts'
import type { Need } from '../../needs/index.ts'
import { addScript } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { AllStopped, type StoppedHere } from '../../standstill/index.ts'
import { type OutNow, OutPlaces, type Said } from '../../works/index.ts'
import type { Call } from '../store/find-call.ts'
import type { Stop } from '../store/stops-of.ts'
import type { Answers, Problem } from './call-answers.ts'
import { Record } from './call-form.tsx'
import { ageBand, callKeys } from './call-labels.ts'
import { Script, worryForm } from './call-script.tsx'
import { callStyle } from './call-style.ts'
import { Past, Who } from './call-who.tsx'
import type { Calls } from './calls-today.ts'
import { type Drafts, draftFacts, draftScript } from './drafts.tsx'
import { inboundStrings } from './inbound-strings.ts'
import { StoppedMeanwhile } from './stopped-view.tsx'
import { callStrings } from './strings.ts'
import { TheyRang } from './they-rang.tsx'

const script = addScript('reach-call.js', 'src/reach/pages/client/call.ts')

export type CallShown = {
  readonly call: Call
  readonly pack: HazardPack
  readonly answers: Answers
  readonly problems: readonly Problem[]
  readonly calls: Calls
  readonly now: number
  /** Hard stops that came while the caller was on the page. */
  readonly stops?: readonly Stop[]
  /** Where they live, nobody rings or visits now. */
  readonly allStopped?: StoppedHere | undefined
  /** Phones and roads where they live, as somebody said. */
  readonly works?: readonly Said[]
  /** Somebody is worried about them: their next step is with the desk. */
  readonly handled?: BeingHandled | undefined
  /** What they asked for already, when they ring us. */
  readonly needs?: readonly Need[]
  /** They may take calls that come in: the key `/` leads there. */
  readonly mayAnswer?: boolean
  /** Ids that make a second press of Save harmless. */
  readonly commandId: string
  readonly attemptId: string
  /** What was saved just before, to say so. */
  readonly saved: { readonly words: string } | undefined
  readonly drafts: Drafts
}

export function CallPage({ context, shown }: { context: PageContext; shown: CallShown }) {
  const { call, pack, calls, problems, saved, stops = [], handled, allStopped } = shown
  const { isInbound } = shown.answers
  const t = callStrings(context.lang)
  return (
    <Page
      context={context}
      title={t.title}
      hasErrors={problems.length > 0}
      navEnd={<NavEnd calls={calls} />}
      above={<PersonBar call={call} now={shown.now} isInbound={isInbound} />}
      keys={callKeys(context.lang)}
      styles={[callStyle]}
      scripts={[script, draftScript]}
    >
      {saved && (
        <p class="ds-flash" role="status">
          {saved.words}
        </p>
      )}
      <Above shown={shown} />
      {handled && <Handled since={handled.since} now={shown.now} lang={context.lang} />}
      <WorryForm person={call.person.id} form={worryForm} to="/call" />
      <form id="put-back" method="post" action={`/call/${call.member}/put-back`}>
        <Ids shown={shown} />
      </form>
      <form
        id="call"
        method="post"
        action={`/call/${call.member}`}
        novalidate
        {...draftFacts(shown.drafts, call.member)}
        data-since={call.attempts[0]?.at.getTime() ?? 0}
        data-until={call.heldUntil?.getTime() ?? 0}
        data-now={shown.now}
        data-wrong={problems.length > 0 ? 'yes' : ''}
      >
        <Ids shown={shown} />
        <input type="hidden" name="script" value={pack.script.version} />
        <div class="ds-call">
          <Who
            call={call}
            works={shown.works ?? []}
            chosen={shown.answers.phone}
            isStopped={stops.length > 0 || allStopped !== undefined}
          />
          <Script
            pack={pack}
            caller={context.user?.name ?? ''}
            council={context.council.name}
            about={call.person.given || call.person.name}
            language={call.person.language}
          />
          <Record {...shown} />
          <Past call={call} pack={pack} />
        </div>
      </form>
    </Page>
  )
}

/** What must be seen before anything else: the key for who rings, and what stops us. */
function Above({ shown }: { shown: CallShown }) {
  const lang = useLang()
  const { stops = [], allStopped } = shown
  const { isInbound } = shown.answers
  return (
    <>
      {shown.mayAnswer && (
        <a hidden href="/calls/inbound" data-slash>
          {inboundStrings(lang).title}
        </a>
      )}
      {allStopped && <AllStopped stopped={allStopped} now={shown.now} lang={lang} isTyped />}
      {isInbound ? (
        <TheyRang stops={stops} needs={shown.needs ?? []} now={shown.now} />
      ) : (
        <StoppedMeanwhile stops={stops} now={shown.now} />
      )}
    </>
  )
}

function NavEnd({ calls }: { calls: Calls }) {
  const lang = useLang()
  const t = callStrings(lang)
  const { number } = format(lang)
  return (
    <span class="ds-quiet">
      {t.doneToday(number(calls.done))}, {t.leftToRing(number(calls.left))}
    </span>
  )
}

/** The same in both forms: which press it is, and who rang whom. */
function Ids({ shown }: { shown: CallShown }) {
  return (
    <>
      <input type="hidden" name="command" value={shown.commandId} />
      <input type="hidden" name="attempt" value={shown.attemptId} />
      {shown.answers.isInbound && <input type="hidden" name="way" value="inbound" />}
    </>
  )
}

/** The one person this page is about; stays on top. */
type BarProps = { call: Call; now: number; isInbound: boolean }

function PersonBar({ call, now, isInbound }: BarProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const inbound = inboundStrings(lang)
  const { person, tries, triesMax, heldUntil } = call
  const facts = [
    { name: t.age, value: ageBand(lang, person.born, now), wide: false },
    { name: t.livesAt, value: `${person.address}, ${person.postcode}`, wide: false },
    ...(isInbound ? [] : [{ name: t.thisIsTry, value: t.tryOf(tries + 1, triesMax), wide: true }]),
    ...(call.word === null ? [] : [{ name: inbound.word, value: call.word, wide: false }]),
    { name: t.language, value: person.language ?? t.notKnown, wide: true },
  ]
  return (
    <div class="ds-person" id="person">
      <div class="govuk-width-container ds-person__in">
        <h1 class="ds-person__name" id="person-name" tabindex={-1}>
          {person.name}
        </h1>
        <dl class="ds-person__facts">
          {facts.map(({ name, value, wide }) => (
            <div class={wide ? 'ds-wide' : ''}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div class="ds-person__end">
          {heldUntil && (
            <span class="ds-person__held">
              {t.heldUntil} <b>{format(lang).time(heldUntil)}</b>
            </span>
          )}
          <button type="submit" form="put-back" class="ds-link-button">
            {isInbound ? inbound.notThem : t.putBack}
          </button>
        </div>
      </div>
    </div>
  )
}

type NobodyProps = { context: PageContext; calls: Calls; out: readonly OutNow[] }

export function NobodyLeft({ context, calls, out }: NobodyProps) {
  const t = callStrings(context.lang)
  return (
    <Page context={context} title={t.nobodyTitle} scripts={[draftScript]}>
      <h1 class="ds-h1">{t.nobodyTitle}</h1>
      <p>{t.nobody}</p>
      <p class="ds-quiet">{t.doneToday(format(context.lang).number(calls.done))}</p>
      <OutPlaces out={out} lang={context.lang} />
      <p>
        <a class="ds-button" href="/call">
          {t.nobodyAgain}
        </a>{' '}
        <a href="/call-backs">{t.callBacks}</a>
      </p>
    </Page>
  )
}

/** Says until when, and not who: the next person waits. */
export function Taken({ context, until }: { context: PageContext; until: Date }) {
  const t = callStrings(context.lang)
  return (
    <Page context={context} title={t.takenTitle}>
      <h1 class="ds-h1">{t.takenTitle}</h1>
      <p>{t.taken(format(context.lang).time(until))}</p>
      <p>
        <a class="ds-button" href="/call">
          {t.takenNext}
        </a>
      </p>
    </Page>
  )
}
