// Whom might a row be about? Each telling fact finds its namesake, and only its namesake.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPerson, erasePerson, nameKeyOf } from '../index.ts'
import { findKnown, type KnownKeys } from './find-known.ts'

let t: TestNode
const joan = newId()
beforeAll(async () => {
  t = await makeTestNode()
  const input = {
    person: joan,
    given: 'Joan',
    middle: '',
    family: 'Pratt',
    born: '1941-03-04',
    nhs: '9991042687',
    address: '12 Mill Lane',
    postcode: 'CB24 8RX',
    language: null,
    source: 'staff',
    contacts: [
      { kind: 'mobile', value: '07700 900118' },
      { kind: 'email', value: 'Joan@example.org' },
    ],
  }
  const done = await act(t.node, t.system, addPerson, { id: newId(), input })
  expect(done).toMatchObject({ outcome: 'accepted', answer: { person: joan } })
})
afterAll(() => t.close())

const nothing: KnownKeys = {
  ref: 'row',
  nhs: null,
  nameKey: nameKeyOf('JOAN', 'Pratt'),
  uprn: null,
  dwelling: null,
  born: null,
  emails: [],
  phones: [],
}

async function known(keys: Partial<KnownKeys>) {
  const found = await t.node.store.transaction({ council, actor: newId() }, tx =>
    findKnown(tx, council, [{ ...nothing, ...keys }]),
  )
  return found.map(({ by, person }) => `${by} ${person === joan}`)
}

test.each<[string, Partial<KnownKeys>, string[]]>([
  ['NHS number', { nhs: '9991042687', nameKey: '' }, ['nhs true']],
  ['date of birth', { born: '1941-03-04' }, ['born true']],
  ['mobile', { phones: ['+447700900118'] }, ['phone true']],
  ['e-mail', { emails: ['joan@example.org'] }, ['email true']],
  ['name alone', {}, []],
  ['another name with her phone', { nameKey: 'arthur pratt', phones: ['+447700900118'] }, []],
])('%s', async (_, keys, expected) => {
  expect(await known(keys)).toEqual(expected)
})

test('an erased person is not known again', async () => {
  await act(t.node, t.system, erasePerson, { id: newId(), input: { person: joan } })
  expect(await known({ nhs: '9991042687', born: '1941-03-04' })).toEqual([])
})
