// Somebody who is on no list is added: a neighbour rang, or they asked for themselves.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { personAdded, reviewOpened } from './events.ts'
import { phoneKey } from './keys.ts'
import { readNhsNumber } from './nhs-number.ts'
import { contactKinds, purposes, type ReviewReason } from './terms.ts'

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
  /** The number of the property, where no address is known. */
  uprn: z
    .string()
    .regex(/^\d{1,12}$/)
    .nullable()
    .default(null),
  purpose: z.enum(purposes).nullable().default(null),
})
export type AddPerson = z.infer<typeof AddPerson>

export type Home = {
  readonly street: Id | null
  readonly dwelling: Id | null
  /** Of others at the same written address, where no dwelling is known. */
  readonly household: Id | null
  /** How the dwelling is written, for those who gave only its number. */
  readonly written?: { readonly address: string; readonly postcode: string } | null
}

/** Somebody in the register who may be the one being added. */
export type Doubt = { readonly person: Id; readonly reason: ReviewReason }

export type NewPersonState = {
  readonly home: Home
  readonly isKnown: boolean
  readonly doubts: readonly Doubt[]
}

export const addPerson = command<AddPerson, NewPersonState>({
  name: 'people.add-person',
  input: AddPerson,
  may: 'people.add',
  decide({ home, isKnown, doubts }, input, { newId }) {
    if (isKnown) return refuse('already-done')
    const nhs = input.nhs === null ? null : readNhsNumber(input.nhs)
    if (nhs === undefined) return refuse('invalid', { nhs: 'nhs-number' })
    const { person, source, purpose, uprn: _, contacts, ...said } = input
    const contactPoints = contacts.map(({ kind }) => ({ id: newId(), kind }))
    const household = home.dwelling ? null : (home.household ?? newId())
    const body = { person, dwelling: home.dwelling, household, source, flags: [], contactPoints }
    const words = { ...said, ...(said.address === '' ? home.written : {}) }
    const added = personAdded({
      subjects: [person],
      place: home.street,
      body: { ...body, ...(purpose === null ? {} : { purpose }) },
      words: { ...words, nhs, contacts: contacts.map(asUsed) },
    })
    const doubted = doubts.map(({ person: other, reason }) => {
      const persons = [other, person]
      return reviewOpened({
        subjects: persons,
        place: home.street,
        body: { review: newId(), reason, persons },
      })
    })
    return decided([added, ...doubted], { person, doubts: doubted.length })
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
