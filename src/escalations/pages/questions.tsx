// Which questions wait for me, and what became of those that I asked? What breaks first on top.
import { recordRead } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { findDirector } from '../store/answerers.ts'
import { type Waiting, waitingOf } from '../store/waiting.ts'
import { TopNow, whoAnswers } from './parts.tsx'
import { escalationStrings } from './strings.ts'

/** GET /escalations */
export async function showQuestions(c: Ctx) {
  const seen = await reading(c, 'escalations.ask', async (tx, scope, now) => {
    const found = await waitingOf(tx, scope, now)
    const all = [...found.mine, ...found.others].map(one => one.question)
    const subjects = all.flatMap(one => (one.kind === 'person' ? [one.about] : []))
    const ids = [...new Set(subjects)]
    await recordRead(tx, scope, { what: 'list', route: '/escalations', subjects: ids, at: now })
    return { ...found, top: await findDirector(tx, scope.council, now), now }
  })
  const context = await pageContext(c, '/escalations')
  const { lang } = context
  const t = escalationStrings(lang)
  const { number } = format(lang)
  const { mine, others, now } = seen
  const late = mine.filter(one => one.isLate).length
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={lang}>
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {mine.length === 0 ? t.none : t.headline(mine.length, number(mine.length))}
          </span>
          {late > 0 && <span class="ds-headline__rest">{t.late(late, number(late))}</span>}
        </h1>
        <TopNow top={seen.top} maySet={holds(c, 'escalations.set')} />
        {mine.length > 0 && <Table found={mine} now={now} caption={t.caption} />}
        {others.length > 0 && (
          <>
            <h2 class="ds-h2 ds-section">{t.othersTitle}</h2>
            <Table found={others} now={now} caption={t.othersCaption} />
          </>
        )}
        <TakeLinks at={takeAddress(c, 'escalations.take')} />
      </LangContext.Provider>
    </Page>,
  )
}

type Shown = { readonly found: readonly Waiting[]; readonly now: number }

function Table({ found, now, caption }: Shown & { caption: string }) {
  const t = escalationStrings(useLang())
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.about}</th>
          <th scope="col" class="ds-wide">
            {t.question}
          </th>
          <th scope="col">{t.waitsWith}</th>
          <th scope="col">{t.due}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(one => (
          <Row one={one} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, now }: { one: Waiting; now: number }) {
  const lang = useLang()
  const t = escalationStrings(lang)
  const { near } = format(lang)
  const { question, level } = one
  const { answeredAt, decision } = question
  return (
    <tr>
      <th scope="row">
        <a href={`/escalations/${question.id}`}>{question.name || t.erased}</a>
        <span class="ds-under ds-quiet">
          {t.isAsked(question.askedByName, near(question.askedAt, now))}
        </span>
      </th>
      <td class="ds-wide">{question.question}</td>
      <td>
        {answeredAt ? (question.answeredByName ?? '') : whoAnswers(t, question, level)}
        <span class="ds-under ds-quiet">{t.levels[question.level]}</span>
      </td>
      <td>
        {answeredAt && decision
          ? `${t.decisions[decision]}, ${near(answeredAt, now)}`
          : near(one.dueAt, now)}
        {one.isLate && (
          <span class="ds-under">
            <b class="ds-status--attention">{t.isLate}</b>
          </span>
        )}
      </td>
    </tr>
  )
}
