// How does one system stand: what it has, what went wrong, and what can be done about it?
import { isId, newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input, SummaryList } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { type Delivery, listDeliveries } from '../store/deliveries.ts'
import { listSubscriptions, type Subscription } from '../store/subscriptions.ts'
import { behindWords, stateWords } from './notices.tsx'
import { permission } from './permission.ts'
import { noticesStrings } from './strings.ts'
import { style } from './style.ts'

type Words = ReturnType<typeof noticesStrings>
type Replayed = { readonly number: string; readonly time: string }

/** `replayed` is what somebody typed from where to send again, and cannot be. */
export async function showSubscription(c: Ctx, replayed?: Replayed) {
  const id = c.req.param('subscription') ?? ''
  if (!isId(id)) return notFoundPage(c)
  const { found, tries } = await reading(c, permission, async (tx, scope) => ({
    found: await listSubscriptions(tx, scope, id),
    tries: await listDeliveries(tx, scope, id),
  }))
  const [one] = found
  if (!one) return notFoundPage(c)
  const context = await pageContext(c, '/tokens')
  const { lang } = context
  const t = noticesStrings(lang)
  const crumbs = [
    { href: '/tokens', label: t.systems },
    { href: '/notices', label: t.title },
  ]
  const name = one.name ?? t.title
  return c.html(
    <Page
      context={context}
      title={name}
      styles={[style]}
      hasErrors={Boolean(replayed)}
      breadcrumbs={[...crumbs, { label: name }]}
    >
      {replayed && <ErrorSummary errorList={[{ href: '#after', text: t.replayWrong }]} />}
      <h1 class="ds-h1">{name}</h1>
      <SummaryList rows={rowsOf(one, t, lang)} />
      {one.state !== 'ended' && <Buttons one={one} t={t} />}
      <Tries tries={tries} t={t} lang={lang} />
      {one.state !== 'ended' && <More one={one} t={t} replayed={replayed} />}
    </Page>,
    replayed ? 422 : 200,
  )
}

function rowsOf(one: Subscription, t: Words, lang: Lang) {
  const at = format(lang)
  const isFailing = one.tries > 0 && one.state === 'on'
  const role = webStrings(lang).roles[one.role as keyof ReturnType<typeof webStrings>['roles']]
  const rows: (readonly [string, string | null | undefined])[] = [
    [t.stands, stateWords(one, t)],
    [t.lastProblem, one.problem && problemWords(one.problem, t)],
    [t.failingSince, one.failingSince && at.row(one.failingSince)],
    [t.nextTry, isFailing && one.nextTryAt ? at.row(one.nextTryAt) : null],
    [t.cursor, at.number(one.after)],
    [t.head, at.number(one.head)],
    [t.behind, one.state === 'ended' ? null : behindWords(one, t, lang)],
    [t.address, one.address],
    [t.kinds, one.kinds.join(', ')],
    [t.role, role],
    [t.place, one.place ?? t.wholeCouncil],
    [t.purpose, one.purpose],
    [t.since, at.row(one.madeAt)],
  ]
  return rows.map(([key, value]) =>
    value ? { key: { text: key }, value: { text: value }, classes: 'ds-breaks-anywhere' } : null,
  )
}

/** A number is what the receiver answered, anything else a code of ours or of the network. */
function problemWords(problem: string, t: Words): string {
  if (/^\d{3}$/.test(problem)) return t.answered(problem)
  return t.problems[problem] ?? t.connection(problem)
}

function Buttons({ one, t }: { one: Subscription; t: Words }) {
  const to = (what: string) => `/notices/${one.id}/${what}`
  const isRunning = one.state === 'on' && !one.isHeld
  return (
    <div class="govuk-button-group">
      <Press to={to('test')} text={t.sendTest} />
      {isRunning && <Press to={to('pause')} text={t.pause} />}
      {!isRunning && <Press to={to('resume')} text={t.resume} />}
      {isRunning && one.tries > 0 && <Press to={to('resume')} text={t.tryNow} />}
    </div>
  )
}

function Press({ to, text }: { to: string; text: string }) {
  return (
    <form method="post" action={to}>
      <input type="hidden" name="command" value={newId()} />
      <Button text={text} classes="govuk-button--secondary" />
    </form>
  )
}

function Tries({ tries, t, lang }: { tries: readonly Delivery[]; t: Words; lang: Lang }) {
  const at = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.deliveries}</h2>
      {tries.length === 0 ? (
        <p class="govuk-body">{t.deliveriesNone}</p>
      ) : (
        <table class="ds-table">
          <caption class="ds-hide">{t.deliveries}</caption>
          <thead>
            <tr>
              {[t.number, t.when, t.result].map(head => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tries.map(one => (
              <tr>
                <th scope="row" class="ds-breaks-anywhere">
                  {one.seq === null ? t.test : at.number(one.seq)}
                  <div class="ds-quiet">{one.kind}</div>
                </th>
                <td>{at.row(one.at)}</td>
                <td>
                  {resultWords(one, t)}
                  <div class="ds-quiet">
                    {t.ms(at.number(one.tookMs))}
                    {one.attempt > 1 && `, ${t.attempt(at.number(one.attempt))}`}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function resultWords({ status, problem }: Delivery, t: Words): string {
  if (problem === null) return t.arrived(`${status}`)
  if (problem === 'status') return t.answered(`${status}`)
  return problemWords(problem, t)
}

type MoreProps = { one: Subscription; t: Words; replayed: Replayed | undefined }

function More({ one, t, replayed }: MoreProps) {
  return (
    <>
      <section class="ds-section">
        <h2 class="ds-h2">{t.replay}</h2>
        <p class="govuk-body">{t.replayLead}</p>
        <form method="post" action={`/notices/${one.id}/replay`} class="ds-form" novalidate>
          <input type="hidden" name="command" value={newId()} />
          <Input
            name="after"
            label={t.replayNumber}
            value={replayed?.number ?? ''}
            inputmode="numeric"
            classes="govuk-input--width-10"
            {...(replayed ? { errorMessage: t.replayWrong } : {})}
          />
          <Input
            name="since"
            label={t.replayTime}
            hint={t.replayTimeHint}
            type="datetime-local"
            value={replayed?.time ?? ''}
            classes="govuk-input--width-20"
          />
          <Button text={t.replayButton} classes="govuk-button--secondary" />
        </form>
      </section>
      <section class="ds-section">
        <h2 class="ds-h2">{t.secret}</h2>
        <p class="govuk-body">{t.rotateLead}</p>
        <Press to={`/notices/${one.id}/rotate`} text={t.rotate} />
        <h2 class="ds-h2">{t.end}</h2>
        <form method="post" action={`/notices/${one.id}/end`}>
          <input type="hidden" name="command" value={newId()} />
          <Button text={t.end} classes="govuk-button--warning" />
        </form>
      </section>
    </>
  )
}
