// Should this list leave the house? What it is, who asks and why; then agree, refuse, or fetch it.
import type { Child } from 'hono/jsx'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, SummaryList, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { type Lang, LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds } from '../../web/request.ts'
import { agreedMsMax, type FileRequest, hasLapsed, peopleAgreed } from '../domain/file-request.ts'
import { judgeList } from '../domain/judge-file.ts'
import { addressOf } from '../domain/list-address.ts'
import { takeList } from '../domain/take-file.ts'
import { findListRule } from '../list-table.ts'
import { makeFile } from '../store/make-file.ts'
import { findRequest } from './list-requests.tsx'
import { fileResponse, writtenSheet } from './send-sheet.ts'
import { filesStrings } from './strings.ts'
import { takerOf, tooLongPage } from './take-list.tsx'

export async function showRequest(c: Ctx) {
  const request = await findRequest(c)
  return request ? requestPage(c, request) : notFoundPage(c)
}

export async function saveJudgement(c: Ctx) {
  const request = await findRequest(c)
  if (!request) return notFoundPage(c)
  const form = await formOf(c)
  const input = {
    file: request.id,
    isAgreed: form.text('answer') === 'agree',
    why: form.text('why'),
  }
  const done = await actFor(c, judgeList, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect(`/files-out/${request.id}`, 303)
  return done.refused === 'invalid' ? requestPage(c, request, true) : refusalPage(c, done)
}

/** The file is whole before it is marked as taken: whoever gets none may try again. */
export async function takeRequested(c: Ctx) {
  const request = await findRequest(c)
  const rule = request && findListRule(request.of)
  const { actor } = c.var
  if (!request || !rule || request.format === 'archive') return notFoundPage(c)
  if (request.askedBy !== actor.id || !holds(c, rule.may)) return notFoundPage(c)
  const { params, query, format: kind, people, state } = request
  const isHeld = state === 'agreed' && !hasLapsed(request, c.var.node.clock.now())
  const peopleMax = isHeld ? peopleAgreed(people) : -1
  const made = await makeFile(takerOf(c), { rule, params, query, format: kind }, peopleMax)
  if (!made) return notFoundPage(c)
  const isTooLong = made.rows === null && isHeld && made.table.people <= peopleAgreed(people)
  if (isTooLong) return tooLongPage(c, kind)
  const sent = made.rows && { table: made.table, rows: made.rows, format: kind }
  const file = sent ? await writtenSheet(c, sent) : Buffer.alloc(0)
  const form = await formOf(c)
  const input = { file: request.id, people: made.table.people }
  const done = await actFor(c, takeList, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  if (done.outcome === 'repeated') return refusalPage(c, { refused: 'already-done' })
  return fileResponse(c, { file, name: `${made.table.name}.${kind}`, format: kind })
}

async function requestPage(c: Ctx, request: FileRequest, isWrong = false) {
  const context = await pageContext(c, '/files-out')
  const t = filesStrings(context.lang)
  const now = c.var.node.clock.now()
  const isMine = request.askedBy === c.var.actor.id
  const isOpen = !hasLapsed(request, now)
  const crumbs = [{ href: '/files-out', label: t.files }, { label: t.request }]
  return c.html(
    <Page context={context} title={t.request} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={[{ href: '#why', text: t.judgeWhyWrong }]} />}
        <h1 class="ds-h1">{request.title}</h1>
        <p class="ds-tight">
          <b>{isOpen ? t.states[request.state] : t.lapsed}</b>
        </p>
        <SummaryList rows={factsOf(c, context.lang, request)} />
        {request.state === 'waiting' && isOpen && (
          <Judge request={request} isMine={isMine} isWrong={isWrong} />
        )}
        {request.state === 'agreed' && isOpen && isMine && <Fetch request={request} />}
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function factsOf(c: Ctx, lang: Lang, request: FileRequest) {
  const t = filesStrings(lang)
  const show = format(lang)
  const { judgedAt, takenAt } = request
  const address = addressOf(request.of, request.params, request.query)
  const named = (name: string | null, at: Date) => `${name ?? t.noName}, ${show.row(at)}`
  const until = judgedAt && show.row(judgedAt.getTime() + agreedMsMax)
  const facts: [string, Child][] = [
    [t.people, show.number(request.people)],
    [t.forWhat, request.why],
    [t.askedBy, named(request.askedByName, request.askedAt)],
    [t.format, t.formats[request.format]],
  ]
  // Who judges without seeing people judges by what it is and why: no link that leads nowhere.
  const may = findListRule(request.of)?.may
  if (may && holds(c, may)) facts.push([t.address, <a href={address}>{t.look}</a>])
  if (judgedAt) facts.push([t.judgedBy, named(request.judgedByName, judgedAt)])
  if (request.judgedWhy) facts.push([t.answer, request.judgedWhy])
  if (request.state === 'agreed' && until) facts.push([t.until, until])
  if (takenAt) facts.push([t.takenAt, show.row(takenAt)])
  return facts.map(([key, value]) => ({ key, value }))
}

type JudgeProps = { request: FileRequest; isMine: boolean; isWrong: boolean }

function Judge({ request, isMine, isWrong }: JudgeProps) {
  const t = filesStrings(useLang())
  if (isMine) return <p class="ds-next">{t.notYours}</p>
  return (
    <section class="ds-section" aria-labelledby="h-judge">
      <h2 class="ds-h2" id="h-judge">
        {t.judgeTitle}
      </h2>
      <p>{t.judgeBody}</p>
      <JudgeForm action={`/files-out/${request.id}/judge`} isWrong={isWrong} />
    </section>
  )
}

type JudgeFormProps = { action: string; isWrong: boolean; id?: string }

export function JudgeForm({ action, isWrong, id = 'why' }: JudgeFormProps) {
  const t = filesStrings(useLang())
  return (
    <form method="post" action={action} class="ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Textarea
        id={id}
        name="why"
        label={t.judgeWhy}
        hint={t.judgeWhyHint}
        rows={2}
        {...(isWrong ? { errorMessage: t.judgeWhyWrong } : {})}
      />
      <p class="ds-acts">
        <Button text={t.agree} name="answer" value="agree" />{' '}
        <button class="ds-button ds-button--second" type="submit" name="answer" value="refuse">
          {t.refuse}
        </button>
      </p>
    </form>
  )
}

function Fetch({ request }: { request: FileRequest }) {
  const t = filesStrings(useLang())
  return (
    <form method="post" action={`/files-out/${request.id}/take`} class="ds-form">
      <input type="hidden" name="command" value={newId()} />
      <Button text={t.take} />
      <p class="ds-small ds-quiet">{t.takeNote}</p>
    </form>
  )
}
