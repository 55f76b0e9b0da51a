// How does everything leave through a page? Asked for, agreed to by another, made, fetched once.
import { Readable } from 'node:stream'
import type { Child } from 'hono/jsx'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { askForCouncil } from '../domain/ask-for-file.ts'
import { type FileRequest, hasLapsed } from '../domain/file-request.ts'
import { judgeCouncil } from '../domain/judge-file.ts'
import { takeCouncil } from '../domain/take-file.ts'
import { bytesOf, type Copy, copiesOf } from '../store/council-copies.ts'
import { sizeOfCouncil } from '../store/export-council.ts'
import { fileRequests } from '../store/file-requests.ts'
import { recordEverybody } from '../store/record-export.ts'
import { JudgeForm } from './list-request.tsx'
import { filesStrings } from './strings.ts'
import { Why } from './take-list.tsx'

/** Without a file it is the wish for a new one. */
type Wrong = { readonly file?: string; readonly why: string }

export const showCouncilCopy = (c: Ctx) => councilPage(c)

async function findCopies(c: Ctx) {
  return reading(c, 'files-out.export', async (tx, scope) => ({
    everywhere: scope.everywhere,
    size: await sizeOfCouncil(tx, scope.council),
    requests: await fileRequests(tx, scope, { of: 'council' }),
    copies: await copiesOf(tx, scope.council),
  }))
}

async function councilPage(c: Ctx, wrong?: Wrong) {
  const { size, requests, copies } = await findCopies(c)
  const context = await pageContext(c, '/council-copy')
  const t = filesStrings(context.lang)
  const { number } = format(context.lang)
  const shown = requests.map(request => ({ request, copy: copies.get(request.id) }))
  const isMaking = shown.some(({ request, copy }) => isBeingMade(request, copy))
  if (isMaking && !wrong) c.header('Refresh', '5')
  const error = wrong && (wrong.file ? t.judgeWhyWrong : t.whyWrong)
  return c.html(
    <Page context={context} title={t.copyTitle} hasErrors={wrong !== undefined}>
      <LangContext.Provider value={context.lang}>
        {error && <ErrorSummary errorList={[{ href: `#${boxOf(wrong?.file)}`, text: error }]} />}
        <h1 class="ds-h1">{t.copyHeadline(size.people, number(size.people))}</h1>
        <p>{t.copyLead}</p>
        <p class="ds-quiet">{t.copyNot}</p>
        {shown.length > 0 && <h2 class="ds-h2">{t.copies}</h2>}
        {shown.map(one => (
          <CopyPanel {...one} me={c.var.actor.id} now={c.var.node.clock.now()} wrong={wrong} />
        ))}
        <form method="post" action="/council-copy" class="ds-form ds-section" novalidate>
          <input type="hidden" name="command" value={newId()} />
          <Why why={wrong?.why ?? ''} isWrong={wrong !== undefined && !wrong.file} />
          <Button text={t.copyAsk} preventDoubleClick />
        </form>
      </LangContext.Provider>
    </Page>,
    wrong ? 422 : 200,
  )
}

function isBeingMade(request: FileRequest, copy: Copy | undefined): boolean {
  return request.state === 'agreed' && (copy === undefined || copy.state === 'being-made')
}

type PanelProps = {
  request: FileRequest
  copy: Copy | undefined
  me: string
  now: number
  wrong: Wrong | undefined
}

/** One box for each form of the page. */
function boxOf(file: string | undefined): string {
  return file ? `why-${file}` : 'why'
}

