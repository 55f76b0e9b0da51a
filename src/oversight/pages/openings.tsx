// Which records were opened in an emergency, what was seen, and was it in order?
import { referenceOf } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios, SummaryList, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { reviewOpening } from '../domain/open-record.ts'
import {
  countEmergencies,
  listOpenings,
  listTries,
  type OpeningRow,
  type Try,
} from '../store/openings.ts'
import { whyWords } from './look-words.ts'
import { openingStrings } from './opening-strings.ts'

export async function showOpenings(c: Ctx) {
  return showPage(c)
}

async function showPage(c: Ctx, missing?: string) {
  const { openings, tries, emergencies, now } = await reading(
    c,
    'oversight.audit',
    async (tx, scope, at) => ({
      openings: await listOpenings(tx, scope),
      tries: await listTries(tx, scope),
      emergencies: await countEmergencies(tx, scope.council),
      now: at,
    }),
  )
  const context = await pageContext(c, '/openings')
  const t = openingStrings(context.lang)
  const waiting = openings.filter(one => one.reviewedAt === null)
  const late = waiting.filter(one => one.dueAt.getTime() <= now)
  const shown = format(context.lang)
  return c.html(
    <Page context={context} title={t.openings} hasErrors={missing !== undefined}>
      <LangContext.Provider value={context.lang}>
        {missing && (
          <ErrorSummary errorList={[{ href: `#finding-${missing}`, text: t.findingMissing }]} />
        )}
        <h1 class="ds-h1">{t.openings}</h1>
        <p class="govuk-body">{t.lead}</p>
        <p class="govuk-body">
          <strong>{t.waiting(shown.number(waiting.length), shown.number(late.length))}</strong>
        </p>
        <p class="govuk-body">
          <a href="/emergencies">{t.administrators(shown.number(emergencies))}</a>
        </p>
        {openings.length === 0 && <p class="govuk-body">{t.none}</p>}
        {openings.map(one => (
          <One
            opening={one}
            now={now}
            isMissing={one.id === missing}
            isOwn={one.user === c.var.actor.id}
          />
        ))}
        {openings.length > 0 && <TakeLinks at={takeAddress(c, 'oversight.take')} />}
        {tries.length > 0 && <Tries tries={tries} />}
      </LangContext.Provider>
    </Page>,
    missing ? 422 : 200,
  )
}

type OneProps = { opening: OpeningRow; now: number; isMissing: boolean; isOwn: boolean }

function One({ opening, now, isMissing, isOwn }: OneProps) {
  const lang = useLang()
  const t = openingStrings(lang)
  const { reviewedAt, finding, note } = opening
  return (
    <section class="ds-panel ds-section" aria-labelledby={`h-${opening.id}`}>
      <h2 class="ds-h2" id={`h-${opening.id}`}>
        {whyWords(lang, `emergency: ${opening.reason}`)}
      </h2>
      <Facts opening={opening} now={now} />
      {reviewedAt && finding ? (
        <p class="govuk-body">
          {t.reviewed(
            opening.reviewedBy ?? t.nameErased,
            format(lang).row(reviewedAt),
            t.findings[finding],
          )}
          {note && ` ${note}`}
        </p>
      ) : (
        <Judge opening={opening} now={now} isMissing={isMissing} isOwn={isOwn} />
      )}
    </section>
  )
}

function Facts({ opening, now }: Pick<OneProps, 'opening' | 'now'>) {
  const lang = useLang()
  const t = openingStrings(lang)
  const at = format(lang)
  const { name, why, openedAt, endsAt, dueAt, looks, reviewedAt } = opening
  const isLate = reviewedAt === null && dueAt.getTime() <= now
  const due = at.date(dueAt.getTime() - 1)
  const persons = opening.persons.map(referenceOf).join(', ')
  return (
    <SummaryList
      rows={[
        { key: t.who, value: name ?? t.nameErased },
        { key: t.whyRow, value: why ?? t.erased },
        { key: t.extentRow, value: `${t.extents[opening.extent]}: ${persons}` },
        { key: t.openedAt, value: at.row(openedAt) },
        { key: endsAt.getTime() > now ? t.ends : t.endedAt, value: at.row(endsAt) },
        { key: t.looks, value: t.looked(at.number(looks), looks) },
        { key: t.secondFactor, value: opening.secondFactor ? t.factors.yes : t.factors.no },
        reviewedAt === null && { key: t.due, value: isLate ? `${due}. ${t.overdue}` : due },
      ]}
    />
  )
}

function Judge({ opening, now, isMissing, isOwn }: OneProps) {
  const t = openingStrings(useLang())
  if (opening.endsAt.getTime() > now) return <p class="govuk-body">{t.stillOpen}</p>
  if (isOwn) return <p class="govuk-body">{t.own}</p>
  const { id } = opening
  return (
    <form method="post" action={`/openings/${id}/review`} class="ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="finding"
        idPrefix={`finding-${id}`}
        fieldset={{ legend: { text: t.finding } }}
        items={[
          { value: 'in-order', text: t.findings['in-order'] },
          { value: 'not-in-order', text: t.findings['not-in-order'] },
        ]}
        {...(isMissing ? { errorMessage: t.findingMissing } : {})}
      />
      <Textarea id={`note-${id}`} name="note" label={t.note} />
      <Button text={t.review} />
    </form>
  )
}

function Tries({ tries }: { tries: readonly Try[] }) {
  const lang = useLang()
  const t = openingStrings(lang)
  return (
    <section class="ds-panel ds-section" aria-labelledby="h-tries">
      <h2 class="ds-h2" id="h-tries">
        {t.tries}
      </h2>
      <p class="govuk-body">{t.triesLead}</p>
      <ul class="govuk-list">
        {tries.map(one => (
          <li>
            {t.tryLine(one.name ?? t.nameErased, format(lang).row(one.at))}
            <span class="ds-under">
              {whyWords(lang, `emergency: ${one.reason}`)}. {one.why ?? t.erased}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export async function saveReview(c: Ctx) {
  const opening = c.req.param('opening') ?? ''
  if (!isId(opening)) return notFoundPage(c)
  const form = await formOf(c)
  const finding = form.text('finding')
  if (finding !== 'in-order' && finding !== 'not-in-order') return showPage(c, opening)
  const input = { opening, finding, note: form.text('note').slice(0, 1_000) }
  const done = await actFor(c, reviewOpening, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/openings', 303)
}
