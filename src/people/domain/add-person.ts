// Somebody who is on no list is added: a neighbour rang, or they asked for themselves.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { personAdded } from './events.ts'
import { phoneKey } from './keys.ts'
import { readNhsNumber } from './nhs-number.ts'
import { contactKinds } from './terms.ts'

const line = z.string().trim().max(200)
const contactsMax = 10

export const Contact = z.strictObject({ kind: z.enum(contactKinds), value: line.min(1) })
export type Contact = z.infer<typeof Contact>

export const personFields = {
  given: line,
  middle: line,
  family: line.min(1),
  born: z.iso.date().nullable(),
  nhs: line.nullable(),
  address: line,
  postcode: z.string().trim().max(10),
  language: line.nullable(),
}

export const AddPerson = z.strictObject({
  person: z.uuid(),
  ...personFields,
  contacts: z.array(Contact).max(contactsMax),
  source: z.string().min(1).max(60),
})
export type AddPerson = z.infer<typeof AddPerson>

export type Home = {
  readonly street: Id | null
  readonly dwelling: Id | null
  /** Of others at the same written address, where no dwelling is known. */
  readonly household: Id | null
}

export const addPerson = command<AddPerson, { home: Home; isKnown: boolean }>({
  name: 'people.add-person',
  input: AddPerson,
  may: 'people.correct',
  decide({ home, isKnown }, input, { newId }) {
    if (isKnown) return refuse('already-done')
    const nhs = input.nhs === null ? null : readNhsNumber(input.nhs)
    if (nhs === undefined) return refuse('invalid', { nhs: 'nhs-number' })
    const { person, source, contacts, ...words } = input
    const contactPoints = contacts.map(({ kind }) => ({ id: newId(), kind }))
    const household = home.dwelling ? null : (home.household ?? newId())
    const added = personAdded({
      subjects: [person],
      place: home.street,
      body: { person, dwelling: home.dwelling, household, source, flags: [], contactPoints },
      words: { ...words, nhs, contacts: contacts.map(asUsed) },
    })
    return decided([added], { person })
  },
})

export function asUsed({ kind, value }: Contact): { value: string; raw: string } {
  return { value: kind === 'email' ? value.toLowerCase() : dialled(value), raw: value }
}

/** As lists write them: +44 and the number without its first zero. */
function dialled(phone: string): string {
  const key = phoneKey(phone)
  return key.startsWith('0') ? `+44${key.slice(1)}` : key
}
