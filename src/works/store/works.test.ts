// What works in a place: the latest word, for as long as it is believed; the queue and ladder heed.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '../../access/index.ts'
import { act, compareRebuild } from '../../events/index.ts'
import { hourMs, minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { recordAttempt, takeNext } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  district,
  memberOf,
  openTestCampaign,
  otherStreet,
  otherVillage,
  street,
  village,
} from '../../testing/small-district.ts'
import { sayWorks, worksAt } from '../index.ts'

let t: TestNode
const who = { council, actor: newId() }
const people = [{ given: 'Ann' }, { given: 'Bea', place: otherStreet }]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
})
afterAll(() => t.close())

type State = 'works' | 'out' | 'not-known'
async function say(place: string, said: Record<string, State>, hours: number | null = null) {
  t.clock.turnTo(t.clock.now() + minuteMs)
  const until = hours === null ? null : t.clock.now() + hours * hourMs
  const all = Object.entries(said).map(([service, state]) => ({ service, state }))
  return act(t.node, t.system, sayWorks, { id: newId(), input: { place, said: all, until } })
}
const statesAt = (place: string) =>
  t.node.store.transaction(who, async tx => {
    const said = await worksAt(tx, council, { place, now: t.clock.now() })
    return Object.fromEntries(said.map(one => [one.service, one.state]))
  })
const next = () =>
  t.node.store.transaction(who, async tx => {
    const now = t.clock.now()
    const scope = scopeOf(t.node.registry.permissions, t.system, {
      permission: 'reach.record',
      now,
    })
    await sql`delete from holds`.execute(tx)
    return (await takeNext(tx, scope, { now, user: who.actor }))?.member
  })

test('the latest word counts, for a place or one above, while it is believed', async () => {
  await say(district, { power: 'out' })
  await say(village, { power: 'works' })
  expect(await statesAt(street)).toEqual({ power: 'works' })
  expect(await statesAt(otherStreet)).toEqual({ power: 'out' })
  await say(district, { power: 'out' }, 2)
  expect(await statesAt(street)).toEqual({ power: 'out' })
  t.clock.turnTo(t.clock.now() + 3 * hourMs)
  expect(await statesAt(street)).toEqual({ power: 'works' })
})

test('nobody is rung where their kind of phone is out, and again when it works', async () => {
  await say(village, { landline: 'out' })
  expect(await next()).toBe(memberOf('Bea'))
  await say(otherVillage, { landline: 'out' })
  expect(await next()).toBeUndefined()
  await say(village, { landline: 'works' })
  expect(await next()).toBe(memberOf('Ann'))
})

test('where phones are out the ladder says the door, without a road the radio', async () => {
  const stepAfter = async () => {
    const input = {
      ...{ attempt: newId(), member: memberOf('Bea'), channel: 'call', contactPoint: null },
      ...{ outcome: 'no_answer', needs: [], note: '', promisedAt: null, scriptVersion: null },
      happenedAt: t.clock.now(),
    }
    const done = await act(t.node, t.system, recordAttempt, { id: newId(), input })
    if (isRefusal(done)) throw new Error(done.refused)
    const found = await t.node.store.transaction(who, tx =>
      sql<{ step: string }>`select next_step as step from members
        where id = ${memberOf('Bea')}`.execute(tx),
    )
    return found.rows[0]?.step
  }
  await say(otherVillage, { landline: 'out', mobile: 'out' })
  expect(await stepAfter()).toBe('door')
  await say(otherVillage, { road: 'out' })
  expect(await stepAfter()).toBe('radio')
})

test('the page shows it and refuses hours that nobody can know', async () => {
  const browser = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
  const page = await browser.get(`/villages/${otherVillage}/works`)
  expect(await page.text()).toContain('Phones are out here')
  expect((await browser.get(`/villages/${village}/works`)).status).toBe(404)
  const wrong = { road: 'works', hours: '999' }
  const refused = await browser.post(`/villages/${otherVillage}/works`, wrong)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/<option value="works" selected/)
  const right = { road: 'works', hours: '6' }
  expect((await browser.post(`/villages/${otherVillage}/works`, right)).status).toBe(303)
  expect((await statesAt(otherStreet)).road).toBe('works')
  expect((await compareRebuild(t.node.store, t.node.registry, who)).differences).toEqual([])
})
