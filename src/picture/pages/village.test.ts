// Does a village's page say what is true of its streets, and does taking one change who has it?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { campaign, otherVillage, street, village } from '../../testing/small-district.ts'
import { figures, listedTotal, pageOf } from './test-figures.ts'
import { playRound } from './test-round.ts'

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

describe('the page of a village', () => {
  test('names the street that nobody has, with the button that takes it', async () => {
    const html = await pageOf(coordinator, `/villages/${village}`)
    expect(html).toContain('Nobody has taken')
    expect(html).toContain(`action="/places/${street}/take"`)
    expect(html).toContain('Street not known')
    expect(html).toContain('Recounted from the log')
    expect(html).not.toContain('disagree')
  })

  test('shows what is due with nobody to do it, and calls promised back', async () => {
    const html = await pageOf(coordinator, `/villages/${village}`)
    expect(html).toContain('1 promised step has nobody to do it.')
    expect(html).toContain('Collect medicine')
    expect(html).toContain('Ring back')
    expect(html).toContain('1 promise is due today.')
    expect(html).toContain('Ben Pratt')
  })

  test('leads whoever may to a question for the council and to the stop of all work', async () => {
    const question = `href="/escalations/new?place=${village}"`
    const stop = `href="/stops/new?within=${village}"`
    const forManager = await pageOf(manager, `/villages/${village}`)
    expect(forManager).toContain(question)
    expect(forManager).toContain(stop)
    const forCoordinator = await pageOf(coordinator, `/villages/${village}`)
    expect(forCoordinator).toContain(question)
    expect(forCoordinator).not.toContain(stop)
  })

  test('opens, behind every figure, a list of just as many', async () => {
    const pages = [`/villages/${village}`, `/villages/${otherVillage}`, '/villages', '/campaigns']
    for (const address of pages) {
      const found = figures(await pageOf(manager, address))
      expect(found.length).toBeGreaterThan(4)
      for (const { href, n } of found) {
        expect({ href, n: await listedTotal(manager, href) }).toEqual({ href, n })
      }
    }
  })

  test('keeps the moment and the campaign in its address', async () => {
    const query = `campaign=${campaign}&at=2026-04-06T11:00`
    const html = await pageOf(manager, `/villages/${village}?${query}`)
    expect(html).toContain('at=2026-04-06T11%3A00')
    expect(html).not.toContain('Take this street')
  })
})

describe('all villages', () => {
  test('are in one table for the whole council, what is owed first', async () => {
    const html = await pageOf(manager, '/villages')
    expect(html.indexOf('Cottenham')).toBeLessThan(html.indexOf('Sawston'))
    expect(html).toContain('Place not known')
  })

  test('are just the one village for whoever looks after one', async () => {
    const response = await coordinator.get('/villages')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/villages/${village}`)
  })
})

describe('taking a street', () => {
  test('is refused in a village that is not theirs', async () => {
    const other = await signedIn(t, await t.actorWith('village-coordinator', otherVillage))
    expect((await other.post(`/places/${street}/take`, { village })).status).toBe(404)
  })

  test('makes it theirs at once, and a slower second taker changes nothing', async () => {
    const took = await coordinator.post(`/places/${street}/take`, { village })
    expect(took.status).toBe(303)
    const html = await pageOf(coordinator, `/villages/${village}`)
    expect(html).toContain('Every street has somebody')
    expect(html).not.toContain('Take this street')
    expect((await manager.post(`/places/${street}/take`, { village })).status).toBe(409)
  })

  test('is nothing for a street that does not exist', async () => {
    expect((await manager.post('/places/mill-lane/take', { village })).status).toBe(404)
  })
})

test('a village where all is stopped says so on its page, and no other does', async () => {
  const stopped = await makeTestNode()
  try {
    await playRound(stopped)
    const officer = await signedIn(stopped, await stopped.actorWith('officer'))
    await officer.post('/stops/new', { place: village, reason: 'A gas main has broken' })
    const html = await pageOf(officer, `/villages/${village}`)
    expect(html).toContain('All is stopped in')
    expect(html).toContain('A gas main has broken')
    const other = await pageOf(officer, `/villages/${otherVillage}`)
    expect(other.slice(other.indexOf('<main'))).not.toContain('All is stopped in')
  } finally {
    await stopped.close()
  }
})

test('before any campaign the villages are shown, and nothing is counted', async () => {
  const empty = await makeTestNode()
  const officer = await signedIn(empty, await empty.actorWith('officer'))
  expect(await pageOf(officer, '/villages')).toContain('You look after no village yet')
  expect(await pageOf(officer, '/campaigns')).toContain('No campaign is running')
  expect((await officer.get(`/campaigns/${campaign}/coverage`)).status).toBe(404)
  await empty.close()
})

test('figures that are not those of the log say so, and only they', async () => {
  const wrong = await makeTestNode()
  try {
    await playRound(wrong)
    await ask(wrong.adminUrl, "update doorstep.members set state = 'reached' where state = 'tried'")
    const officer = await signedIn(wrong, await wrong.actorWith('officer'))
    for (const path of [`/villages/${village}`, `/campaigns/${campaign}/coverage`]) {
      expect(await pageOf(officer, path)).toContain('These figures disagree with the log.')
    }
    expect(await pageOf(officer, `/villages/${otherVillage}`)).toContain('no difference')
  } finally {
    await wrong.close()
  }
})
