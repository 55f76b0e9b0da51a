// What does a stop add to a person's page? That nobody rings or visits there now.
import { findPerson, type PersonAsk, type PersonPart } from '../../people/index.ts'
import { stoppedHere } from '../store/is-stopped.ts'
import { AllStopped } from './stop-block.tsx'
import { standstillStrings } from './strings.ts'

export async function stopSection(ask: PersonAsk): Promise<PersonPart> {
  const scope = ask.scopeFor('people.read')
  const person = await findPerson(ask.tx, scope, ask.person)
  if (!person) return {}
  const stopped = await stoppedHere(ask.tx, scope.council, person.place)
  if (!stopped) return {}
  return {
    main: <AllStopped stopped={stopped} now={ask.now} lang={ask.lang} />,
    next: <b>{standstillStrings(ask.lang).untilLifted(stopped.by)}</b>,
  }
}
