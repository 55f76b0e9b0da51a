// The page where the calls of a day are shared out: what is due, who rings, and who has what.
import { addStyle } from '../../pages/assets.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, NotificationBanner, Radios } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { upTos } from '../domain/sharing/terms.ts'
import type { AtRest } from '../store/at-rest.ts'
import { restWords } from './rest-words.ts'
import type { CallerAnswers, ShareAnswers, ShareProblems } from './share-answers.ts'
import { CallerLine } from './share-caller.tsx'
import type { Found, SharedNow } from './share-calls.tsx'
import { shareStrings } from './share-strings.ts'

const style = addStyle('reach-share.css', 'src/reach/pages/share.css')

export type ShareShown = Omit<Found, 'usual'> & {
  readonly answers: ShareAnswers
  readonly problems: ShareProblems
  readonly done: SharedNow | undefined
  readonly commandId: string
}

export function SharePage({ context, shown }: { context: PageContext; shown: ShareShown }) {
  const t = shareStrings(context.lang)
  const { number } = format(context.lang)
  const wrong = wrongOf(shown, t)
  const crumbs = [{ href: '/campaigns', label: t.campaigns }, { label: t.title }]
  const due = totalOf(shown)
  return (
    <Page
      context={context}
      title={t.title}
      breadcrumbs={crumbs}
      hasErrors={wrong.length > 0}
      styles={[style]}
    >
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      {shown.done && <Done done={shown.done} />}
      <h1 class="ds-h1 ds-headline" data-due={due}>
        <span class="ds-headline__first">{t.headline(due, number(due))}</span>
        <span class="ds-headline__rest">{standing(shown, context.lang)}</span>
      </h1>
      <DueTable {...shown} />
      <AtRestToday all={shown.atRest} />
      <form class="ds-tight" method="post" action="/calls/share" novalidate>
        <input type="hidden" name="command" value={shown.commandId} />
        <Ringing {...shown} />
        <HowMany {...shown} />
        <Button text={t.share} preventDoubleClick />
        <p class="ds-small ds-quiet">{t.nobodyIsGiven}</p>
      </form>
    </Page>
  )
}

const totalOf = ({ due }: Pick<ShareShown, 'due'>) =>
  due.promised + due.first + due.again + due.runOut

function standing({ callers, due, now }: ShareShown, lang: PageContext['lang']): string {
  const t = shareStrings(lang)
  const { number, near } = format(lang)
  const [first] = callers
  if (!first) return t.nobodyYet
  const open = callers.reduce((sum, one) => sum + one.open, 0)
  const room = callers.reduce((sum, one) => sum + one.room, 0)
  const anybody = number(Math.max(0, totalOf({ due }) - open))
  return `${t.room(number(room))} ${t.standing(number(open), anybody, near(first.sharedAt, now))}`
}

function wrongOf({ problems, answers }: ShareShown, t: ReturnType<typeof shareStrings>) {
  const callers = answers.callers.flatMap(({ user, name }) => {
    const problem = problems.callers.get(user)
    if (!problem) return []
    const field = problem === 'order' ? 'to' : problem
    return [{ text: t.wrong[problem](name), href: `#${field}-${user}` }]
  })
  const [anybody] = answers.callers
  const href = anybody ? `#rings-${anybody.user}` : '#who'
  return problems.nobody ? [{ text: t.wrong.nobody, href }, ...callers] : callers
}

function Done({ done }: { done: SharedNow }) {
  const lang = useLang()
  const t = shareStrings(lang)
  const { number } = format(lang)
  const { given, left, nobodySpeaks, nobodyMayWork, outOfHours } = done
  const said = [
    t.done(given, number(given), number(left)),
    nobodySpeaks > 0 && t.nobodySpeaks(nobodySpeaks, number(nobodySpeaks)),
    nobodyMayWork > 0 && t.nobodyMayWork(nobodyMayWork, number(nobodyMayWork)),
    outOfHours > 0 && t.outOfHours(outOfHours, number(outOfHours)),
  ]
  return (
    <NotificationBanner
      type="success"
      titleText={t.doneTitle}
      text={said.filter(Boolean).join(' ')}
    />
  )
}

/** A campaign outside its days gives nobody, and that is said. */
function AtRestToday({ all }: { all: readonly AtRest[] }) {
  const lang = useLang()
  const t = shareStrings(lang)
  if (all.length === 0) return null
  const said = all.map(one => restWords(lang, one)).join(' ')
  return (
    <p class="ds-small">
      <b>{t.atRest}:</b> {said}
    </p>
  )
}

/** By why they are due; of the promised there is a list. */
function DueTable({ due }: ShareShown) {
  const lang = useLang()
  const t = shareStrings(lang)
  const { number } = format(lang)
  return (
    <table class="ds-table ds-table--bare ds-due">
      <caption class="govuk-visually-hidden">{t.due}</caption>
      <thead>
        <tr>
          <th scope="col">{t.why}</th>
          <th scope="col" class="ds-number">
            {t.calls}
          </th>
        </tr>
      </thead>
      <tbody>
        {(['promised', 'first', 'again', 'runOut'] as const).map(name => (
          <tr>
            <th scope="row">{t.parts[name]}</th>
            <td class="ds-number">
              {name === 'promised' ? (
                <a href="/call-backs">{number(due[name])}</a>
              ) : (
                number(due[name])
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whoever rang last and those whose work it is are on top; the others wait behind one press. */
function Ringing({ answers, problems }: ShareShown) {
  const t = shareStrings(useLang())
  const isUsual = ({ rings, isHandler }: CallerAnswers) => rings || isHandler
  const usual = answers.callers.filter(isUsual)
  const others = answers.callers.filter(one => !isUsual(one))
  const lines = (some: readonly CallerAnswers[]) => (
    <ul class="ds-ringers">
      {some.map(one => (
        <CallerLine caller={one} problem={problems.callers.get(one.user)} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="who">
      <h2 class="ds-h2" id="who">
        {t.who}
      </h2>
      <p class="ds-tight">{t.whoHint}</p>
      {answers.callers.some(({ given }) => given > 0) && <p>{t.left}</p>}
      {usual.length > 0 && lines(usual)}
      {others.length > 0 && (
        <details class="ds-open" open={usual.length === 0}>
          <summary>{t.others(others.length)}</summary>
          {lines(others)}
        </details>
      )}
    </section>
  )
}

function HowMany({ answers }: ShareShown) {
  const t = shareStrings(useLang())
  return (
    <Radios
      idPrefix="upTo"
      name="upTo"
      classes="govuk-radios--small"
      value={answers.upTo}
      fieldset={{ legend: { text: t.upTo } }}
      items={upTos.map(one => ({ value: one, text: t.upTos[one] }))}
    />
  )
}
