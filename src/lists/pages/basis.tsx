// Whom does no list name any more, and what allows us to contact them all the same?
import { recordRead } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { bases, basisNoteLettersMax, basisPeopleMax } from '../domain/basis.ts'
import { countOpenCases, openCases } from '../store/basis.ts'
import { decideBasis } from '../store/decide-basis.ts'
import { type BasisAnswers, BasisForm } from './basis-form.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

/** GET /lists/basis */
export async function showBasis(c: Ctx) {
  return basisPage(c, { people: [], answer: '', note: '', wrong: [] })
}

/** POST /lists/basis */
export async function saveBasis(c: Ctx) {
  const form = await formOf(c)
  const mayDecide = await reading(c, 'lists.decide', async (_tx, scope) => scope.everywhere)
  if (!mayDecide) return notFoundPage(c)
  const answers = answersOf(form)
  if (answers.wrong.length > 0) return basisPage(c, answers)
  const { node, actor } = c.var
  const refusal = await decideBasis(node, actor, {
    id: form.commandId(),
    people: answers.people,
    basis: bases.find(one => one === answers.answer) ?? null,
    note: answers.note,
  })
  if (isRefusal(refusal)) return refusalPage(c, refusal)
  return c.redirect('/lists/basis', 303)
}

function answersOf(form: Form): BasisAnswers {
  const people = [...new Set(form.all('person').filter(isId))].slice(0, basisPeopleMax)
  const answer = form.text('answer')
  const note = form.text('note')
  const isAnswer = answer === 'stop' || bases.some(one => one === answer)
  const wrong: BasisAnswers['wrong'] = [
    ...(people.length === 0 ? (['people'] as const) : []),
    ...(isAnswer ? [] : (['answer'] as const)),
    ...(note === '' || note.length > basisNoteLettersMax ? (['note'] as const) : []),
  ]
  return { people, answer, note, wrong }
}

async function basisPage(c: Ctx, answers: BasisAnswers) {
  const version = c.req.query('version')
  const pageText = c.req.query('page') ?? '1'
  const page = /^\d{1,5}$/.test(pageText) ? Number(pageText) : 0
  if (page < 1 || (version !== undefined && !isId(version))) return notFoundPage(c)
  const { cases, total } = await reading(c, 'lists.decide', async (tx, scope, now) => {
    const found = await openCases(tx, scope, { version, page, perPage: basisPeopleMax })
    const subjects = found.map(({ person }) => person)
    await recordRead(tx, scope, { what: 'list', route: '/lists/basis', subjects, at: now })
    return { cases: found, total: await countOpenCases(tx, scope, version) }
  })
  const context = await pageContext(c, '/lists')
  const t = versionStrings(context.lang)
  const crumbs = [{ href: '/lists', label: listStrings(context.lang).lists }, { label: t.basis }]
  const isWrong = answers.wrong.length > 0
  const errors = answers.wrong.map(field => ({ text: t.errors[field], href: `#${field}` }))
  const more = `?page=${page + 1}${version ? `&version=${version}` : ''}`
  return c.html(
    <Page context={context} title={t.basis} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1 ds-headline" data-total={total}>
          {total === 0 ? t.basisNone : t.basisHeadline(total, format(context.lang).number(total))}
        </h1>
        {total > 0 && <p>{t.basisLead}</p>}
        {cases.length > 0 && <BasisForm cases={cases} answers={answers} />}
        {cases.length === basisPeopleMax && (
          <p class="ds-buttons">
            <a href={more}>{t.older}</a>
          </p>
        )}
        {total > 0 && <TakeLinks at={takeAddress(c, 'lists.take', '/lists/basis')} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}
