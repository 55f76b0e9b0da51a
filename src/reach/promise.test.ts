// Is "ring me on Friday at three" still in the queue, whatever happens to the record and campaign?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../access/index.ts'
import { act, compareRebuild } from '../events/index.ts'
import { dayMs } from '../kernel/clock.ts'
import { idFrom, newId } from '../kernel/ids.ts'
import { mergePeople, unmergePeople } from '../people/index.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn } from '../testing/request.ts'
import { restoreFromBackup } from '../testing/restored-node.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  personId,
} from '../testing/small-district.ts'
import { memberId, openCampaign, recordAttempt, startRound } from './index.ts'
import { callBacks } from './store/call-backs.ts'
import { takeNext } from './store/holds.ts'

let t: TestNode
let caller: Actor
let manager: Actor
let friday: number
const people = [{ given: 'Joan' }, { given: 'Ivy' }]
const who = { council, actor: newId() }

beforeEach(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  caller = await t.actorWith('call-handler')
  manager = await t.actorWith('hub-manager')
  friday = t.clock.now() + 2 * dayMs
})
afterEach(async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
  await t.close()
})

async function done(command: Parameters<typeof act>[2], input: unknown): Promise<void> {
  const answer = await act(t.node, t.system, command, { id: newId(), input })
  expect(answer).toMatchObject({ outcome: 'accepted' })
}
async function promise(member: string): Promise<void> {
  const told = { channel: 'call', contactPoint: null, outcome: 'call_back_later', needs: [] }
  const rest = { note: '', happenedAt: t.clock.now(), scriptVersion: null }
  const input = { attempt: newId(), member, promisedAt: friday, ...told, ...rest }
  const answer = await act(t.node, caller, recordAttempt, { id: newId(), input })
  expect(answer).toMatchObject({ outcome: 'accepted' })
}
/** It is listed with its hour, and when that comes, it is who the next free caller is given. */
async function expectPromised(member: string): Promise<void> {
  const scope = scopeOf(t.node.registry.permissions, caller, {
    permission: 'reach.record',
    now: friday,
  })
  const asked = { within: null, now: t.clock.now(), user: caller.id, known: scope }
  const listed = await t.node.store.transaction(who, tx => callBacks(tx, scope, asked))
  expect(listed.map(one => [one.member, one.at.getTime()])).toEqual([[member, friday]])
  t.clock.turnTo(friday)
  const taking = { now: friday, user: caller.id }
  const next = await t.node.store.transaction(who, tx => takeNext(tx, scope, taking))
  expect(next?.member).toBe(member)
}
async function promisedToJoan(): Promise<void> {
  await addPeople(t, people)
  await openTestCampaign(t, people)
  await promise(memberOf('Joan'))
}

test('the record is joined into another', async () => {
  await promisedToJoan()
  await addPeople(t, [{ given: 'Johanna' }])
  await done(mergePeople, { from: personId('Joan'), into: personId('Johanna') })
  await expectPromised(memberOf('Joan'))
})

test('the record is joined into another and parted again', async () => {
  await promisedToJoan()
  await done(mergePeople, { from: personId('Joan'), into: personId('Ivy') })
  await done(unmergePeople, { from: personId('Joan'), keepApart: false })
  await expectPromised(memberOf('Joan'))
})

test('a new round begins', async () => {
  await promisedToJoan()
  const round = idFrom('test', 'second round')
  await done(startRound, { campaign, round, number: 2 })
  await expectPromised(memberId(round, personId('Joan')))
})

test('the campaign is repeated beside it', async () => {
  await promisedToJoan()
  const rule = { lists: [], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Again', purpose: 'Ring everybody', memberKind: 'person', rule }
  const ids = { campaign: newId(), round: newId(), answerable: manager.id }
  await done(openCampaign, { ...ids, ...words, pack: 'pandemic' })
  await expectPromised(memberOf('Joan'))
})

test('the load that brought them is undone', async () => {
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Ring everybody', memberKind: 'person', rule }
  const ids = { campaign: newId(), round: newId(), answerable: manager.id }
  await done(openCampaign, { ...ids, ...words, pack: 'pandemic' })
  const { version } = await loadFileOf(t, listFile([someone(1), someone(2)]))
  const [first] = await rowsOf<{ id: string }>(t, 'members')
  await promise(first?.id ?? '')
  for (const by of [manager, await t.actorWith('hub-manager')]) {
    const signed = await signedIn(t, by)
    const answer = await signed.post(`/lists/versions/${version}/undo`, { reason: 'Not ours' })
    expect(answer.status).toBe(303)
  }
  await expectPromised(first?.id ?? '')
})

test('nothing is left but a backup, and that is restored elsewhere', async () => {
  await promisedToJoan()
  t = await restoreFromBackup(t)
  await expectPromised(memberOf('Joan'))
})
