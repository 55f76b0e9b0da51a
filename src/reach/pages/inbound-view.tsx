// The page of a call that comes in: the box, who is found, and the form for whom nobody knows.
import type { HazardPack } from '../../hazards/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { addScript } from '../../pages/assets.ts'
import { ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import {
  type LikelyPeople,
  MayBe,
  type NewPerson,
  type NewPersonProblems,
  PersonProblems,
  ShortFields,
} from '../../people/index.ts'
import type { Saved } from '../store/find-saved.ts'
import type { Answers, Problem } from './call-answers.ts'
import { Note, PromiseToRing } from './call-form.tsx'
import { Needs } from './call-outcomes.tsx'
import { callStyle } from './call-style.ts'
import { DraftSays, type Drafts, draftFacts, draftScript } from './drafts.tsx'
import { type Hit, InboundHits } from './inbound-hits.tsx'
import { inboundStrings } from './inbound-strings.ts'
import { callStrings } from './strings.ts'

const script = addScript('reach-inbound.js', 'src/reach/pages/client/inbound.ts')
const searchLettersMax = 200

export type InboundAsked = {
  readonly asked: string
  readonly hits: readonly Hit[]
  readonly now: number
  readonly pack: HazardPack
  readonly person: NewPerson
  readonly word: string
  readonly answers: Answers
  readonly problems: NewPersonProblems
  readonly wrong: readonly (Problem | 'wordLong')[]
  /** Records that are much alike, before anybody is added. */
  readonly likely: LikelyPeople
  readonly saved: Saved | undefined
  readonly drafts: Drafts
  /** Made with the form, so that a second press of Save does nothing new. */
  readonly ids: { readonly command: Id; readonly person: Id }
}

export function InboundPage({ context, shown }: { context: PageContext; shown: InboundAsked }) {
  const t = inboundStrings(context.lang)
  const { asked, hits, now, saved, problems, wrong } = shown
  const isWrong = wrong.length + Object.keys(problems).length > 0
  return (
    <Page
      context={context}
      title={shown.likely.length > 0 ? t.alike : t.title}
      hasErrors={isWrong}
      styles={[callStyle]}
      scripts={[script, draftScript]}
    >
      {saved && <SavedFlash saved={saved} />}
      <h1 class="ds-h1">{t.title}</h1>
      <Box asked={asked} />
      <div id="hits">
        {asked !== '' && <InboundHits hits={hits} now={now} isAsked={asked.length > 1} />}
      </div>
      <AddForm {...shown} />
    </Page>
  )
}

function SavedFlash({ saved }: { saved: Saved }) {
  const t = inboundStrings(useLang())
  return (
    <p class="ds-flash" role="status">
      {t.saved(saved.name, saved.needs)} <a href="/call">{t.backToCalls}</a>
    </p>
  )
}

function Box({ asked }: { asked: string }) {
  const t = inboundStrings(useLang())
  return (
    <form method="get" action="/calls/inbound" class="govuk-form-group">
      <label class="govuk-label" for="who">
        {t.label}
      </label>
      <div id="who-hint" class="govuk-hint">
        {t.hint}
      </div>
      <input
        class="govuk-input govuk-!-width-two-thirds"
        id="who"
        name="q"
        type="search"
        value={asked}
        autocomplete="off"
        maxlength={searchLettersMax}
        aria-describedby="who-hint"
        data-hits="/calls/inbound/hits"
        data-hits-into="hits"
      />{' '}
      <button class="ds-button" type="submit">
        {t.find}
      </button>
    </form>
  )
}

function AddForm(shown: InboundAsked) {
  const t = inboundStrings(useLang())
  const { person, problems, wrong, likely, ids, word } = shown
  const asked = { ...shown, problems: wrong.filter(one => one !== 'wordLong') }
  const isAnswer = wrong.length + likely.length + Object.keys(problems).length > 0
  return (
    <form
      id="call"
      method="post"
      action="/calls/inbound"
      class="ds-panel ds-form"
      novalidate
      {...draftFacts(shown.drafts, 'inbound')}
      data-now={shown.now}
      data-wrong={isAnswer ? 'yes' : ''}
    >
      <input type="hidden" name="command" value={ids.command} />
      <input type="hidden" name="person" value={ids.person} />
      <input type="hidden" name="way" value="inbound" />
      <button class="ds-hide" type="submit" tabindex={-1}>
        {t.save}
      </button>
      <WrongAnswers problems={asked.problems} />
      <PersonProblems problems={problems} others={wordProblem(t.wordLong, wrong)} />
      {likely.length > 0 && <OneOfThese likely={likely} />}
      <h2 class="ds-h2">{t.addTitle}</h2>
      <p class="ds-quiet">{t.addLead}</p>
      <ShortFields answers={person} problems={problems} />
      <Input
        id="word"
        name="word"
        label={t.wordLabel}
        hint={t.wordHint}
        value={word}
        autocomplete="off"
        classes="govuk-input--width-20"
        {...(wrong.includes('wordLong') ? { errorMessage: t.wordLong } : {})}
      />
      <Needs {...asked} />
      <Note {...asked} />
      <PromiseToRing {...asked} />
      <p class="ds-next">{t.saveNote}</p>
      <p class="ds-acts">
        <button class="ds-button" type="submit" id="save">
          {t.save}
        </button>{' '}
        <DraftSays />
      </p>
    </form>
  )
}

function wordProblem(text: string, wrong: InboundAsked['wrong']) {
  return wrong.includes('wordLong') ? [{ href: '#word', text }] : []
}

const boxes: Readonly<Partial<Record<Problem, string>>> = { note: '#note', promise: '#promised' }

function WrongAnswers({ problems }: { problems: readonly Problem[] }) {
  const t = callStrings(useLang())
  if (problems.length === 0) return null
  const errorList = problems.map(problem => ({
    text: t.wrong[problem],
    href: boxes[problem] ?? '#need-nothing',
  }))
  return <ErrorSummary errorList={errorList} />
}

/** The button below is the answer "none"; the others give what was typed to that person. */
function OneOfThese({ likely }: { likely: LikelyPeople }) {
  const t = inboundStrings(useLang())
  return (
    <section class="ds-panel" aria-labelledby="h-alike">
      <h2 class="ds-h2" id="h-alike">
        {t.alike}
      </h2>
      <p>{t.alikeBody}</p>
      {likely.map(one => (
        <MayBe
          {...one}
          act={
            <button
              type="submit"
              class="ds-button ds-button--second"
              name="use"
              value={one.person.id}
            >
              {t.useThis(one.person.name)}
            </button>
          }
        />
      ))}
      {likely.map(one => (
        <input type="hidden" name="seen" value={one.person.id} />
      ))}
      <p class="ds-acts">
        <button type="submit" class="ds-button" id="none-of-these">
          {t.noneOfThese}
        </button>
      </p>
    </section>
  )
}
