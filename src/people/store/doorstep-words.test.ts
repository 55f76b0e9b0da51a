// Is a doorstep word kept, found again after joining and parting, and gone with the person's words?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'
import { setDoorstepWord, wordSplits } from '../domain/doorstep-word.ts'
import { mergePeople } from '../domain/merge-people.ts'
import { erasePerson, unmergePeople } from '../index.ts'
import { doorstepWordsOf } from './doorstep-words.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Joanie' }, { given: 'Ivy' }])
})
afterAll(() => t.close())

const done = { outcome: 'accepted' }
const who = { council, actor: newId() }
const tell = (given: string, word: string) =>
  act(t.node, t.system, setDoorstepWord, {
    id: newId(),
    input: { person: personId(given), word },
  })
async function wordOf(given: string): Promise<string | undefined> {
  const words = await t.node.store.transaction(who, tx =>
    doorstepWordsOf(tx, council, [personId(given)]),
  )
  return words.get(personId(given))
}

test('the last word that was told is the word, and telling it again changes nothing', async () => {
  await tell('Joan', 'heron')
  expect(await tell('Joan', 'otter')).toMatchObject({ outcome: 'accepted' })
  expect(await tell('Joan', 'otter')).toMatchObject({ refused: 'already-done' })
  expect(await wordOf('Joan')).toBe('otter')
  expect(await wordOf('Ivy')).toBeUndefined()
})

test('joined records have the word of either; parted, each its own', async () => {
  const pair = { from: personId('Joanie'), into: personId('Joan') }
  expect(await act(t.node, t.system, mergePeople, { id: newId(), input: pair })).toMatchObject(done)
  expect(await wordOf('Joanie')).toBe('otter')
  const input = { from: pair.from, keepApart: false }
  expect(await act(t.node, t.system, unmergePeople, { id: newId(), input })).toMatchObject(done)
  expect(await wordOf('Joan')).toBe('otter')
  expect(await wordOf('Joanie')).toBeUndefined()
})

test('an empty word takes it back, erasure too, and rebuilding gives the same rows', async () => {
  await tell('Ivy', 'plum')
  await tell('Ivy', '')
  expect(await wordOf('Ivy')).toBeUndefined()
  const input = { person: personId('Joan') }
  expect(await act(t.node, t.system, erasePerson, { id: newId(), input })).toMatchObject(done)
  expect(await wordOf('Joan')).toBeUndefined()
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
})

test('a word is only ever asked for beside something else', () => {
  expect(wordSplits('heron')).toEqual([])
  expect(wordSplits('Pratt heron').map(one => one.word)).toEqual(['Pratt', 'heron'])
  expect(wordSplits('01632 960142').length).toBe(0)
})
