// Where no phone works, people are left to the door, the radio or the hub, and pages say so.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { shareCalls, takeNext } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  otherStreet,
  otherVillage,
  personId,
} from '../../testing/small-district.ts'
import { sayWorks } from '../index.ts'

let t: TestNode
let caller: Actor
let manager: SignedIn
const people = [{ given: 'Ann' }, { given: 'Bea', place: otherStreet }]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  caller = await t.actorWith('call-handler')
  manager = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

async function say(said: Record<string, 'works' | 'out'>) {
  t.clock.turnTo(t.clock.now() + minuteMs)
  const all = Object.entries(said).map(([service, state]) => ({ service, state }))
  const input = { place: otherVillage, said: all, until: null }
  const done = await act(t.node, t.system, sayWorks, { id: newId(), input })
  if (isRefusal(done)) throw new Error(done.refused)
}

/** All whom the queue hands out, one after the other. */
async function rung() {
  const now = t.clock.now()
  const scope = scopeOf(t.node.registry.permissions, caller, { permission: 'reach.record', now })
  const who = { council, actor: caller.id }
  return t.node.store.transaction(who, async tx => {
    await sql`delete from holds`.execute(tx)
    await sql`delete from call_shares`.execute(tx)
    const all: string[] = []
    for (;;) {
      const next = await takeNext(tx, scope, { now, user: newId() })
      if (!next) return all.sort()
      all.push(next.member)
    }
  })
}

const both = [memberOf('Ann'), memberOf('Bea')].sort()

async function listed(next: string) {
  const page = await manager.get(`/campaigns/${campaign}/members?state=untried&next=${next}`)
  expect(page.status).toBe(200)
  const html = await page.text()
  return people.map(({ given }) => given).filter(given => html.includes(`${given} Pratt`))
}

const pageOf = async (given: string) => (await manager.get(`/people/${personId(given)}`)).text()

describe('where both kinds of phone are out', () => {
  test('the queue hands out whoever lives elsewhere, and theirs is the door', async () => {
    expect(await rung()).toEqual(both)
    expect(await listed('ring')).toEqual(['Ann', 'Bea'])
    await say({ landline: 'out', mobile: 'out' })
    expect(await rung()).toEqual([memberOf('Ann')])
    expect(await listed('ring')).toEqual(['Ann'])
    expect(await listed('door')).toEqual(['Bea'])
    expect(await pageOf('Bea')).toContain('Next: visit')
    expect(await pageOf('Ann')).toContain('Next: ring')
  })

  test('no call there is shared out or printed, and a street round has them', async () => {
    const hours = { from: t.clock.now(), to: t.clock.now() + 60 * minuteMs }
    const callers = [{ user: caller.id, room: 9, languages: [], ...hours }]
    const input = { share: newId(), upTo: 'all' as const, callers }
    const done = await act(t.node, t.system, shareCalls, { id: newId(), input })
    if (isRefusal(done)) throw new Error(done.refused)
    expect(done.answer).toMatchObject({ given: 1, left: 0 })
    const asked = { campaign, place: otherVillage, forWhom: 'Ed', reason: 'Lines', days: '0' }
    const print = (kind: string) =>
      manager.post('/sheets/print', { ...asked, kind, ring: '01632 960142' })
    expect((await print('call')).status).toBe(422)
    expect((await print('round')).status).toBe(303)
  })

  test('and no road leads there, it is radio or the hub', async () => {
    await say({ road: 'out' })
    expect(await rung()).toEqual([memberOf('Ann')])
    expect(await listed('radio')).toEqual(['Bea'])
    expect(await pageOf('Bea')).toContain('Next: by radio or at the hub')
  })

  test('the pages of the campaign and of a caller without calls say so', async () => {
    for (const path of [`/campaigns/${campaign}/run`, `/campaigns/${campaign}/coverage`]) {
      const html = await (await manager.get(path)).text()
      expect(html).toContain('What does not work now')
      expect(html).toMatch(/data-out="landline mobile road"/)
      expect(html).toContain('by radio or through the hub')
    }
    const elsewhere = await t.actorWith('village-coordinator', otherVillage)
    const nobody = await (await signedIn(t, elsewhere)).get('/call')
    expect(await nobody.text()).toContain('Sawston</a> out: landlines, mobiles, roads.')
  })

  test('when one phone works again they are rung, and their page says what does not', async () => {
    await say({ landline: 'works' })
    expect(await rung()).toEqual(both)
    expect(await listed('ring')).toEqual(['Ann', 'Bea'])
    const coordinator = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
    await t.node.store.transaction({ council, actor: caller.id }, tx =>
      sql`delete from holds`.execute(tx),
    )
    const page = await (await coordinator.get(`/call/${memberOf('Bea')}`)).text()
    expect(page).toContain('Mobile does not work in Sawston')
    expect(page).not.toContain('Landline does not work')
  })
})
