// Who stays in the queue when two records are joined, and what may an attempt say about a number?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { mergePeople } from '../../people/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  personId,
  phoneId,
} from '../../testing/small-district.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { findCall } from './find-call.ts'
import { takeNext } from './holds.ts'

let t: TestNode
let caller: Actor
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }, { given: 'Johanna' }, { given: 'Ivy', phone: null }])
  await openTestCampaign(t, [{ given: 'Joan' }, { given: 'Ivy', phone: null }])
  caller = await t.actorWith('call-handler')
  const input = { from: personId('Joan'), into: personId('Johanna') }
  await act(t.node, t.system, mergePeople, { id: newId(), input })
})
afterAll(() => t.close())

const who = { council, actor: newId() }
function scope() {
  const asked = { permission: 'reach.record', now: t.clock.now() }
  return scopeOf(t.node.registry.permissions, caller, asked)
}
function record(given: string, more: object) {
  const input = {
    attempt: newId(),
    member: memberOf(given),
    channel: 'call',
    contactPoint: null,
    outcome: 'wrong_number',
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: null,
    ...more,
  }
  return act(t.node, caller, recordAttempt, { id: newId(), input })
}

test('a member whose record was joined into one that is no member is still rung', async () => {
  const taking = { now: t.clock.now(), user: caller.id }
  const next = await t.node.store.transaction(who, tx => takeNext(tx, scope(), taking))
  expect(next?.member).toBe(memberOf('Joan'))
  const call = await t.node.store.transaction(who, tx => findCall(tx, scope(), memberOf('Joan')))
  expect(call?.phones.map(phone => phone.id).sort()).toEqual(
    [phoneId('Joan'), phoneId('Johanna')].sort(),
  )
})

test('a number of either record may be rung; one of somebody else is refused', async () => {
  expect(await record('Ivy', { contactPoint: phoneId('Joan') })).toEqual({ refused: 'not-found' })
  const theirs = await record('Joan', { contactPoint: phoneId('Johanna') })
  expect(theirs).toMatchObject({ outcome: 'accepted' })
})

test('the same attempt under another command is refused, not a fault', async () => {
  const attempt = newId()
  expect(await record('Ivy', { attempt })).toMatchObject({ outcome: 'accepted' })
  expect(await record('Ivy', { attempt })).toEqual({ refused: 'already-done' })
})

test('text with a NUL character is refused as invalid', async () => {
  expect(await record('Ivy', { note: 'a\0b' })).toEqual({ refused: 'invalid' })
})
