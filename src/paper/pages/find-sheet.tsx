// Which sheet lies in front of me? By its number or by the code of any of its lines.
import { isId } from '../../kernel/ids.ts'
import { ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { codeWritten, familyOf } from '../domain/line-code.ts'
import { findByMark } from '../store/sheets.ts'
import { paperStrings } from './strings.ts'
import { paperStyle } from './style.ts'

/** GET /sheets/find?mark=HBD2 */
export async function findSheetPage(c: Ctx) {
  const mark = (c.req.query('mark') ?? '').slice(0, 20)
  const code = codeWritten(mark)
  const number = Number(/^S?(\d{1,9})$/.exec(code)?.[1] ?? 0)
  const isMark = number > 0 || familyOf(code) !== undefined
  const found = isMark
    ? await reading(c, 'paper.type', (tx, scope) => findByMark(tx, scope, { number, code }))
    : undefined
  if (isId(found)) {
    const line = number > 0 ? '' : `?code=${code}#${code}`
    return c.redirect(`/sheets/${found}/type${line}`, 303)
  }
  const context = await pageContext(c, '/sheets')
  const t = paperStrings(context.lang)
  const crumbs = [{ href: '/sheets', label: t.sheets }, { label: t.findTitle }]
  const wrong = mark === '' ? undefined : t.notFound
  return c.html(
    <Page
      context={context}
      title={t.findTitle}
      breadcrumbs={crumbs}
      hasErrors={wrong !== undefined}
      styles={[paperStyle]}
    >
      <LangContext.Provider value={context.lang}>
        {wrong && <ErrorSummary errorList={[{ text: wrong, href: '#mark' }]} />}
        <h1 class="ds-h1">{t.findTitle}</h1>
        <FindSheet wrong={wrong} mark={mark} />
      </LangContext.Provider>
    </Page>,
    wrong === undefined ? 200 : 422,
  )
}

export function FindSheet({ wrong, mark }: { wrong: string | undefined; mark: string }) {
  const t = paperStrings(useLang())
  return (
    <form method="get" action="/sheets/find" class="ds-tight">
      <Input
        name="mark"
        label={t.findLabel}
        value={mark}
        classes="govuk-input--width-10"
        spellcheck={false}
        autocomplete="off"
        {...(wrong === undefined ? {} : { errorMessage: wrong })}
      />
      <button class="ds-button ds-button--second" type="submit">
        {t.find}
      </button>
    </form>
  )
}
