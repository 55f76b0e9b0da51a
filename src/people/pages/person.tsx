// Who is this person, who answers for them now, how are they reached, what has happened?
import type { Child } from 'hono/jsx'
import { recordRead, type Scope, scopeOf } from '../../access/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { fill, type Lang, useLang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { doorstepWordsOf } from '../store/doorstep-words.ts'
import { keptApartFrom } from '../store/kept-apart.ts'
import { recordEvents } from '../store/person-lines.ts'
import {
  contactPointsOf,
  findPerson,
  flagsOf,
  householdOf,
  recordsOf,
  type Where,
  whereIs,
} from '../store/queries.ts'
import { openReviewsOf } from '../store/reviews.ts'
import { waitingStrays } from '../store/strays.ts'
import { addStrings } from './add-strings.ts'
import { DoorstepWord } from './doorstep-word.tsx'
import { OnThisPage, PrintHead } from './person-head.tsx'
import { Everything, isGroup, recordLines } from './person-line.tsx'
import { Records } from './person-records.tsx'
import { ReportFlag, Stops } from './person-stops.tsx'
import { Household, Ways } from './person-ways.tsx'
import { personParts } from './sections.ts'
import { shownDay, shownHome } from './shown.ts'
import { peopleStrings } from './strings.ts'

export async function showPerson(c: Ctx) {
  const id = c.req.param('id') ?? ''
  const context = await pageContext(c, '/find')
  const known = isId(id) ? await readPerson(c, id, context.lang) : undefined
  if (!known) return notFoundPage(c)
  if (known.person.root !== id) return c.redirect(`/people/${known.person.root}`, 303)
  const t = peopleStrings(context.lang)
  const asked = c.req.query('show')
  const show = isGroup(asked) ? asked : undefined
  const { person, parts } = known
  return c.html(
    <Page context={context} title={t.personTitle} above={<Bar {...known} />}>
      <PrintHead context={context} known={known} />
      <Said said={c.req.query('said')} />
      <Now {...known} />
      <Stops {...known} person={person.id} />
      <OnThisPage hasLists={parts.some(part => part.aside)} />
      <div class="ds-cols ds-cols--person">
        <div class="ds-stack">
          {parts.map(part => part.main)}
          {known.mayReport && <ReportFlag person={person.id} flags={known.flags} />}
          <Everything person={person.id} lines={known.lines} show={show} />
        </div>
        <div class="ds-stack">
          <Household person={person} mates={known.mates} />
          <Ways {...known} />
          <DoorstepWord {...known} person={person.id} />
          {parts.map(part => part.aside)}
          <Records {...known} />
          <p class="ds-small ds-quiet">{t.seen}</p>
        </div>
      </div>
    </Page>,
  )
}

type Known = NonNullable<Awaited<ReturnType<typeof readPerson>>>

function readPerson(c: Ctx, id: Id, lang: Lang) {
  return reading(c, 'people.read', async (tx, scope, now) => {
    const person = await findPerson(tx, scope, id)
    if (!person) return undefined
    const { node, actor } = c.var
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, actor, { permission, now })
    const records = await recordsOf(tx, scope, person.root)
    const recordIds = records.map(one => one.id)
    const mates = await householdOf(tx, scope, person)
    const ask = { tx, scopeFor, person: person.root, records: recordIds, now, lang }
    const parts = await personParts(ask)
    const events = await recordEvents(tx, scope, recordIds)
    const lines = [...recordLines(lang, events), ...parts.flatMap(part => part.lines ?? [])]
    const doubts = await openReviewsOf(tx, scope, recordIds)
    const apart = await keptApartFrom(tx, scope, person.root)
    const others = [...mates, ...apart].map(one => one.id)
    const named = [...others, ...doubts.flatMap(one => one.persons)]
    const subjects = [...new Set([...recordIds, ...named])]
    await recordRead(tx, scope, { what: 'open', route: '/people/:id', subjects, at: now })
    return {
      person,
      records,
      mates,
      parts,
      now,
      lines: lines.sort((a, b) => b.at.getTime() - a.at.getTime()),
      points: await contactPointsOf(tx, scope, person.root),
      flags: await flagsOf(tx, scope, person.root),
      word: (await doorstepWordsOf(tx, scope.council, [person.id])).get(person.id) ?? null,
      where: await whereIs(tx, scope, person.place),
      doubts,
      apart,
      strays: (await waitingStrays(tx, scope, { records: recordIds })).length,
      mayReport: await isWithin(tx, scopeFor('people.report'), id),
      mayConfirm: await isWithin(tx, scopeFor('people.confirm'), id),
      mayCorrect: await isWithin(tx, scopeFor('people.correct'), id),
      mayMerge: await isWithin(tx, scopeFor('people.merge'), id),
    }
  })
}

