// How far is one mailing, what came of it, who was left out, and the button that stops it.
import { recordRead } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { render } from '../domain/render.ts'
import { stopMailing } from '../domain/stop-mailing.ts'
import { messageStates } from '../domain/terms.ts'
import { goOn, pausedNow } from '../store/claims.ts'
import {
  type FoundMailing,
  findMailing,
  keptMessages,
  type OutboxMessage,
} from '../store/list-mailings.ts'
import { type Saying, sayingOf } from '../store/to-send.ts'
import { Letters } from './letters-part.tsx'
import { permission } from './list.tsx'
import { mailingStrings } from './strings.ts'

type Shown = {
  /** What the other side said when it took no more, or that we were restored. */
  readonly paused: string | undefined
  readonly found: FoundMailing
  readonly kept: readonly OutboxMessage[]
  readonly saying: Saying | undefined
}

/** GET /mailings/:mailing */
export async function showMailing(c: Ctx) {
  const mailing = c.req.param('mailing') ?? ''
  if (!isId(mailing)) return notFoundPage(c)
  const shown = await reading(c, permission, async (tx, scope, now) => {
    const found = await findMailing(tx, scope, { mailing, now })
    if (!found) return undefined
    const kept = found.counts.kept > 0 ? await keptMessages(tx, scope, mailing) : []
    const subjects = kept.map(({ person }) => person)
    if (subjects.length > 0) {
      await recordRead(tx, scope, { what: 'list', route: '/mailings/mailing', subjects, at: now })
    }
    const paused = await pausedNow(tx, scope.council, now)
    return {
      found,
      kept,
      paused: paused.find(one => one.channel === found.channel)?.problem,
      saying: await sayingOf(tx, scope.council, mailing),
    }
  })
  if (!shown) return notFoundPage(c)
  const context = await pageContext(c, '/mailings')
  return c.html(<MailingPage context={context} {...shown} />)
}