function CopyPanel({ request, copy, me, now, wrong }: PanelProps) {
  const lang = useLang()
  const t = filesStrings(lang)
  const isOpen = !hasLapsed(request, now)
  const isMine = request.askedBy === me
  const isReady = request.state === 'agreed' && copy?.state === 'ready' && isOpen
  return (
    <section class="ds-panel" aria-labelledby={`h-${request.id}`}>
      <h3 class="ds-h3" id={`h-${request.id}`}>
        {request.askedByName ?? t.noName}, {format(lang).row(request.askedAt)}
      </h3>
      <p>{request.why}</p>
      <p>
        <b>{isOpen ? t.states[request.state] : t.lapsed}</b>
        {request.judgedWhy && <> {request.judgedWhy}</>}
      </p>
      {request.state === 'agreed' && isOpen && <Standing copy={copy} />}
      {request.state === 'waiting' && isOpen && isMine && <p class="ds-next">{t.notYours}</p>}
      {request.state === 'waiting' && isOpen && !isMine && (
        <JudgeForm
          action={`/council-copy/${request.id}/judge`}
          isWrong={wrong?.file === request.id}
          id={boxOf(request.id)}
        />
      )}
      {isReady && isMine && (
        <form method="post" action={`/council-copy/${request.id}/take`}>
          <input type="hidden" name="command" value={newId()} />
          <Button text={t.take} />
          <p class="ds-small ds-quiet">{t.takeNote}</p>
        </form>
      )}
    </section>
  )
}

function Standing({ copy }: { copy: Copy | undefined }): Child {
  const lang = useLang()
  const t = filesStrings(lang)
  const { number } = format(lang)
  if (copy?.state === 'failed') return <p class="ds-att">{t.failed}</p>
  if (copy?.state === 'gone') return <p>{t.gone}</p>
  if (copy?.state === 'ready') {
    return <p>{t.ready(t.megabytes(number(Math.max(1, Math.round(copy.bytes / 1e6)))))}</p>
  }
  const [done, whole] = [copy?.done ?? 0, Math.max(copy?.whole ?? 0, copy?.done ?? 0, 1)]
  return (
    <>
      <p role="status">{t.making(number(done), number(whole))}</p>
      <progress max={whole} value={done}>
        {number(done)}
      </progress>
      <p class="ds-quiet">{t.makingNote}</p>
    </>
  )
}

export async function askCouncilCopy(c: Ctx) {
  const form = await formOf(c)
  const { size } = await findCopies(c)
  const id = form.commandId()
  const why = form.text('why')
  const title = filesStrings('en').copyTitle
  const input = { file: id, people: size.people, title, why }
  const done = await actFor(c, askForCouncil, { id, input })
  if (!isRefusal(done)) return c.redirect('/council-copy', 303)
  return done.refused === 'invalid' ? councilPage(c, { why }) : refusalPage(c, done)
}

export async function judgeCouncilCopy(c: Ctx) {
  const file = c.req.param('file')
  if (!isId(file)) return notFoundPage(c)
  const form = await formOf(c)
  const input = { file, isAgreed: form.text('answer') === 'agree', why: form.text('why') }
  const done = await actFor(c, judgeCouncil, { id: form.commandId(), input })
  if (!isRefusal(done)) return c.redirect('/council-copy', 303)
  return done.refused === 'invalid' ? councilPage(c, { file, why: '' }) : refusalPage(c, done)
}

export async function takeCouncilCopy(c: Ctx) {
  const file = c.req.param('file')
  if (!isId(file)) return notFoundPage(c)
  const { node, actor } = c.var
  const { requests, copies } = await findCopies(c)
  const request = requests.find(one => one.id === file)
  if (request?.state === 'agreed' && copies.get(file)?.state !== 'ready') {
    return refusalPage(c, { refused: 'not-held' })
  }
  const form = await formOf(c)
  const input = { file, people: request?.people ?? 0 }
  const done = await actFor(c, takeCouncil, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  if (done.outcome === 'repeated') return refusalPage(c, { refused: 'already-done' })
  await reading(c, 'files-out.export', (tx, scope, now) => recordEverybody(tx, scope, now))
  const bytes = Readable.from(bytesOf(node, actor.council, file))
  return c.body(Readable.toWeb(bytes) as ReadableStream, 200, {
    'content-type': 'application/gzip',
    'content-disposition': `attachment; filename="doorstep-${actor.council}.tar.gz"`,
  })
}
