// Where is this? A search box, the places found, and what is said is remembered.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Checkboxes, ErrorSummary, Radios } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { answerWhere } from '../domain/answer-where.ts'
import { type Asked, type Choice, findPlaces, findQuestion, suggested } from '../store/where.ts'
import { geographyStrings } from './strings.ts'
import { Ask } from './where.tsx'

const lettersMax = 100

export async function showQuestion(c: Ctx) {
  return questionPage(c, {})
}

type Wrong = { readonly isMissing?: boolean }

async function questionPage(c: Ctx, { isMissing = false }: Wrong) {
  const id = c.req.param('question')
  const text = (c.req.query('q') ?? '').slice(0, lettersMax).trim()
  const found = await reading(c, 'geography.answer', async (tx, scope, now) => {
    const asked = isId(id) ? await findQuestion(tx, scope, id) : undefined
    if (!asked) return undefined
    const subjects = asked.persons
    await recordRead(tx, scope, { what: 'list', route: '/places/where', subjects, at: now })
    const choices = text === '' ? await suggested(tx, scope, asked) : []
    return { asked, choices: [...choices, ...(await findPlaces(tx, scope, text))] }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/places/where')
  const props = { context, text, isMissing, ...found }
  return c.html(<QuestionPage {...props} />, isMissing ? 422 : 200)
}

export async function saveAnswer(c: Ctx) {
  const question = c.req.param('question')
  if (!isId(question)) return notFoundPage(c)
  const form = await formOf(c)
  const said = form.text('answer')
  const answer = said === 'another' || said === 'leave-out' ? said : 'place'
  const place = form.text('place')
  if (answer === 'place' && !isId(place)) return questionPage(c, { isMissing: true })
  const done = await actFor(c, answerWhere, {
    id: form.commandId(),
    input: {
      question,
      answer,
      place: answer === 'place' ? place : null,
      rememberPostcode: form.text('remember') === 'yes',
    },
  })
  if (isRefusal(done)) return refusalPage(c, done)
  const { rows, people } = done.answer
  return c.redirect(`/places/where?rows=${rows}&people=${people}`, 303)
}

type QuestionProps = {
  context: PageContext
  asked: Asked
  choices: readonly Choice[]
  text: string
  isMissing: boolean
}

function QuestionPage({ context, asked, choices, text, isMissing }: QuestionProps) {
  const t = geographyStrings(context.lang)
  const { number } = format(context.lang)
  const { count } = asked
  return (
    <Page
      context={context}
      title={t.whereTitle}
      hasErrors={isMissing}
      breadcrumbs={[{ href: '/places/where', label: t.whereTitle }, { label: t.whereAsk }]}
    >
      {isMissing && <ErrorSummary errorList={[{ text: t.chooseOne, href: '#q' }]} />}
      <h1 class="ds-h1">
        <Ask question={asked} />
      </h1>
      <p>
        {asked.kind === 'people'
          ? t.wherePeople(number(count), count)
          : t.whereRows(number(count), count)}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {asked.addresses.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <Search asked={asked} text={text} />
      {text !== '' && choices.length === 0 && <p role="status">{t.foundNone}</p>}
      {choices.length > 0 && <Answer asked={asked} choices={choices} />}
      <Otherwise asked={asked} />
    </Page>
  )
}

function Search({ asked, text }: { asked: Asked; text: string }) {
  const t = geographyStrings(useLang())
  return (
    <form method="get" action={`/places/where/${asked.id}`} class="govuk-form-group">
      <label class="govuk-label" for="q">
        {t.findPlace}
      </label>
      <div id="q-hint" class="govuk-hint">
        {t.findHint}
      </div>
      <input
        class="govuk-input govuk-!-width-two-thirds"
        id="q"
        name="q"
        type="search"
        value={text}
        autocomplete="off"
        aria-describedby="q-hint"
      />{' '}
      <button class="ds-button ds-button--second" type="submit">
        {t.findButton}
      </button>
    </form>
  )
}

function Answer({ asked, choices }: { asked: Asked; choices: readonly Choice[] }) {
  const t = geographyStrings(useLang())
  const hasPostcode = asked.kind === 'people' && asked.postcode !== ''
  return (
    <form method="post" action={`/places/where/${asked.id}`}>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="place"
        fieldset={{ legend: { text: t.choosePlace } }}
        value={choices.length === 1 ? (choices[0]?.id ?? null) : null}
        items={choices.map(({ id, kind, name, above }) => ({
          value: id,
          text: name,
          hint: {
            text: above === '' ? t.kindsOfPlace[kind] : t.inPlace(t.kindsOfPlace[kind], above),
          },
        }))}
      />
      {hasPostcode && (
        <Checkboxes
          name="remember"
          items={[{ value: 'yes', text: t.remember, hint: { text: t.rememberHint } }]}
        />
      )}
      <button class="ds-button" type="submit" data-prevent-double-click="true">
        {t.answerButton}
      </button>
    </form>
  )
}

function Otherwise({ asked }: { asked: Asked }) {
  const t = geographyStrings(useLang())
  if (asked.kind === 'people') return null
  const { reason, street, village } = asked
  const another =
    reason === 'street-two-spellings' ? street : reason === 'code-of-another-name' ? village : null
  return (
    <form method="post" action={`/places/where/${asked.id}`} class="ds-section">
      <input type="hidden" name="command" value={newId()} />
      {another !== null && (
        <button class="ds-button ds-button--second" type="submit" name="answer" value="another">
          {reason === 'street-two-spellings' ? t.anotherStreet(another) : t.anotherVillage(another)}
        </button>
      )}{' '}
      <button class="ds-link-button" type="submit" name="answer" value="leave-out">
        {t.leaveOut}
      </button>
    </form>
  )
}
