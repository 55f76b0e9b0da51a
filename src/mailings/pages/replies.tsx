// What did residents write back, and who sees to it? Each ends with an outcome of the closed list.
import { recordRead } from '../../access/index.ts'
import type { CoreOutcome } from '../../hazards/index.ts'
import { idFrom, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { recordAttempt } from '../../reach/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { answerReply } from '../domain/take-reply.ts'
import { findReply, openReplies, type ShownReply } from '../store/replies.ts'
import { replyStrings } from './reply-strings.ts'

export const replyPermission = 'mailings.reply'

/** GET /replies */
export async function showReplies(c: Ctx) {
  const rows = await reading(c, replyPermission, async (tx, scope, now) => {
    const found = await openReplies(tx, scope)
    const subjects = [...new Set(found.flatMap(({ person }) => person ?? []))]
    await recordRead(tx, scope, { what: 'list', route: '/replies', subjects, at: now })
    return found
  })
  const context = await pageContext(c, '/replies')
  return c.html(<RepliesPage context={context} rows={rows} />)
}

const answers = [
  'spoke_no_help_wanted',
  'call_back_later',
  'refused',
  'moved_reported',
  'deceased_reported',
  'wrong_number',
] as const satisfies readonly CoreOutcome[]

/** POST /replies/:reply/answer: the attempt first, so that what was learned is never lost. */
export async function saveAnswer(c: Ctx) {
  const reply = c.req.param('reply') ?? ''
  const form = await formOf(c)
  const outcome = answers.find(one => one === form.text('outcome')) ?? null
  const found = isId(reply)
    ? await reading(c, replyPermission, (tx, scope) => findReply(tx, scope, reply))
    : undefined
  if (!found) return notFoundPage(c)
  if (outcome && found.member) {
    const input = {
      ...{ attempt: idFrom('reply attempt', reply), member: found.member, channel: 'inbound' },
      ...{ contactPoint: found.contactPoint, outcome, needs: [], note: '', promisedAt: null },
      ...{ happenedAt: found.cameAt.getTime(), scriptVersion: null },
    }
    const done = await actFor(c, recordAttempt, { id: newId(), input })
    if (isRefusal(done) && done.refused !== 'already-done') return refusalPage(c, done)
  }
  const done = await actFor(c, answerReply, { id: form.commandId(), input: { reply, outcome } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/replies', 303)
}

type Props = { readonly context: PageContext; readonly rows: readonly ShownReply[] }

function RepliesPage({ context, rows }: Props) {
  const t = replyStrings(context.lang)
  const n = rows.length
  return (
    <Page context={context} title={t.title}>
      <h1 class="ds-h1 ds-headline" data-waiting={n}>
        {t.headline(n, format(context.lang).number(n))}
      </h1>
      <p class="ds-quiet">{t.lead}</p>
      {rows.map(row => (
        <Reply row={row} />
      ))}
    </Page>
  )
}

function Reply({ row }: { row: ShownReply }) {
  const lang = useLang()
  const t = replyStrings(lang)
  const name = row.name ?? (row.person ? t.erased : t.someone(row.from ?? ''))
  return (
    <section class="ds-panel ds-section" aria-labelledby={`h-${row.id}`}>
      <h2 class="ds-h3" id={`h-${row.id}`}>
        {row.name ? <a href={`/people/${row.person}`}>{name}</a> : name}
      </h2>
      <p class="ds-small ds-quiet">
        {format(lang).timeAndDate(row.cameAt)} {row.campaign}
      </p>
      <blockquote class="ds-tight">{row.text}</blockquote>
      <form method="post" action={`/replies/${row.id}/answer`} class="ds-tight">
        <input type="hidden" name="command" value={newId()} />
        <label for={`o-${row.id}`}>{t.what}</label>{' '}
        <select class="govuk-select" id={`o-${row.id}`} name="outcome">
          {(row.member ? (['', ...answers] as const) : ([''] as const)).map(one => (
            <option value={one}>{t.outcomes[one]}</option>
          ))}
        </select>
        <p class="ds-acts ds-tight">
          <button type="submit" class="ds-button ds-button--second" aria-label={t.saveOf(name)}>
            {t.save}
          </button>
          {row.member && <a href={`/call/${row.member}`}>{t.ring}</a>}
        </p>
      </form>
    </section>
  )
}
