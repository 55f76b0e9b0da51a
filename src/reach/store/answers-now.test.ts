// When whoever answers for a campaign leaves, is somebody else its owner at that very moment?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, disableUser, suspendUser } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
  personId,
} from '../../testing/small-district.ts'
import { handOverCampaign } from '../index.ts'
import { nobodyIsForgotten } from './checks.ts'

let t: TestNode
let named: string
let second: Actor
let third: Actor
let caller: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  const { node } = t
  named = await node.store.transaction({ council, actor: t.system.id }, async tx => {
    const found = await tx.selectFrom('campaigns').select('answerable').executeTakeFirstOrThrow()
    return found.answerable
  })
  t.clock.turnTo(t.clock.now() + hourMs)
  second = await t.actorWith('hub-manager')
  third = await t.actorWith('officer')
  caller = await t.actorWith('call-handler')
})
afterAll(() => t.close())

const say = (command: { name: string }, input: object) =>
  act(t.node, t.system, command, { id: newId(), input })
const shutOut = (user: string) => say(disableUser, { user })

function forgotten(): Promise<{ wrong: readonly string[] }> {
  const who = { council, actor: t.system.id }
  const now = new Date(t.clock.now())
  return t.node.store.transaction(who, tx => nobodyIsForgotten.run(tx, council, now))
}

async function read(path: string): Promise<string> {
  return (await (await signedIn(t, third)).get(path)).text()
}

test('an owner who leaves is followed at once by who runs campaigns the longest', async () => {
  expect(await read(`/campaigns/${campaign}/run`)).not.toContain('can no longer answer')
  await shutOut(named)
  expect((await forgotten()).wrong).toEqual([])
  expect(await read(`/people/${personId('Joan')}`)).toContain(
    'Test hub-manager answers for this campaign.',
  )
  const page = await read(`/campaigns/${campaign}/run`)
  expect(page).toContain(
    'Test hub-manager can no longer answer for this campaign. Until somebody is named, ' +
      'Test hub-manager does.',
  )
})

test('somebody who rests answers for nothing meanwhile', async () => {
  const suspension = { suspension: newId(), user: second.id, why: 'other', reason: 'Ill' }
  const until = t.clock.now() + hourMs
  const done = await say(suspendUser, { ...suspension, from: null, until })
  expect(done).toMatchObject({ outcome: 'accepted' })
  expect(await read(`/people/${personId('Joan')}`)).toContain(
    'Test officer answers for this campaign.',
  )
  t.clock.turnTo(until + hourMs)
  expect(await read(`/people/${personId('Joan')}`)).toContain('Test hub-manager answers')
})

test('it is handed over on its page, to nobody who may not answer, and once', async () => {
  const form = { instead: third.id }
  const manager = await signedIn(t, second)
  const sent = await manager.post(`/campaigns/${campaign}/answerable`, form)
  expect(sent.status).toBe(303)
  const page = await read(`/campaigns/${campaign}/run`)
  expect(page).toContain('<b>Test officer</b>')
  expect(page).not.toContain('can no longer answer')
  const again = { campaign, answerable: third.id }
  expect(await say(handOverCampaign, again)).toMatchObject({ refused: 'already-done' })
  const wrong = { campaign, answerable: caller.id }
  expect(await say(handOverCampaign, wrong)).toMatchObject({ refused: 'invalid' })
  const strange = { campaign: newId(), answerable: third.id }
  expect(await say(handOverCampaign, strange)).toMatchObject({ refused: 'not-found' })
})

test('where nobody runs campaigns any more, the check says so', async () => {
  await shutOut(third.id)
  expect((await forgotten()).wrong).toEqual([])
  await shutOut(second.id)
  expect((await forgotten()).wrong).toEqual(['1 waiting members have nobody answerable'])
  const who = { council, actor: t.system.id }
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
})
