// What the register says about somebody is put right. The old words stay under their own event.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { asUsed, Contact, type Home, personFields } from './add-person.ts'
import { type PersonWords, personCorrected } from './events.ts'
import { readNhsNumber } from './nhs-number.ts'

export const CorrectPerson = z.strictObject({
  person: z.uuid(),
  ...z.strictObject(personFields).partial().shape,
  contacts: z.array(Contact).max(10).optional(),
})
export type CorrectPerson = z.infer<typeof CorrectPerson>

export type PersonAsKnown = {
  readonly place: Id | null
  readonly words: Omit<PersonWords, 'contacts'>
  readonly values: readonly string[]
  /** Where the new address lies; only when the input has one. */
  readonly home: Home | null
}

type Fields = Partial<Omit<PersonWords, 'contacts'>>

export const correctPerson = command<CorrectPerson, PersonAsKnown>({
  name: 'people.correct-person',
  input: CorrectPerson,
  may: 'people.correct',
  decide(state, { person, contacts = [], ...said }, { newId }) {
    const nhs = said.nhs ? readNhsNumber(said.nhs) : said.nhs
    if (said.nhs && nhs === undefined) return refuse('invalid', { nhs: 'nhs-number' })
    const words = changedOf(state.words, { ...said, ...(nhs === undefined ? {} : { nhs }) })
    const fresh = contacts.filter(one => !state.values.includes(asUsed(one).value))
    const fields = [...Object.keys(words), ...(fresh.length > 0 ? ['contacts'] : [])]
    if (fields.length === 0) return refuse('already-done')
    const isMoved = 'address' in words || 'postcode' in words
    const home = isMoved ? homeOf(state.home, newId) : {}
    return [
      personCorrected({
        subjects: [person],
        place: home.place === undefined ? state.place : home.place,
        body: {
          person,
          fields,
          ...home,
          ...(fresh.length > 0
            ? { contactPoints: fresh.map(({ kind }) => ({ id: newId(), kind })) }
            : {}),
          source: 'staff',
        },
        words: { ...words, ...(fresh.length > 0 ? { contacts: fresh.map(asUsed) } : {}) },
      }),
    ]
  },
})

function changedOf(known: Fields, said: Partial<Record<keyof Fields, unknown>>): Fields {
  const changed = Object.entries(said).filter(
    ([name, value]) => value !== undefined && value !== known[name as keyof Fields],
  )
  return Object.fromEntries(changed) as Fields
}

type NewHome = { place?: Id | null; dwelling?: Id | null; household?: Id | null }

function homeOf(home: Home | null, newId: () => Id): NewHome {
  if (!home) return {}
  const household = home.dwelling ? null : (home.household ?? newId())
  return { place: home.street, dwelling: home.dwelling, household }
}
