// Is every figure on the coverage page true, and does each open the list that it counts?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { recountFromLog } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { campaign, otherVillage, round, village } from '../../testing/small-district.ts'
import { asOfText } from '../domain/as-of.ts'
import { figures, listedTotal, pageOf } from './test-figures.ts'
import { hostile, playRound } from './test-round.ts'

const path = `/campaigns/${campaign}/coverage`
let t: TestNode
let manager: SignedIn
let coordinator: SignedIn

beforeAll(async () => {
  t = await makeTestNode()
  await playRound(t)
  manager = await signedIn(t, await t.actorWith('hub-manager'))
  coordinator = await signedIn(t, await t.actorWith('village-coordinator', village))
})
afterAll(() => t.close())

async function expectEveryDoorTrue(as: SignedIn, address: string, least: number) {
  const found = figures(await pageOf(as, address))
  expect(found.length).toBeGreaterThan(least)
  for (const { href, n } of found) {
    expect({ href, n: await listedTotal(as, href) }).toEqual({ href, n })
  }
}

describe('the coverage page', () => {
  test('shows the figures that the raw log gives, and says so', async () => {
    const html = await pageOf(manager, path)
    const at = new Date(t.clock.now())
    const log = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
      recountFromLog(tx, council, { round, at }),
    )
    expect(log).toMatchObject({ listed: 11, reached: 2, tried: 1, untried: 5, excused: 3 })
    expect(html).toContain('>2</a> of <a')
    expect(html).toContain('Recounted from the log at')
    expect(html).not.toContain('disagree')
  })

  test('opens, behind every figure, a list of just as many', async () => {
    await expectEveryDoorTrue(manager, path, 30)
  })

  test('does the same at a past moment, and for whoever sees one village only', async () => {
    const past = asOfText(t.clock.now() - 4 * 86_400_000)
    await expectEveryDoorTrue(manager, `${path}?at=${past}`, 30)
    await expectEveryDoorTrue(coordinator, path, 15)
    const html = await pageOf(coordinator, path)
    expect(html).toContain('for the places you may see: no difference')
    expect(html).not.toContain('Sawston')
  })

  test('keeps people without a place in the sums', async () => {
    expect(await pageOf(manager, path)).toContain('Place not known')
  })

  test('agrees with the log at every hour of the round', async () => {
    for (let hours = 0; hours <= 150; hours += 10) {
      const html = await pageOf(
        manager,
        `${path}?at=${asOfText(t.clock.now() - hours * 3_600_000)}`,
      )
      expect(html).not.toContain('disagree')
    }
  })

  test('shows names as text, never as markup', async () => {
    const html = await pageOf(manager, `/campaigns/${campaign}/members`)
    expect(html).not.toContain('<b onload')
    expect(html).toContain('&lt;b onload=&quot;alert(1)&quot;&gt;')
    expect(hostile).toContain('<b')
  })
})

describe('a moment that cannot be read', () => {
  test('gives the page again with the words kept and a link to the box', async () => {
    const response = await manager.get(`${path}?date=31/02/2026&time=10:00`)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('href="#as-date"')
    expect(html).toContain('value="31/02/2026"')
  })

  test('is shown under an address that can be sent, once it can be read', async () => {
    const response = await manager.get(`${path}?date=07/04/2026&time=10:00`)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${path}?at=2026-04-07T10%3A00`)
  })
})

describe('who may look', () => {
  test.each(['call-handler', 'data-protection-officer', 'system-administrator'] as const)(
    'is nothing for a %s',
    async role => {
      const other = await signedIn(t, await t.actorWith(role))
      const paths = [path, `/campaigns/${campaign}/members`, '/campaigns', '/villages']
      for (const one of [...paths, `/villages/${village}`]) {
        expect((await other.get(one)).status).toBe(404)
      }
    },
  )

  test('is their own village only for a coordinator', async () => {
    expect((await coordinator.get(`/villages/${village}`)).status).toBe(200)
    expect((await coordinator.get(`/villages/${otherVillage}`)).status).toBe(404)
    const list = `/campaigns/${campaign}/members?place=`
    expect((await coordinator.get(list + otherVillage)).status).toBe(404)
    expect((await coordinator.get(list + village)).status).toBe(200)
  })

  test('is recorded, with whose names were shown', async () => {
    const actor: Actor = await t.actorWith('officer')
    await pageOf(await signedIn(t, actor), `/campaigns/${campaign}/members?state=tried`)
    const reads = await t.node.store.transaction({ council, actor: actor.id }, tx =>
      tx.selectFrom('reads').selectAll().where('actor', '=', actor.id).execute(),
    )
    expect(reads).toMatchObject([{ what: 'list', route: '/campaigns/members' }])
    expect(reads[0]?.subjects).toHaveLength(1)
  })

  test.each(['state=all', 'place=x', 'page=0', 'at=soon', 'round=9', 'wait=-1'])(
    'is nothing for a list that asks %s',
    async query => {
      expect((await manager.get(`/campaigns/${campaign}/members?${query}`)).status).toBe(404)
    },
  )
})