async function isWithin(tx: Tx, scope: Scope, id: Id): Promise<boolean> {
  return (await findPerson(tx, scope, id)) !== undefined
}

function Bar({ person, where, parts }: Known) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const born = person.born ? shownDay(format(lang), person.born) : undefined
  const home = shownHome(person.address, where.villageName)
  return (
    <div class="ds-person" id="person">
      <div class="govuk-width-container ds-person__in">
        <h1 class="ds-person__name">{person.name}</h1>
        <dl class="ds-person__facts">
          <Fact label={t.born} value={born ?? t.bornUnknown} />
          <Fact label={t.livesAt} value={home || t.noAddress} />
          {person.language && <Fact label={t.language} value={person.language} wide />}
          {parts
            .flatMap(part => part.facts ?? [])
            .map(fact => (
              <Fact label={fact.label} value={fact.value} wide />
            ))}
        </dl>
        <div class="ds-person__end">
          <span class="ds-person__held">
            {t.record} <b>{t.recordNumber(String(person.number))}</b>
          </span>
        </div>
      </div>
    </div>
  )
}

function Fact({ label, value, wide }: { label: string; value: Child; wide?: boolean }) {
  return (
    <div {...(wide ? { class: 'ds-wide' } : {})}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** What was just done, said once. */
function Said({ said }: { said: string | undefined }) {
  const t = addStrings(useLang())
  const words: Readonly<Record<string, string>> = {
    added: t.added,
    'added-doubt': t.addedDoubt,
    doubted: t.doubted,
    parted: t.parted,
  }
  const text = words[said ?? '']
  return text ? (
    <p class="ds-next" role="status">
      {text}
    </p>
  ) : null
}

function Now({ person, where, parts, now, mayCorrect }: Known) {
  const t = peopleStrings(useLang())
  return (
    <div class="ds-now">
      <p>
        <Responsible where={where} now={now} />
        {parts.map(part => part.next && [<br />, part.next])}
      </p>
      <p class="ds-now__do">
        {parts.map(part => part.actions)}
        <a class="ds-button ds-button--second" href={`/people/${person.id}/plan`}>
          {t.plan}
        </a>
        {mayCorrect && (
          <a class="ds-button ds-button--second" href={`/people/${person.id}/correct`}>
            {t.correct}
          </a>
        )}
      </p>
    </div>
  )
}

/** A named person is answerable, not a team; nobody is said as plainly. */
function Responsible({ where, now }: { where: Where; now: number }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  if (!where.owner || !where.ownerSince) {
    const place = where.street ?? t.thisPlace
    return (
      <>
        <b class="ds-att">{t.responsibleNobody}</b>
        <br />
        {where.street ? fill(t.responsibleNobodyBody, { place }) : t.noPlace}
      </>
    )
  }
  const when = format(lang).near(where.ownerSince, new Date(now))
  return (
    <>
      {fill(t.responsible, { who: <b>{where.owner}</b> })}
      <br />
      {fill(t.responsibleSince, { place: where.ownedPlace, when })}
    </>
  )
}
