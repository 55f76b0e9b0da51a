// Does a comparison with the rebuild leave the live tables alone, also those it does not compare?
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { recordAttempt } from '../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  personId,
} from '../testing/small-district.ts'
import { act, compareRebuild } from './index.ts'

const people = [{ given: 'Joan' }]
const who = { council, actor: newId() }

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
})
afterAll(() => t.close())

test('who is held by a caller now stays held, though an earlier attempt let go', async () => {
  const caller = await t.actorWith('call-handler')
  const attempt = {
    attempt: newId(),
    member: memberOf('Joan'),
    channel: 'call',
    contactPoint: null,
    outcome: 'no_answer',
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: t.clock.now(),
    scriptVersion: null,
  } as const
  const done = await act(t.node, caller, recordAttempt, { id: newId(), input: attempt })
  expect(done).toMatchObject({ outcome: 'accepted' })
  await holdJoan()
  const { differences } = await compareRebuild(t.node.store, t.node.registry, who)
  expect(differences).toEqual([])
  expect(await heldMembers()).toEqual([memberOf('Joan')])
})

const holdJoan = () =>
  t.node.store.transaction(who, tx =>
    sql`insert into holds (council, person, member, user_id, until) values (${council},
      ${personId('Joan')}, ${memberOf('Joan')}, ${newId()}, ${new Date()})`.execute(tx),
  )

async function heldMembers(): Promise<string[]> {
  const found = await t.node.store.transaction(who, tx =>
    sql<{ member: string }>`select member from holds`.execute(tx),
  )
  return found.rows.map(row => row.member)
}
