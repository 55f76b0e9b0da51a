// The form for somebody new, and above it the people who may be meant.
import type { Child } from 'hono/jsx'
import type { Id } from '../../kernel/ids.ts'
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, Input, Radios } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { handSources, purposes, type ReviewReason } from '../domain/terms.ts'
import type { Person } from '../store/queries.ts'
import { addStrings } from './add-strings.ts'
import { fieldStrings } from './field-strings.ts'
import { FirstButton, type Homes } from './home-picker.tsx'
import { type Answers, noAnswers, type Problems } from './person-answers.ts'
import { PersonFields, PersonProblems } from './person-fields.tsx'
import { shownDay } from './shown.ts'

export type Likely = readonly { readonly person: Person; readonly review: ReviewReason | null }[]

type Wrong = 'uprnWrong' | 'sourceMissing' | 'purposeMissing' | 'placeMissing'
const boxOf = {
  uprnWrong: '#uprn',
  sourceMissing: '#source',
  purposeMissing: '#purpose',
  placeMissing: '#postcode',
} as const

export type AddState = {
  /** The new person's id, made with the form: sent twice, added once. */
  readonly person: Id
  readonly answers: Answers | undefined
  readonly more: { readonly source: string; readonly purpose: string; readonly uprn: string }
  readonly problems: Problems
  readonly wrong: readonly Wrong[]
  readonly likely?: Likely
  readonly homes?: Homes
}

export async function addPage(c: Ctx, state: AddState) {
  const context = await pageContext(c, '/find')
  const t = addStrings(context.lang)
  // The title is what a screen reader says first: that a question is to be answered.
  const title = state.likely ? t.known : t.add
  const isWrong = Object.keys(state.problems).length + state.wrong.length > 0
  const others = state.wrong.map(code => ({ href: boxOf[code], text: t[code] }))
  return c.html(
    <Page context={context} title={title} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        <PersonProblems problems={state.problems} others={others} />
        <h1 class="ds-h1">{t.add}</h1>
        {state.answers ? null : (
          <p class="govuk-body">
            {t.lead} <a href="/find">{t.leadLink}</a>
          </p>
        )}
        <form method="post" action="/people/add" class="ds-form" novalidate>
          <FirstButton />
          {state.likely && <OneOfThese likely={state.likely} />}
          <AddFields {...state} />
        </form>
      </LangContext.Provider>
    </Page>,
    isWrong || state.likely ? 422 : 200,
  )
}

function AddFields({ person, answers, problems, more, wrong, homes }: AddState) {
  const t = addStrings(useLang())
  const errorOf = (code: Wrong) => (wrong.includes(code) ? { errorMessage: t[code] } : {})
  return (
    <>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="person" value={person} />
      <PersonFields answers={answers ?? noAnswers} problems={problems} homes={homes} />
      <Input
        id="uprn"
        name="uprn"
        label={t.uprn}
        hint={t.uprnHint}
        value={more.uprn}
        inputmode="numeric"
        autocomplete="off"
        classes="govuk-input--width-10"
        {...errorOf('uprnWrong')}
      />
      <Radios
        name="source"
        fieldset={{ legend: { text: t.source } }}
        items={handSources.map(value => ({ value, text: t.sources[value] }))}
        value={more.source}
        {...errorOf('sourceMissing')}
      />
      <Radios
        name="purpose"
        fieldset={{ legend: { text: t.purpose } }}
        items={purposes.map(value => ({ value, text: t.purposes[value] }))}
        value={more.purpose}
        {...errorOf('purposeMissing')}
      />
      <p class="ds-next">{t.willDo}</p>
      <p class="ds-acts">
        <Button text={t.save} />
      </p>
    </>
  )
}

/** Asked before anything is saved; the button below it is the answer "none". */
function OneOfThese({ likely }: { likely: Likely }) {
  const t = addStrings(useLang())
  return (
    <section class="ds-panel" aria-labelledby="h-known">
      <h2 class="ds-h2" id="h-known">
        {t.known}
      </h2>
      <p>{t.knownBody}</p>
      {likely.map(one => (
        <MayBe {...one} />
      ))}
      {likely.map(one => (
        <input type="hidden" name="seen" value={one.person.id} />
      ))}
      <p class="ds-next">{t.noneThen}</p>
      <p class="ds-acts">
        <button type="submit" class="ds-button">
          {t.noneOfThese}
        </button>
      </p>
    </section>
  )
}

type MayBeProps = Likely[number] & { readonly act?: Child }

/** One record that may be meant; `act` is what a page offers to do with it. */
export function MayBe({ person, review, act }: MayBeProps) {
  const lang = useLang()
  const t = fieldStrings(lang)
  const reasons: Readonly<Record<string, string>> = t.hasReason
  const born = person.born ? `${t.born} ${shownDay(format(lang), person.born)}` : t.bornUnknown
  const home = [person.address || t.noAddress, person.postcode].filter(Boolean).join(', ')
  return (
    <div class="ds-mate">
      <b>
        <a href={`/people/${person.id}`}>{person.name}</a>
      </b>
      <span class="ds-under">{`${born}. ${home}`}</span>
      <span class="ds-under">{reasons[review ?? 'namesake']}</span>
      {act}
    </div>
  )
}
