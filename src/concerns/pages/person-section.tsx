// What does a worry add to a person's page and to the page of their door? That it is in hand.
import { format } from '../../pages/format.ts'
import type { DoorAsk, DoorPart, PersonAsk, PersonPart } from '../../people/index.ts'
import { beingHandled, findWorriedAbout } from '../store/queries.ts'
import { type ConcernNow, readConcern } from '../store/read-standings.ts'
import { whoAnswers } from './concern-parts.tsx'
import { concernStrings, worryStrings } from './strings.ts'
import { Handled, WorryHere } from './worry-parts.tsx'

export async function concernSection(ask: PersonAsk): Promise<PersonPart> {
  const { tx, person, lang, now } = ask
  const handled = await beingHandled(tx, ask.scopeFor('concerns.see'), person)
  const about = await findWorriedAbout(tx, ask.scopeFor('concerns.raise'), person)
  const here = `/people/${person}`
  const main = about && <WorryHere person={person} name={about.name} lang={lang} to={here} />
  if (!handled) return main ? { main } : {}
  const t = worryStrings(lang)
  const opened = await readConcern(tx, ask.scopeFor('concerns.handle'), {
    id: handled.concern,
    now,
  })
  return {
    main: (
      <>
        <Handled since={handled.since} now={now} lang={lang} />
        {main}
      </>
    ),
    next: (
      <>
        <b>{t.since(format(lang).near(handled.since, now))}</b> {opened && answersNow(ask, opened)}
      </>
    ),
    ...(opened && {
      actions: (
        <a class="ds-button" href={`/concerns/${handled.concern}`}>
          {t.open}
        </a>
      ),
    }),
  }
}

/** Only whoever handles concerns reads who answers, and by when. */
function answersNow({ lang, now }: PersonAsk, { standing, ...desk }: ConcernNow): string {
  if (!standing) return ''
  const t = concernStrings(lang)
  const by = t.byThen(format(lang).near(standing.dueAt, now))
  const late = standing.answerable.isLate ? ` ${t.isLate}.` : ''
  return `${t.answersNow(whoAnswers(t, standing.answerable, desk))} ${by}${late}`
}

export async function concernAtDoor(ask: DoorAsk): Promise<DoorPart> {
  const { tx, person, lang, now, here: to } = ask
  const handled = await beingHandled(tx, ask.scopeFor('concerns.see'), person)
  const about = await findWorriedAbout(tx, ask.scopeFor('concerns.raise'), person)
  return {
    taps: (
      <>
        {handled && <Handled since={handled.since} now={now} lang={lang} />}
        {about && <WorryHere person={person} name={about.name} lang={lang} to={to} />}
      </>
    ),
  }
}
