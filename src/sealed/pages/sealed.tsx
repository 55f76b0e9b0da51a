// Which lists wait sealed, what is declared now, and how is another one agreed?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { listStrings, profiles } from '../../lists/index.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { lineLettersMax, occasionKinds, rules } from '../domain/rules.ts'
import { declareOccasion } from '../store/change-holders.ts'
import { endOccasion } from '../store/close-sealed.ts'
import { agreeSealed } from '../store/keep-sealed.ts'
import { areasOf, occasionsInForce, type SealedList, sealedLists } from '../store/queries.ts'
import { Occasions } from './occasions.tsx'
import { AgreeForm, type Answers, DeclareForm, type Field } from './sealed-forms.tsx'
import { sealedStrings } from './strings.ts'

const nothing: Answers = { values: {}, wrong: [] }

/** GET /sealed */
export async function showSealed(c: Ctx) {
  return sealedPage(c, nothing)
}

/** POST /sealed */
export async function saveAgreement(c: Ctx) {
  const form = await formOf(c)
  if (!(await mayKeep(c))) return notFoundPage(c)
  const answers = read(form, ['list', 'rule', 'area', 'owner', 'contact'])
  const { list = '', rule = '', area = '', owner = '', contact = '' } = answers.values
  const found = rules.find(one => one === rule)
  const wrong: Field[] = [
    ...(profiles.some(({ id }) => id === list) ? [] : (['list'] as const)),
    ...(found ? [] : (['rule'] as const)),
    ...(rule === 'area' && !isId(area) ? (['area'] as const) : []),
    ...missing(answers, ['owner', 'contact']),
  ]
  if (wrong.length > 0 || !found) return sealedPage(c, { ...answers, wrong })
  const { node, actor } = c.var
  const id = form.commandId()
  const agreement = { id, list, rule: found, area: isId(area) ? area : null, owner, contact }
  const refusal = await agreeSealed(node, actor, agreement)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect(`/sealed/lists/${id}`, 303)
}

/** POST /sealed/occasions */
export async function saveOccasion(c: Ctx) {
  const form = await formOf(c)
  if (!(await mayOpen(c))) return notFoundPage(c)
  const answers = read(form, ['kind', 'name', 'where'])
  const { kind = '', name = '', where = '' } = answers.values
  const found = occasionKinds.find(one => one === kind)
  const wrong: Field[] = [...(found ? [] : (['kind'] as const)), ...missing(answers, ['name'])]
  if (wrong.length > 0 || !found) return sealedPage(c, { ...answers, wrong })
  const { node, actor } = c.var
  const id = form.commandId()
  const declaring = { id, kind: found, area: isId(where) ? where : null, name }
  const refusal = await declareOccasion(node, actor, declaring)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect('/sealed', 303)
}

/** POST /sealed/occasions/:occasion/end */
export async function saveOccasionEnd(c: Ctx) {
  const id = c.req.param('occasion')
  if (!isId(id) || !(await mayOpen(c))) return notFoundPage(c)
  const refusal = await endOccasion(c.var.node, c.var.actor, id)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect('/sealed', 303)
}

export const mayKeep = (c: Ctx) => reading(c, 'sealed.keep', async (_tx, scope) => scope.everywhere)
export const mayOpen = (c: Ctx) => reading(c, 'sealed.open', async (_tx, scope) => scope.everywhere)

export function read(form: Form, names: readonly string[]): Answers {
  return { values: Object.fromEntries(names.map(name => [name, form.text(name)])), wrong: [] }
}

export function missing({ values }: Answers, fields: readonly Field[]): Field[] {
  return fields.filter(field => {
    const text = values[field] ?? ''
    return text === '' || text.length > lineLettersMax
  })
}

async function sealedPage(c: Ctx, answers: Answers) {
  const found = await reading(c, 'sealed.read', async (tx, scope) =>
    scope.everywhere
      ? {
          all: await sealedLists(tx, scope),
          declared: await occasionsInForce(tx, scope.council),
          areas: await areasOf(tx, scope.council),
        }
      : undefined,
  )
  if (!found) return notFoundPage(c)
  const { all, declared, areas } = found
  const context = await pageContext(c, '/lists')
  const t = sealedStrings(context.lang)
  const waiting = all.filter(({ state }) => state === 'sealed').length
  const isWrong = answers.wrong.length > 0
  const errors = answers.wrong.map(field => ({ text: t.errors[field], href: `#${field}` }))
  const crumbs = [{ href: '/lists', label: listStrings(context.lang).lists }, { label: t.title }]
  const mayDo = { keep: await mayKeep(c), open: await mayOpen(c) }
  return c.html(
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1 ds-headline">
          {waiting === 0 ? t.none : t.headline(waiting, format(context.lang).number(waiting))}
        </h1>
        <p>{t.lead}</p>
        <p>
          <a href="/sealed/holders">{t.holders}</a>
        </p>
        {all.length > 0 && <Lists all={all} />}
        <Occasions declared={declared} mayEnd={mayDo.open} />
        {mayDo.open && <DeclareForm answers={answers} areas={areas} command={newId()} />}
        {mayDo.keep && <AgreeForm answers={answers} areas={areas} command={newId()} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function Lists({ all }: { all: readonly SealedList[] }) {
  const lang = useLang()
  const t = sealedStrings(lang)
  const names: Readonly<Record<string, string>> = listStrings(lang).list
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.list}</th>
          <th scope="col">{t.owner}</th>
          <th scope="col">{t.rule}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(one => (
          <tr>
            <th scope="row">
              <a href={`/sealed/lists/${one.id}`}>{names[one.list] ?? one.list}</a>
            </th>
            <td>{one.owner}</td>
            <td>{t.rules[one.rule]}</td>
            <td>{t.states[one.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
