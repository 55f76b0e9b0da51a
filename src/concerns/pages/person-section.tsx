// What does a worry add to a person's page and to the page of their door? That it is in hand.
import type { Scope } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import type { DoorAsk, DoorPart, PersonAsk, PersonPart } from '../../people/index.ts'
import { beingHandled, findWorriedAbout, isWithin } from '../store/queries.ts'
import { worryStrings } from './strings.ts'
import { Handled, WorryHere } from './worry-parts.tsx'

export async function concernSection(ask: PersonAsk): Promise<PersonPart> {
  const { tx, person, lang, now } = ask
  const handled = await beingHandled(tx, ask.scopeFor('concerns.see'), person)
  const about = await findWorriedAbout(tx, ask.scopeFor('concerns.raise'), person)
  const here = `/people/${person}`
  const main = about && <WorryHere person={person} name={about.name} lang={lang} to={here} />
  if (!handled) return main ? { main } : {}
  const t = worryStrings(lang)
  return {
    main: (
      <>
        <Handled since={handled.since} now={now} lang={lang} />
        {main}
      </>
    ),
    next: <b>{t.since(format(lang).near(handled.since, now))}</b>,
    ...((await mayOpen(ask, handled.concern)) && {
      actions: (
        <a class="ds-button" href={`/concerns/${handled.concern}`}>
          {t.open}
        </a>
      ),
    }),
  }
}

async function mayOpen(ask: PersonAsk, concern: string): Promise<boolean> {
  const scope: Scope = ask.scopeFor('concerns.handle')
  return isWithin(ask.tx, scope, concern)
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
