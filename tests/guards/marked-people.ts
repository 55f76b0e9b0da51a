// People whose every field holds a mark found nowhere else, one at each level that someone may see.
import type { Draft } from '../../src/events/index.ts'
import { type Id, idFrom, newId } from '../../src/kernel/ids.ts'
import { personAdded } from '../../src/people/index.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import { otherCouncil, put, type Village } from './world.ts'

export const levels = [
  'own street',
  'same zone',
  'other village',
  'other council',
  'erased',
  'unplaced',
] as const
export type Level = (typeof levels)[number]

export type MarkedPerson = {
  readonly id: Id
  readonly level: Level
  readonly council: string
  readonly street: Id | null
  /** What is written about them after they were added. */
  readonly words: Readonly<Record<'note' | 'need' | 'plan' | 'worry', string>>
  /** Words that name this person and nobody else. */
  readonly marks: readonly string[]
}

/** Shared by all of them, so that a search can find any without holding a mark itself. */
export const sharedFamily = 'Canarywood'

export async function addMarkedPeople(
  t: TestNode,
  at: { own: Village; next: Village; far: Village },
): Promise<readonly MarkedPerson[]> {
  const streets: Record<Level, Id | null> = {
    'own street': at.own.street,
    'same zone': at.own.beside,
    'other village': at.next.street,
    'other council': at.far.street,
    erased: at.own.street,
    unplaced: null,
  }
  const people: MarkedPerson[] = []
  for (const [nth, level] of levels.entries()) {
    const inCouncil = level === 'other council' ? otherCouncil : council
    const street = streets[level]
    const { draft, ...person } = markedPerson(nth, street)
    await put(t, inCouncil, [draft])
    people.push({ ...person, level, council: inCouncil, street })
  }
  return people
}

/** Each lives alone. */
export const householdOf = (person: Id): Id => idFrom('household of', person)

/** NHS numbers of the test range whose last digit is right. */
const testNhsNumbers = [
  ...['9990000018', '9990000026', '9990000034', '9990000042'],
  ...['9990000050', '9990000069'],
]

function markedPerson(nth: number, street: Id | null): MarkedDraft {
  const id = newId()
  const mark = (field: string) => `Qz${field}${'abcdef'[nth]}x`
  const phone = `0770090${String(411 + nth * 7).padStart(4, '0')}`
  const email = `${mark('mail')}@example.org`
  const nhs = testNhsNumbers[nth] ?? ''
  const address = `${nth + 1} ${mark('house')} Row`
  const draft = personAdded({
    subjects: [id],
    place: street,
    body: {
      person: id,
      dwelling: null,
      household: householdOf(id),
      source: 'test',
      flags: ['lives-alone'],
      contactPoints: [
        { id: newId(), kind: 'mobile' },
        { id: newId(), kind: 'email' },
      ],
    },
    words: {
      given: mark('given'),
      middle: mark('middle'),
      family: sharedFamily,
      born: '1948-09-17',
      nhs,
      address,
      postcode: 'CB24 8RX',
      language: null,
      contacts: [
        { value: phone, raw: phone },
        { value: email, raw: email },
      ],
    },
  })
  const [note, need, plan, worry] = ['note', 'need', 'plan', 'worry'].map(mark) as MarkedWords
  const later = { note, need, plan, worry }
  const fields = ['given', 'middle', 'house', 'mail'].map(mark)
  return { id, words: later, marks: [...fields, ...Object.values(later), phone, nhs], draft }
}

type MarkedWords = [string, string, string, string]
type MarkedDraft = Pick<MarkedPerson, 'id' | 'words' | 'marks'> & { readonly draft: Draft }
