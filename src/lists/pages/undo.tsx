// What would undoing this load do, and does somebody want it? Shown first, then done.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { Notice } from '../../pages/notice.tsx'
import { fill, LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { undoReasonLettersMax } from '../domain/undo.ts'
import { findVersion, type Version } from '../store/queries.ts'
import { refusalOf, standingVersion, undoLoad } from '../store/undo-load.ts'
import { planUndo, type UndoPlan } from '../store/undo-plan.ts'
import { listName } from './parts.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

type Answers = { readonly reason: string; readonly isWrong: boolean }

/** GET /lists/versions/:version/undo */
export async function showUndo(c: Ctx) {
  return undoPage(c, { reason: '', isWrong: false })
}

/** POST /lists/versions/:version/undo */
export async function saveUndo(c: Ctx) {
  const id = c.req.param('version')
  const form = await formOf(c)
  const isThere = await reading(
    c,
    'lists.load',
    async (tx, scope) => isId(id) && (await findVersion(tx, scope, id)) !== undefined,
  )
  if (!isId(id) || !isThere) return notFoundPage(c)
  const reason = form.text('reason')
  const isWrong = reason === '' || reason.length > undoReasonLettersMax
  if (isWrong) return undoPage(c, { reason, isWrong })
  const { node, actor } = c.var
  const done = await undoLoad(node, actor, {
    id: form.commandId(),
    version: id,
    reason,
    takesDeathsBack: form.text('deaths') === 'take-back',
  })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/lists/versions/${id}${done.outcome === 'asked' ? '/undo' : ''}`, 303)
}

async function undoPage(c: Ctx, answers: Answers) {
  const id = c.req.param('version')
  if (!isId(id)) return notFoundPage(c)
  const { actor, node } = c.var
  const found = await reading(c, 'lists.load', async (tx, scope, now) => {
    const version = await findVersion(tx, scope, id)
    const standing = version && (await standingVersion(tx, scope.council, id))
    if (!version || !standing) return undefined
    const refusal = refusalOf(standing, node.clock.now())
    if (refusal) return { version, refusal }
    const plan = await planUndo(tx, scope.council, { version: standing, by: actor.id })
    const subjects = [version.id]
    await recordRead(tx, scope, { what: 'open', route: '/lists/undo', subjects, at: now })
    return { version, plan }
  })
  if (!found) return notFoundPage(c)
  if ('refusal' in found && found.refusal) return refusalPage(c, found.refusal)
  const context = await pageContext(c, '/lists')
  const isMine = found.version.undoAskedBy === actor.id
  const plan = found.plan as UndoPlan
  const status = answers.isWrong ? 422 : 200
  return c.html(
    <UndoPage {...{ context, answers, isMine, plan }} version={found.version} />,
    status,
  )
}

type UndoProps = {
  context: PageContext
  version: Version
  plan: UndoPlan
  answers: Answers
  isMine: boolean
}

function UndoPage({ context, version, plan, answers, isMine }: UndoProps) {
  const t = versionStrings(context.lang)
  const words = listStrings(context.lang)
  const { isWrong } = answers
  const back = `/lists/versions/${version.id}`
  const crumbs = [
    { href: '/lists', label: words.lists },
    {
      href: back,
      label: `${listName(context.lang, version.list)}. ${words.version(version.number)}`,
    },
    { label: t.undoTitle },
  ]
  const waits = plan.actedOnByOthers > 0 && isMine
  return (
    <Page context={context} title={t.undoTitle} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={[{ text: t.undoReasonError, href: '#reason' }]} />}
        <h1 class="ds-h1 ds-headline">{t.undoTitle}</h1>
        {version.undoAskedByName && <Notice>{t.undoAsked(version.undoAskedByName)}</Notice>}
        <Effects plan={plan} version={version} />
        {waits ? <p>{t.undoAskedAgain}</p> : <UndoForm {...{ version, plan, answers }} />}
      </LangContext.Provider>
    </Page>
  )
}

function Effects({ plan, version }: Pick<UndoProps, 'plan' | 'version'>) {
  const lang = useLang()
  const t = versionStrings(lang)
  const { number } = format(lang)
  const { kept, deaths, erased, corrected, leaving, entries } = plan
  return (
    <section class="ds-section" aria-labelledby="h-would">
      <h2 class="ds-h2" id="h-would">
        {t.undoWould}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {fill(t.undoErase, {
            n: (
              <a href={`/lists/versions/${version.id}/rows?outcome=accepted`}>
                {number(erased.length)}
              </a>
            ),
          })}
        </li>
        <li>{t.undoPutBack(number(corrected.length))}</li>
        <li>{t.undoHeld(number(entries.length))}</li>
        <li>{t.undoLeave(number(leaving.length))}</li>
      </ul>
      <h2 class="ds-h2">{t.undoKeeps}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t.undoDeaths(number(deaths.length))}</li>
        <li>
          {t.undoActed(kept.length, number(kept.length))} <a href="/lists/basis">{t.basis}</a>.
        </li>
      </ul>
    </section>
  )
}

function UndoForm({ version, plan, answers }: Pick<UndoProps, 'version' | 'plan' | 'answers'>) {
  const lang = useLang()
  const t = versionStrings(lang)
  const others = plan.actedOnByOthers
  const isAsking = others > 0 && version.undoAskedBy === null
  const button = isAsking ? t.undoAskButton : version.undoAskedBy ? t.undoAgree : t.undoButton
  return (
    <form method="post" action={`/lists/versions/${version.id}/undo`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      {isAsking && <p>{t.undoSecond(others, format(lang).number(others))}</p>}
      {plan.deaths.length > 0 && (
        <Radios
          name="deaths"
          value="keep"
          fieldset={{ legend: { text: t.deathsQuestion, classes: 'govuk-fieldset__legend--m' } }}
          items={[
            { value: 'keep', text: t.deathsKeep, hint: t.deathsHint },
            { value: 'take-back', text: t.deathsBack },
          ]}
        />
      )}
      <Textarea
        name="reason"
        label={t.undoReason}
        rows={2}
        value={answers.reason || (version.undoReason ?? '')}
        {...(answers.isWrong ? { errorMessage: t.undoReasonError } : {})}
      />
      <Button text={button} preventDoubleClick />
    </form>
  )
}