/** POST /mailings/:mailing/stop */
export async function stopIt(c: Ctx) {
  const mailing = c.req.param('mailing') ?? ''
  if (!isId(mailing)) return notFoundPage(c)
  const form = await formOf(c)
  const done = await actFor(c, stopMailing, { id: form.commandId(), input: { mailing } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/mailings/${mailing}`, 303)
}

/** POST /mailings/:mailing/go-on */
export async function letGoOn(c: Ctx) {
  const mailing = c.req.param('mailing') ?? ''
  if (!isId(mailing)) return notFoundPage(c)
  const found = await reading(c, permission, async (tx, scope, now) => {
    const one = await findMailing(tx, scope, { mailing, now })
    if (one) await goOn(tx, scope.council, one.channel)
    return one
  })
  return found ? c.redirect(`/mailings/${mailing}`, 303) : notFoundPage(c)
}

function MailingPage({ context, found, kept, saying, paused }: Shown & { context: PageContext }) {
  const t = mailingStrings(context.lang)
  const crumbs = [{ href: '/mailings', label: t.title }, { label: found.template }]
  const { number } = format(context.lang)
  const dealt = found.queued - found.counts.waiting
  return (
    <Page context={context} title={found.template} breadcrumbs={crumbs}>
      <h1 class="ds-h1 ds-headline" data-queued={found.queued} data-waiting={found.counts.waiting}>
        {t.progress(number(dealt), number(found.queued))}
      </h1>
      <p class="ds-quiet">
        {t.channels[found.channel]}. {found.campaignTitle}. {t.whoms[found.whom]}.{' '}
        {found.within ?? t.everywhere}.
      </p>
      {paused !== undefined && found.counts.waiting > 0 && (
        <Held mailing={found.id} problem={paused} />
      )}
      <Pace found={found} />
      {found.channel === 'letter' && <Letters found={found} />}
      <div class="ds-cols ds-cols--2-1 ds-section">
        <States found={found} />
        <Came found={found} />
      </div>
      <Reasons title={t.whoLeftOut} counts={found.leftOut} />
      <Reasons title={t.sinceLeftOut} counts={found.leftOutSince} />
      {saying && kept.length > 0 && <Kept kept={kept} saying={saying} />}
    </Page>
  )
}

type Found = { readonly found: FoundMailing }

/** Rate and time left while something waits, and the way to stop it. */
function Pace({ found }: Found) {
  const lang = useLang()
  const t = mailingStrings(lang)
  const { number, duration, row } = format(lang)
  const { waiting } = found.counts
  if (found.stoppedAt) return <p>{t.stopped(row(found.stoppedAt))}</p>
  if (waiting === 0) return null
  const leftMs = found.lately > 0 ? (waiting / found.lately) * minuteMs : undefined
  return (
    <>
      {found.channel !== 'letter' && (
        <p>
          {t.rate(number(found.lately))}
          {leftMs !== undefined && `, ${t.left(duration(Math.max(leftMs, minuteMs)))}`}.{' '}
          <a href={`/mailings/${found.id}`}>{t.again}</a>
        </p>
      )}
      <form method="post" action={`/mailings/${found.id}/stop`} class="ds-tight">
        <input type="hidden" name="command" value={newId()} />
        <button class="ds-button ds-button--second" type="submit">
          {t.stop}
        </button>
        <p class="ds-small ds-quiet">{t.stopNote}</p>
      </form>
    </>
  )
}

/** Why nothing goes out at this moment, and the way to let it. */
function Held({ mailing, problem }: { mailing: string; problem: string }) {
  const t = mailingStrings(useLang())
  return (
    <div class="ds-care">
      <p>{problem === 'restored' ? t.heldByRestore : t.held(problem)}</p>
      <form method="post" action={`/mailings/${mailing}/go-on`}>
        <input type="hidden" name="command" value={newId()} />
        <button class="ds-button ds-button--second" type="submit">
          {t.goOn}
        </button>
      </form>
    </div>
  )
}

function States({ found }: Found) {
  const t = mailingStrings(useLang())
  const rows = messageStates.flatMap(state => {
    const n = found.counts[state]
    return n === 0 ? [] : [[t.states[state], n] as const]
  })
  return <CountTable title={t.state} rows={rows} />
}

function Came({ found }: Found) {
  const t = mailingStrings(useLang())
  const rows = Object.entries(found.outcomes).map(([outcome, n]) => {
    return [t.outcomes[outcome as keyof typeof t.outcomes], n ?? 0] as const
  })
  return <CountTable title={t.came} rows={rows} none={t.nothingCame} />
}

type ReasonsProps = { readonly title: string; readonly counts: FoundMailing['leftOut'] }

function Reasons({ title, counts }: ReasonsProps) {
  const t = mailingStrings(useLang())
  const rows = Object.entries(counts).map(([reason, n]) => {
    return [t.reasons[reason as keyof typeof t.reasons], n ?? 0] as const
  })
  if (rows.length === 0) return null
  return <CountTable title={title} rows={rows} />
}

type TableProps = {
  readonly title: string
  readonly rows: readonly (readonly [string, number])[]
  readonly none?: string
}

export function CountTable({ title, rows, none }: TableProps) {
  const lang = useLang()
  const t = mailingStrings(lang)
  if (rows.length === 0) {
    return (
      <section>
        <h2 class="ds-h3">{title}</h2>
        <p>{none}</p>
      </section>
    )
  }
  return (
    <table class="ds-table ds-tight">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" class="ds-number">
            {t.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, n]) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="ds-number">{format(lang).number(n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The outbox of a council where nobody sends: what each would have read. */
function Kept({ kept, saying }: { kept: readonly OutboxMessage[]; saying: Saying }) {
  const t = mailingStrings(useLang())
  return (
    <section class="ds-section" aria-labelledby="h-kept">
      <h2 class="ds-h2" id="h-kept">
        {t.kept}
      </h2>
      <p class="ds-quiet">{t.keptNote}</p>
      {kept.map(one => {
        const filled = { name: one.given, council: saying.council }
        const { language, subject, body } = render(saying.wordings, one.language, filled)
        return (
          <div class="ds-panel ds-tight">
            <p>
              <a href={`/people/${one.person}`}>{one.name}</a> {one.to}
            </p>
            <div lang={language}>
              {subject !== '' && <b>{subject}</b>}
              {body.split('\n').map(line => (
                <p>{line}</p>
              ))}
            </div>
          </div>
        )
      })}
    </section>
  )
}
