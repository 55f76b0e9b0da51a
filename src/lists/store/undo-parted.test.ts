// A load is undone while two records are joined, or after they were parted: each row stays with the
// record that it made.
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { mergePeople, unmergePeople } from '../../people/index.ts'
import { listFile, loadFileOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addPeople, addSmallDistrict, personId } from '../../testing/small-district.ts'
import { undoLoad } from './undo-load.ts'

let t: TestNode
let hand = ''
let from = ''
const who = { council, actor: newId() }
beforeEach(async () => {
  await t?.close()
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Hand' }])
  hand = personId('Hand')
  await loadFileOf(t, file({}))
  from = (await owner()) ?? ''
  await does(mergePeople, { from, into: hand })
  await loadFileOf(t, file({ PatientAddress_Line1: '9 Fen Road' }))
})
afterAll(() => t.close())

const file = (said: Record<string, string>) => listFile([someone(1, { DateOfBirth: '', ...said })])

async function does(command: Parameters<typeof act>[2], input: unknown) {
  t.clock.turnTo(t.clock.now() + 1000)
  const done = await act(t.node, t.system, command, { id: newId(), input })
  expect(isRefusal(done) ? done : 'done').toBe('done')
}

async function owner(): Promise<string | undefined> {
  const found = await t.node.store.transaction(who, tx =>
    sql<{ person: string }>`select person from list_entries`.execute(tx),
  )
  return found.rows[0]?.person
}

/** The third file, taken back by somebody who agrees where others acted. */
async function takeBack(version: string | null): Promise<void> {
  const by = await t.actorWith('hub-manager')
  for (const actor of [t.system, by]) {
    const done = await undoLoad(t.node, actor, {
      id: newId(),
      version: version ?? '',
      reason: 'Wrong file',
      takesDeathsBack: false,
    })
    if (isRefusal(done)) throw new Error(JSON.stringify(done))
    if (done.outcome === 'undone') return
  }
}

const isSame = async () =>
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])

test('undone while they are one, the row is still of the record that it made', async () => {
  const { version } = await loadFileOf(t, file({ PatientAddress_Line1: '10 Fen Road' }))
  await takeBack(version)
  expect(await owner()).toBe(from)
  await does(unmergePeople, { from, note: 'Two people' })
  expect(await owner()).toBe(from)
  await isSame()
})

test('undone after they were parted, it is of whom the parting said', async () => {
  await does(unmergePeople, { from, note: 'Two people' })
  const { version } = await loadFileOf(t, file({ PatientAddress_Line1: '10 Fen Road' }))
  await takeBack(version)
  expect(await owner()).toBe(from)
  await isSame()
})

test('loaded while they were one and undone after the parting, it is theirs too', async () => {
  const { version } = await loadFileOf(t, file({ PatientAddress_Line1: '10 Fen Road' }))
  await does(unmergePeople, { from, note: 'Two people' })
  await takeBack(version)
  expect(await owner()).toBe(from)
  await isSame()
})
