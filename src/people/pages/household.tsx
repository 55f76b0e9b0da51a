// Who lives at this door, what must I know before I knock, and what does each of them need?
import { recordRead, scopeOf } from '../../access/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { type Lang, LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { mayContact } from '../domain/may-contact.ts'
import { findHousehold } from '../store/find-household.ts'
import { type ContactPoint, contactPointsOf, type Person, whereIs } from '../store/queries.ts'
import { type DoorPart, doorParts } from './door-parts.ts'
import { BeforeYouKnock } from './household-first.tsx'
import { householdStrings } from './household-strings.ts'
import { ageOn, shownHome, shownPhone } from './shown.ts'
import { peopleStrings } from './strings.ts'

export async function showHousehold(c: Ctx) {
  const id = c.req.param('id') ?? ''
  const context = await pageContext(c, '/find')
  const found = isId(id) ? await readHousehold(c, id, context.lang) : undefined
  if (!found) return notFoundPage(c)
  const t = householdStrings(context.lang)
  const { people, where, now } = found
  const [first] = people
  const home = first ? shownHome(first.person.address, where.villageName) : ''
  const count = format(context.lang).number(people.length)
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={context.lang}>
        {c.req.query('saved') === 'door' && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{home || peopleStrings(context.lang).noAddress}</h1>
        <p>
          {t.lead(people.length, count)}
          {first?.person.postcode && `, ${first.person.postcode}`}
        </p>
        <BeforeYouKnock people={people.map(one => one.person)} />
        <h2 class="ds-h2 ds-section">{t.who}</h2>
        {people.flatMap(one => one.parts.map(part => part.all))}
        {people.map(one => (
          <AtDoor {...one} now={now} />
        ))}
        <p class="ds-acts ds-noprint">
          <a class="ds-button ds-button--second" href={`/people/add?home=${id}`}>
            {t.add}
          </a>
        </p>
        <p class="ds-small ds-quiet">{t.addNote}</p>
        <p class="ds-noprint">
          <a href="/find">{t.back}</a>
        </p>
      </LangContext.Provider>
    </Page>,
  )
}

type Resident = {
  readonly person: Person
  readonly points: readonly ContactPoint[]
  readonly parts: readonly DoorPart[]
}

function readHousehold(c: Ctx, id: Id, lang: Lang) {
  return reading(c, 'people.read', async (tx, scope, now) => {
    const household = await findHousehold(tx, scope, id)
    if (!household) return undefined
    const { node, actor } = c.var
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, actor, { permission, now })
    const people: Resident[] = []
    for (const person of household.people) {
      const ask = { tx, scopeFor, person: person.id, records: [person.id], now, lang }
      const points = await contactPointsOf(tx, scope, person.id)
      const isFirst = !people.some(one => one.parts.some(part => part.all))
      const parts = await doorParts({ ...ask, here: `/households/${id}`, isFirst })
      people.push({ person, points, parts })
    }
    const where = await whereIs(tx, scope, household.people[0]?.place ?? null)
    const subjects = people.map(one => one.person.id)
    await recordRead(tx, scope, { what: 'open', route: '/households/:id', subjects, at: now })
    return { people, where, now }
  })
}

function AtDoor({ person, points, parts, now }: Resident & { now: number }) {
  const lang = useLang()
  const t = householdStrings(lang)
  const p = peopleStrings(lang)
  const words = format(lang)
  const age = person.born ? p.age(words.number(ageOn(person.born, now))) : p.bornUnknown
  const needs = parts.flatMap(part => part.needs ?? [])
  const mayVisit = mayContact(person.flags, 'doorstep')
  return (
    <section class="ds-panel ds-atdoor" aria-labelledby={`h-${person.number}`}>
      <h3 class="ds-h3" id={`h-${person.number}`}>
        <a href={`/people/${person.id}`}>{person.name}</a>
      </h3>
      <p>{[age, person.language].filter(Boolean).join(', ')}</p>
      <p>
        <b>{t.needs}</b> {needs.length === 0 ? t.noNeeds : needs.join(', ')}
      </p>
      <Phones person={person} points={points} now={now} />
      {mayVisit && <div class="ds-acts ds-noprint">{parts.map(part => part.taps)}</div>}
    </section>
  )
}

function Phones({ person, points, now }: Pick<Resident, 'person' | 'points'> & { now: number }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const open = points.filter(point => point.state !== 'barred' && point.state !== 'wrong')
  if (open.length === 0) return <p>{t.noWays}</p>
  return (
    <ul class="ds-points">
      {open.map(point => {
        const isEmail = point.kind === 'email'
        const worked = point.lastWorkedAt
          ? t.worked(format(lang).near(point.lastWorkedAt, now))
          : t.states[point.state]
        return (
          <li>
            <span>
              <b>{isEmail ? point.value : shownPhone(point.value)}</b>
              <span class="ds-small ds-quiet">{`${t.kinds[point.kind]}, ${worked}`}</span>
            </span>
            {mayContact(person.flags, isEmail ? 'email' : 'call') && (
              <a
                class="ds-button ds-button--second"
                href={`${isEmail ? 'mailto' : 'tel'}:${point.value}`}
              >
                {isEmail ? t.write : t.ring}
                <span class="ds-hide"> {person.name}</span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
