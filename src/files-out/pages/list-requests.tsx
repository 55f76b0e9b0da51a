// Which lists wait for a second person, and what became of the others?
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, holds, reading } from '../../web/request.ts'
import { askForList } from '../domain/ask-for-file.ts'
import { type FileRequest, hasLapsed } from '../domain/file-request.ts'
import { paramsIn } from '../domain/list-address.ts'
import { alonePeopleMax, formats } from '../domain/table.ts'
import { findListRule } from '../list-table.ts'
import { fileRequests } from '../store/file-requests.ts'
import { makeFile } from '../store/make-file.ts'
import { filesStrings } from './strings.ts'
import { askPage, takerOf } from './take-list.tsx'

export async function showRequests(c: Ctx) {
  const requests = await reading(c, 'files-out.approve', (tx, scope) =>
    fileRequests(tx, scope, { of: 'lists' }),
  )
  const context = await pageContext(c, '/files-out')
  const t = filesStrings(context.lang)
  const { number } = format(context.lang)
  const now = c.var.node.clock.now()
  const waiting = requests.filter(one => one.state === 'waiting' && !hasLapsed(one, now)).length
  return c.html(
    <Page context={context} title={t.files}>
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">
          {waiting === 0 ? t.headlineNone : t.headline(waiting, number(waiting))}
        </h1>
        <p>{t.lead(number(alonePeopleMax))}</p>
        {requests.length === 0 ? <p>{t.none}</p> : <Requests requests={requests} now={now} />}
      </LangContext.Provider>
    </Page>,
  )
}

type RequestsProps = { requests: readonly FileRequest[]; now: number }

function Requests({ requests, now }: RequestsProps) {
  const lang = useLang()
  const t = filesStrings(lang)
  const show = format(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.columns.what}</th>
          <th scope="col" class="ds-number">
            {t.columns.people}
          </th>
          <th scope="col" class="ds-wide">
            {t.columns.who}
          </th>
          <th scope="col">{t.columns.state}</th>
          <th scope="col" class="ds-wide">
            {t.columns.when}
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map(one => (
          <tr>
            <th scope="row">
              <a href={`/files-out/${one.id}`}>{one.title}</a>
            </th>
            <td class="ds-number">{show.number(one.people)}</td>
            <td class="ds-wide">{one.askedByName ?? t.noName}</td>
            <td>{hasLapsed(one, now) ? t.lapsed : t.states[one.state]}</td>
            <td class="ds-wide ds-nowrap">{show.row(one.askedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The list is looked up anew: what was sent with the form is only where to look. */
export async function saveAsk(c: Ctx) {
  const form = await formOf(c)
  const rule = findListRule(form.text('of'))
  const url = URL.parse(form.text('address'), 'http://here')
  const params = rule && url ? paramsIn(rule.of, url.pathname) : undefined
  const kind = formats.find(one => one === form.text('format'))
  if (!rule || !url || !params || !kind || !holds(c, rule.may)) return notFoundPage(c)
  const query = Object.fromEntries(url.searchParams)
  const wanted = { rule, params, query, format: kind }
  const made = await makeFile(takerOf(c), wanted, -1)
  if (!made) return notFoundPage(c)
  const { title, filter, people } = made.table
  const why = form.text('why')
  const words = { title: `${title}. ${filter}`.slice(0, 300), why }
  const id = form.commandId()
  const input = { file: id, of: rule.of, params, query, format: kind, people, ...words }
  const done = await actFor(c, askForList, { id, input })
  if (isRefusal(done)) {
    const isWhy = done.refused === 'invalid' && done.fields && 'why' in done.fields
    return isWhy ? askPage(c, { wanted, made, why, isWrong: true }) : refusalPage(c, done)
  }
  return c.redirect(`/files-out/${id}`, 303)
}

export async function findRequest(c: Ctx): Promise<FileRequest | undefined> {
  const id = c.req.param('file')
  if (!isId(id)) return undefined
  const [found] = await reading(c, 'files-out.approve', (tx, scope) =>
    fileRequests(tx, scope, { of: 'lists', id }),
  )
  return found
}
