// Whose words must go? First the record's number, then who that is and what goes, then for good.
import { recordRead } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, Checkboxes, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { erasePerson } from '../domain/erase-person.ts'
import { findByNumber, type ToErase } from '../store/find-by-number.ts'
import { eraseStrings } from './erase-strings.ts'
import { shownDay } from './shown.ts'
import { peopleStrings } from './strings.ts'

type Problem = 'numberWrong' | 'notSure'
type Asked = { readonly number: string; readonly person?: ToErase; readonly problem?: Problem }

export function showErase(c: Ctx) {
  return erasePage(c, { number: '' })
}

/** The same form twice: the number alone is answered with the person, then comes the tick. */
export async function saveErase(c: Ctx) {
  const form = await formOf(c)
  const number = form.text('number')
  const person = await readPerson(c, number)
  if (!person) return erasePage(c, { number, problem: 'numberWrong' })
  if (form.text('person') !== person.id) return erasePage(c, { number, person })
  if (form.text('sure') !== 'yes') return erasePage(c, { number, person, problem: 'notSure' })
  const done = await actFor(c, erasePerson, { id: form.commandId(), input: { person: person.id } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/erase?done=${person.number}`, 303)
}

function readPerson(c: Ctx, number: string): Promise<ToErase | undefined> {
  return reading(c, 'people.erase', async (tx, scope, now) => {
    const person = await findByNumber(tx, scope, number)
    const subjects = person ? [person.id] : []
    await recordRead(tx, scope, { what: 'open', route: '/erase', subjects, at: now })
    return person
  })
}

async function erasePage(c: Ctx, asked: Asked) {
  const context = await pageContext(c, '/erase')
  const t = eraseStrings(context.lang)
  const done = /^\d{1,12}$/.exec(c.req.query('done') ?? '')?.[0]
  const { problem } = asked
  const href = problem === 'notSure' ? '#sure' : '#number'
  return c.html(
    <Page context={context} title={t.erase} hasErrors={problem !== undefined}>
      <LangContext.Provider value={context.lang}>
        {problem && <ErrorSummary errorList={[{ href, text: t[problem] }]} />}
        {done && (
          <p class="ds-next" role="status">
            {t.done(done)}
          </p>
        )}
        <h1 class="ds-h1">{t.erase}</h1>
        <p class="govuk-body">
          {t.body} <a href="/volunteers">{t.volunteer}</a>
        </p>
        <form method="post" action="/erase" class="ds-form" novalidate>
          <input type="hidden" name="command" value={newId()} />
          {asked.person ? <Sure {...asked} person={asked.person} /> : <AskNumber {...asked} />}
        </form>
      </LangContext.Provider>
    </Page>,
    problem ? 422 : 200,
  )
}

function AskNumber({ number, problem }: Asked) {
  const t = eraseStrings(useLang())
  return (
    <>
      <Input
        id="number"
        name="number"
        label={t.number}
        hint={t.numberHint}
        value={number}
        autocomplete="off"
        classes="govuk-input--width-10"
        {...(problem === 'numberWrong' ? { errorMessage: t.numberWrong } : {})}
      />
      <Button text={t.next} />
    </>
  )
}

function Sure({ number, person, problem }: Asked & { person: ToErase }) {
  const t = eraseStrings(useLang())
  return (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="person" value={person.id} />
      <WhoGoes person={person} />
      <Checkboxes
        idPrefix="sure"
        name="sure"
        items={[{ value: 'yes', text: t.sure }]}
        {...(problem === 'notSure' ? { errorMessage: t.notSure } : {})}
      />
      <p class="ds-acts">
        <Button text={t.button} />
        <a href="/erase">{t.other}</a>
      </p>
    </>
  )
}

function WhoGoes({ person }: { person: ToErase }) {
  const lang = useLang()
  const t = eraseStrings(lang)
  const people = peopleStrings(lang)
  const words = format(lang)
  const born = person.born ? `${people.born} ${shownDay(words, person.born)}` : people.bornUnknown
  const others = person.records.filter(one => one.number !== person.number)
  const counted = (n: number) => words.number(n)
  return (
    <section class="ds-panel" aria-labelledby="h-goes">
      <h2 class="ds-h2" id="h-goes">
        {person.name || t.noName}
      </h2>
      <p>
        {born}. {person.address || people.noAddress}. {people.recordNumber(String(person.number))}
      </p>
      <h3 class="ds-h3">{t.goes}</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t.goesName}</li>
        <li>{t.goesWays(counted(person.phones), counted(person.emails))}</li>
        <li>{t.goesEntries(person.entries, counted(person.entries))}</li>
        {others.map(({ name, number }) => (
          <li>
            {t.goesRecord} <b>{name}</b>, {people.recordNumber(String(number))}
          </li>
        ))}
      </ul>
      <p>{t.stays}</p>
    </section>
  )
}
