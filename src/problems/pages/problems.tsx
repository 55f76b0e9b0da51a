// Which problems are open, who has them, and how many villages told them? Nobody’s on top.
import type { Id } from '../../kernel/ids.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { findPlace } from '../../places/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Problem, problemsOf } from '../store/queries.ts'
import { problemStrings } from './strings.ts'

/** Of which place the list is asked; null is all that the reader may see. */
export const placeAsked = (asked: string | undefined): Id | null =>
  isId(asked ?? '') ? (asked as Id) : null

/** GET /problems: `place` narrows it. */
export async function showProblems(c: Ctx) {
  const at = placeAsked(c.req.query('place'))
  const { found, place, now } = await reading(c, 'problems.tell', async (tx, scope, now) => ({
    place: at === null ? undefined : await findPlace(tx, scope, at),
    found: await problemsOf(tx, scope, at),
    now,
  }))
  const context = await pageContext(c, '/problems')
  const t = problemStrings(context.lang)
  const { number } = format(context.lang)
  const title = place ? t.titleOf(place.name) : t.title
  const open = found.filter(one => one.answeredAt === null)
  const unowned = open.filter(one => one.owner === null).length
  return c.html(
    <Page context={context} title={title}>
      <LangContext.Provider value={context.lang}>
        {place && <p class="ds-quiet">{title}</p>}
        <h1 class="ds-h1 ds-headline">
          <span class="ds-headline__first">
            {open.length === 0 ? t.none : t.headline(open.length, number(open.length))}
          </span>
          {unowned > 0 && (
            <span class="ds-headline__rest">{t.unowned(unowned, number(unowned))}</span>
          )}
        </h1>
        <p>
          <a class="ds-button" href={at ? `/problems/new?place=${at}` : '/problems/new'}>
            {t.tell}
          </a>
        </p>
        {found.length > 0 && <Table found={found} now={now} />}
        <TakeLinks at={takeAddress(c, 'problems.take')} />
      </LangContext.Provider>
    </Page>,
  )
}

type Shown = { readonly found: readonly Problem[]; readonly now: number }

function Table({ found, now }: Shown) {
  const t = problemStrings(useLang())
  return (
    <table class="ds-table ds-section">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.problem}</th>
          <th scope="col" class="ds-wide">
            {t.villages}
          </th>
          <th scope="col">{t.owner}</th>
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

function Row({ one, now }: { one: Problem; now: number }) {
  const lang = useLang()
  const t = problemStrings(lang)
  const told = t.toldTimes(one.told, format(lang).number(one.told))
  return (
    <tr>
      <th scope="row">
        <a href={`/problems/${one.id}`}>{one.words ?? t.noWords}</a>
        <span class="ds-under ds-quiet">
          {t.kinds[one.kind]}, {told}
        </span>
      </th>
      <td class="ds-wide">{one.villages.join(', ')}</td>
      <td>{one.ownerName ?? <b class="ds-status--attention">{t.nobody}</b>}</td>
      <td>
        <Due one={one} now={now} />
      </td>
    </tr>
  )
}

function Due({ one, now }: { one: Problem; now: number }) {
  const lang = useLang()
  const t = problemStrings(lang)
  const { near } = format(lang)
  if (one.answeredAt) {
    return (
      <>
        {one.endedAt ? t.isEnded : t.answeredAt(near(one.answeredAt, now))}
        <span class="ds-under ds-quiet">{one.answer}</span>
      </>
    )
  }
  const due = near(one.dueAt, now)
  return (
    <>
      {one.owner ? t.answerBy(due) : t.takeBy(due)}
      {isLate(one, now) && (
        <span class="ds-under">
          <b class="ds-status--attention">{t.isLate}</b>
        </span>
      )}
    </>
  )
}

export function isLate({ answeredAt, dueAt }: Problem, now: number): boolean {
  return answeredAt === null && dueAt.getTime() <= now
}
