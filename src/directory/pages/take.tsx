// A directory file comes in: all of it, or none with the reasons by path; and who may read it.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, FileUpload, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { publishDirectory, takeServices } from '../domain/change-directory.ts'
import { type Fault, readServices } from '../domain/read-services.ts'
import { isPublic } from '../store/queries.ts'
import { directoryStrings } from './strings.ts'

export const fileBytesMax = 8 * 1024 * 1024

type Said = {
  readonly faults: readonly Fault[]
  readonly isNothing?: boolean
  readonly pasted?: string
  readonly done?: readonly [added: number, changed: number, same: number]
}

/** GET /services/take */
export function showTake(c: Ctx) {
  return takePage(c, { faults: [] })
}

/** POST /services/take */
export async function saveTake(c: Ctx) {
  const form = await formOf(c)
  const file = form.file('file')
  const pasted = form.text('pasted')
  const text = file && file.size > 0 ? await file.text() : pasted
  if (text === '') return takePage(c, { faults: [], isNothing: true })
  const read = readServices(text)
  if ('faults' in read) return takePage(c, { faults: read.faults, pasted })
  const id = form.commandId()
  const done = await actFor(c, takeServices, { id, input: { services: read.services } })
  if (isRefusal(done)) return refusalPage(c, done)
  const { added = 0, changed = 0, same = 0 } = done.answer as Record<string, number>
  return takePage(c, { faults: [], done: [added, changed, same] })
}

/** POST /services/publish */
export async function savePublish(c: Ctx) {
  const form = await formOf(c)
  const input = { isPublic: form.text('public') === 'yes' }
  const done = await actFor(c, publishDirectory, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/services/take', 303)
}

/** For those who run things in the whole council. */
async function takePage(c: Ctx, said: Said) {
  const seen = await reading(c, 'directory.change', async (tx, scope) =>
    scope.everywhere ? { isOut: await isPublic(tx, scope.council) } : undefined,
  )
  if (!seen) return notFoundPage(c)
  const context = await pageContext(c, '/services')
  const { lang } = context
  const t = directoryStrings(lang)
  const { number } = format(lang)
  const { faults, isNothing, done } = said
  const hasErrors = faults.length > 0 || isNothing === true
  const words = isNothing ? [t.nothingGiven] : faults.map(one => t.faultAt(one.path, one.why))
  const crumbs = [{ href: '/services', label: t.title }, { label: t.takeTitle }]
  return c.html(
    <Page context={context} title={t.takeTitle} breadcrumbs={crumbs} hasErrors={hasErrors}>
      <LangContext.Provider value={lang}>
        {hasErrors && (
          <ErrorSummary
            {...(faults.length > 0
              ? { descriptionText: t.refused(faults.length, number(faults.length)) }
              : {})}
            errorList={words.map(text => ({ href: '#file', text }))}
          />
        )}
        {done && (
          <p class="ds-next" role="status">
            {t.taken(...(done.map(n => number(n)) as [string, string, string]))}
          </p>
        )}
        <h1 class="ds-h1">{t.takeTitle}</h1>
        <p>{t.takeLead}</p>
        <p class="ds-quiet">{t.takeHow}</p>
        <Form pasted={said.pasted ?? ''} />
        <Published isOut={seen.isOut} council={context.council.id} />
      </LangContext.Provider>
    </Page>,
    hasErrors ? 422 : 200,
  )
}

function Form({ pasted }: { pasted: string }) {
  const t = directoryStrings(useLang())
  return (
    <form
      class="ds-form"
      method="post"
      action="/services/take"
      enctype="multipart/form-data"
      novalidate
    >
      <input type="hidden" name="command" value={newId()} />
      <FileUpload name="file" label={t.file} attributes={{ accept: '.json,application/json' }} />
      <Textarea {...{ name: 'pasted', label: t.pasted, rows: 4, value: pasted }} />
      <Button text={t.takeButton} preventDoubleClick />
    </form>
  )
}

function Published({ isOut, council }: { isOut: boolean; council: string }) {
  const t = directoryStrings(useLang())
  const path = `/open-referral/${council}/services`
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.publishTitle}</h2>
      <p>{isOut ? t.publishedAt(path) : t.notPublished}</p>
      <form method="post" action="/services/publish">
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="public" value={isOut ? 'no' : 'yes'} />
        <button type="submit" class="ds-button ds-button--second">
          {isOut ? t.unpublish : t.publish}
        </button>
      </form>
    </section>
  )
}
