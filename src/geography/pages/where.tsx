// What waits for somebody who knows where it is?
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { placeKnown } from '../store/place-known.ts'
import { knownNow, type Question, questions } from '../store/where.ts'
import { askWords } from './geography-tables.ts'
import { geographyStrings } from './strings.ts'

export async function showWhere(c: Ctx) {
  const found = await reading(c, 'geography.answer', async (tx, scope) => ({
    asked: await questions(tx, scope),
    known: (await knownNow(tx, scope)).length,
  }))
  const context = await pageContext(c, '/places/where')
  const t = geographyStrings(context.lang)
  const { number } = format(context.lang)
  const { asked, known } = found
  const done = c.req.query('rows') ?? c.req.query('people')
  const count = (name: string) => number(Number.parseInt(c.req.query(name) ?? '0', 10) || 0)
  return c.html(
    <Page context={context} title={t.whereTitle}>
      {done !== undefined && <p role="status">{t.answered(count('rows'), count('people'))}</p>}
      <h1 class="ds-h1">
        {asked.length === 0 ? t.whereNone : t.whereHead(number(asked.length), asked.length)}
      </h1>
      {asked.length > 0 && <p>{t.whereLead}</p>}
      {known > 0 && <Known known={known} />}
      {asked.length > 0 && <Questions asked={asked} />}
      {asked.length > 0 && <TakeLinks at={takeAddress(c, 'geography.take')} />}
    </Page>,
  )
}

function Known({ known }: { known: number }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  return (
    <form method="post" action="/places/known" class="ds-tight">
      <input type="hidden" name="command" value={newId()} />
      <p>{t.waitingSuggest(format(lang).number(known), known)}</p>
      <button class="ds-button" type="submit" data-prevent-double-click="true">
        {t.placeKnown}
      </button>
    </form>
  )
}

function Questions({ asked }: { asked: readonly Question[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { number } = format(lang)
  return (
    <table class="ds-table ds-tight">
      <caption class="ds-hide">{t.whereTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{t.whereWhat}</th>
          <th scope="col">{t.whereHow}</th>
        </tr>
      </thead>
      <tbody>
        {asked.map(question => (
          <tr>
            <th scope="row">
              <a href={`/places/where/${question.id}`}>
                <Ask question={question} />
              </a>
            </th>
            <td>
              {question.kind === 'people'
                ? t.wherePeople(number(question.count), question.count)
                : t.whereRows(number(question.count), question.count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Ask({ question }: { question: Question }) {
  return <>{askWords(geographyStrings(useLang()), question)}</>
}

export async function savePlaceKnown(c: Ctx) {
  const mayAnswer = await reading(c, 'geography.answer', async (_tx, scope) => scope.everywhere)
  if (!mayAnswer) return notFoundPage(c)
  const { node, actor } = c.var
  const done = await placeKnown(node, actor, (await formOf(c)).commandId())
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/places/where?people=${done.answer.people}`, 303)
}
