// How is a list page taken as a file? At once, or after a second person agreed.
import type { RouteRule } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageLang } from '../../web/language.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { addressOf } from '../domain/list-address.ts'
import { alonePeopleMax, type FileFormat, formats, rowsMax } from '../domain/table.ts'
import { addListRule, type ListRule } from '../list-table.ts'
import { type Made, makeFile, type Taker, type Wanted } from '../store/make-file.ts'
import { sendSheet } from './send-sheet.ts'
import { filesStrings } from './strings.ts'

/** The two addresses of a list as a file. Their rows go into the matrix with the page's gaps. */
export function takeRoutes(rule: ListRule): readonly RouteRule[] {
  addListRule(rule)
  return formats.map(kind => ({
    method: 'get',
    path: `${rule.of}.${kind}`,
    may: rule.may,
    handler: (c: Ctx) => takeAlone(c, rule, kind),
  }))
}

async function takeAlone(c: Ctx, rule: ListRule, kind: FileFormat) {
  const params = c.req.param() as Record<string, string>
  const wanted: Wanted = { rule, params, query: c.req.query(), format: kind }
  const made = await makeFile(takerOf(c), wanted, alonePeopleMax)
  if (!made) return notFoundPage(c)
  if (made.rows) return sendSheet(c, { table: made.table, rows: made.rows, format: kind })
  return made.table.people > alonePeopleMax ? askPage(c, { wanted, made }) : tooLongPage(c, kind)
}

export function takerOf(c: Ctx): Taker {
  return { node: c.var.node, actor: c.var.actor, lang: pageLang(c) }
}

type Asking = {
  readonly wanted: Wanted
  readonly made: Made
  readonly why?: string
  readonly isWrong?: boolean
}

export async function askPage(c: Ctx, { wanted, made, why = '', isWrong = false }: Asking) {
  const context = await pageContext(c, '/files-out')
  const t = filesStrings(context.lang)
  const { number } = format(context.lang)
  const { rule, params, query } = wanted
  const { people, title, filter } = made.table
  const address = addressOf(rule.of, params, query)
  return c.html(
    <Page context={context} title={t.askTitle} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={[{ href: '#why', text: t.whyWrong }]} />}
        <h1 class="ds-h1">{t.askHeadline(number(people))}</h1>
        <p>
          <b>{title}</b>. {filter}
        </p>
        <p>{t.askBody(number(alonePeopleMax))}</p>
        <form method="post" action="/files-out" class="ds-form" novalidate>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="of" value={rule.of} />
          <input type="hidden" name="address" value={address} />
          <input type="hidden" name="format" value={wanted.format} />
          <Why why={why} isWrong={isWrong} />
          <p class="ds-acts">
            <Button text={t.ask} preventDoubleClick /> <a href={address}>{t.back}</a>
          </p>
        </form>
        <p class="ds-quiet">{t.narrower}</p>
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

export function Why({ why, isWrong }: { why: string; isWrong: boolean }) {
  const t = filesStrings(useLang())
  return (
    <Textarea
      name="why"
      label={t.why}
      hint={t.whyHint}
      rows={3}
      value={why}
      {...(isWrong ? { errorMessage: t.whyWrong } : {})}
    />
  )
}

export async function tooLongPage(c: Ctx, kind: FileFormat) {
  const context = await pageContext(c, '/files-out')
  const t = filesStrings(context.lang)
  const rows = format(context.lang).number(rowsMax[kind])
  return c.html(
    <Page context={context} title={t.tooLong}>
      <h1 class="ds-h1">{t.tooLong}</h1>
      <p>{t.tooLongBody(rows)}</p>
    </Page>,
    413,
  )
}
