// Who holds which list, and what was agreed for its day? So that nothing is stored before it.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { rules } from '../domain/rules.ts'
import { removeHolder, tellHolder } from '../store/change-holders.ts'
import { type Holder, listHolders } from '../store/queries.ts'
import { mayKeep, missing, read } from './sealed.tsx'
import { type Answers, type Field, useErrors } from './sealed-forms.tsx'
import { sealedStrings } from './strings.ts'

/** GET /sealed/holders */
export async function showHolders(c: Ctx) {
  return holdersPage(c, { values: {}, wrong: [] })
}

/** POST /sealed/holders */
export async function saveHolder(c: Ctx) {
  const form = await formOf(c)
  if (!(await mayKeep(c))) return notFoundPage(c)
  const answers = read(form, ['holder', 'name', 'contact', 'holds', 'pull', 'trigger'])
  const { holder, name = '', contact = '', holds = '', pull = '', trigger = '' } = answers.values
  const found = rules.find(one => one === trigger)
  const wrong: Field[] = [
    ...missing(answers, ['name', 'contact', 'holds', 'pull']),
    ...(found ? [] : (['trigger'] as const)),
  ]
  if (wrong.length > 0 || !found) return holdersPage(c, { ...answers, wrong })
  const told = { name, contact, holds, pull, trigger: found }
  const of = isId(holder) ? { holder } : {}
  const telling = { id: form.commandId(), ...of, ...told }
  const refusal = await tellHolder(c.var.node, c.var.actor, telling)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect('/sealed/holders', 303)
}

/** POST /sealed/holders/:holder/remove */
export async function saveRemoval(c: Ctx) {
  const id = c.req.param('holder')
  if (!isId(id) || !(await mayKeep(c))) return notFoundPage(c)
  const refusal = await removeHolder(c.var.node, c.var.actor, id)
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect('/sealed/holders', 303)
}

async function holdersPage(c: Ctx, given: Answers) {
  const found = await reading(c, 'sealed.read', async (tx, scope) =>
    scope.everywhere ? listHolders(tx, scope) : undefined,
  )
  if (!found) return notFoundPage(c)
  const changed = found.find(({ id }) => id === c.req.query('change'))
  const answers = changed && given.wrong.length === 0 ? answersOf(changed) : given
  const context = await pageContext(c, '/lists')
  const t = sealedStrings(context.lang)
  const isWrong = answers.wrong.length > 0
  const errors = answers.wrong.map(field => ({ text: t.errors[field], href: `#${field}` }))
  const crumbs = [{ href: '/sealed', label: t.title }, { label: t.holders }]
  const shown = format(context.lang).number(found.length)
  const mayChange = await mayKeep(c)
  return c.html(
    <Page context={context} title={t.holders} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1 ds-headline">
          {found.length === 0 ? t.holdersNone : t.holdersHeadline(found.length, shown)}
        </h1>
        <p>{t.holdersLead}</p>
        {found.length > 0 && <Holders holders={found} mayChange={mayChange} />}
        {found.length > 0 && <TakeLinks at={takeAddress(c, 'sealed.keep', '/sealed/holders')} />}
        {mayChange && <HolderForm answers={answers} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function answersOf({ id, name, contact, holds, pull, trigger }: Holder): Answers {
  const said = { name: name ?? '', contact: contact ?? '', holds: holds ?? '', pull: pull ?? '' }
  return { values: { holder: id, ...said, trigger }, wrong: [] }
}

function Holders({ holders, mayChange }: { holders: readonly Holder[]; mayChange: boolean }) {
  const lang = useLang()
  const t = sealedStrings(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.holders}</caption>
      <thead>
        <tr>
          <th scope="col">{t.holder}</th>
          <th scope="col">{t.holds}</th>
          <th scope="col">{t.trigger}</th>
          <th scope="col">{t.pull}</th>
        </tr>
      </thead>
      <tbody>
        {holders.map(one => (
          <tr>
            <th scope="row">
              {one.name}
              <span class="ds-under">{one.contact}</span>
              {mayChange && <Change holder={one} />}
            </th>
            <td>{one.holds}</td>
            <td>{t.rules[one.trigger]}</td>
            <td>
              {one.pull}
              <span class="ds-under">
                {t.told} {format(lang).shortDate(one.toldAt.getTime())}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Change({ holder }: { holder: Holder }) {
  const t = sealedStrings(useLang())
  const label = (what: string) => `${what}: ${holder.name}`
  return (
    <form method="post" action={`/sealed/holders/${holder.id}/remove`} class="ds-noprint">
      <input type="hidden" name="command" value={newId()} />
      <a href={`/sealed/holders?change=${holder.id}#name`} aria-label={label(t.holderChange)}>
        {t.holderChange}
      </a>{' '}
      <button class="ds-link-button" type="submit" aria-label={label(t.holderRemove)}>
        {t.holderRemove}
      </button>
    </form>
  )
}

function HolderForm({ answers }: { answers: Answers }) {
  const t = sealedStrings(useLang())
  const error = useErrors(answers)
  const { values } = answers
  return (
    <section class="ds-section" aria-labelledby="h-holder">
      <h2 class="ds-h2" id="h-holder">
        {t.holderAdd}
      </h2>
      <form method="post" action="/sealed/holders" novalidate>
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="holder" value={values.holder ?? ''} />
        <Input name="name" label={t.holder} value={values.name ?? ''} {...error('name')} />
        <Input
          name="contact"
          label={t.contact}
          value={values.contact ?? ''}
          {...error('contact')}
        />
        <Input name="holds" label={t.holds} value={values.holds ?? ''} {...error('holds')} />
        <Radios
          name="trigger"
          value={values.trigger ?? ''}
          fieldset={{ legend: { text: t.trigger, classes: 'govuk-fieldset__legend--s' } }}
          items={rules.map(rule => ({ value: rule, text: t.rules[rule] }))}
          {...error('trigger')}
        />
        <Textarea
          name="pull"
          label={t.pull}
          rows={2}
          value={values.pull ?? ''}
          {...error('pull')}
        />
        <Button text={t.holderSave} preventDoubleClick />
      </form>
    </section>
  )
}
