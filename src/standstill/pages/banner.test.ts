// Does every page tell everybody whom a stop touches, and nobody else, until it is lifted?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, RoleName } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { nameOwner } from '../../places/index.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../../testing/request.ts'
import {
  addSmallDistrict,
  otherVillage,
  street,
  village,
  zone,
} from '../../testing/small-district.ts'
import { menuOf } from '../../web/menu.ts'
import { liftStop, stopAll } from '../index.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

const by = (actor: Actor, command: { name: string }, input: object) =>
  act(t.node, actor, command, { id: newId(), input })

async function stop(within: Id | null): Promise<() => Promise<unknown>> {
  const standstill = newId()
  const officer = await t.actorWith('officer')
  await by(officer, stopAll, { standstill, within, reason: 'Ice on every road' })
  return () => by(officer, liftStop, { standstill, reason: 'Gritted' })
}

const bar = /<aside class="ds-stopbar".*?<\/aside>/s
const told = (html: string) =>
  (bar.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('every page says it to everybody who works there: who, where, when', async () => {
  const roles: readonly RoleName[] = [
    ...(['hub-manager', 'officer', 'call-handler'] as const),
    ...(['village-coordinator', 'village-group', 'councillor'] as const),
  ]
  const lift = await stop(zone)
  let pages = 0
  for (const role of roles) {
    const browser = await signedIn(t, await t.actorWith(role, village))
    const items = menuOf(role).flatMap(item => [item, ...(item.also ?? [])])
    for (const { href } of items) {
      const answer = await browser.get(href)
      if (answer.status !== 200) continue
      const said = told(await answer.text())
      expect([role, href, said]).toEqual([role, href, expect.stringContaining('All is stopped in')])
      expect(said).toMatch(/Stopped by Test officer .*Do not ring, visit or set out/)
      pages++
    }
    expect(told(await (await browser.get('/help')).text())).not.toBe('')
    expect(told(await (await browser.get('/nowhere')).text())).not.toBe('')
  }
  expect(pages).toBeGreaterThan(40)
  await lift()
})

test('whoever works elsewhere is told nothing; lifted, nobody is', async () => {
  const there = await signedIn(t, await t.actorWith('call-handler', otherVillage))
  const here = await signedIn(t, await t.actorWith('call-handler', village))
  const lift = await stop(village)
  expect(told(await (await there.get('/call-backs')).text())).toBe('')
  expect(told(await (await here.get('/call-backs')).text())).toContain(
    'All is stopped in Cottenham',
  )
  await lift()
  expect(told(await (await here.get('/call-backs')).text())).toBe('')
})

test('a stop of the whole council is told to all, in Welsh, and asks for an answer', async () => {
  const lead = await t.actorWith('village-coordinator', otherVillage)
  await by(t.system, nameOwner, { place: street, owner: lead.id, instead: null })
  const lift = await stop(null)
  const { cookie } = await signedIn(t, lead)
  const headers = { cookie: `${cookie}; doorstep-language=cy` }
  const answer = await makeTestApp(t).request(`${testOrigin}/call-backs`, { headers })
  const said = told(await answer.text())
  expect(said).toContain('Mae popeth wedi stopio yn y cyngor cyfan')
  expect(said).toContain('Dywedwch eich bod yn gwybod')
  await lift()
})

test('several are all counted, and three stand on the page', async () => {
  const lifts = [await stop(null), await stop(village), await stop(zone), await stop(street)]
  const browser = await signedIn(t, await t.actorWith('officer'))
  const said = told(await (await browser.get('/people/find')).text())
  expect(said.match(/All is stopped in/g)).toHaveLength(4)
  expect(said).toContain('All is stopped in 1 more place')
  for (const lift of lifts) await lift()
})

test('an open page is told within a beat, once, and again when it is lifted', async () => {
  const { cookie } = await signedIn(t, await t.actorWith('call-handler', village))
  const leave = new AbortController()
  const answer = await makeTestApp(t).request(`${testOrigin}/live?shown=`, {
    headers: { cookie },
    signal: leave.signal,
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const hear = async () => ((await reader?.read())?.value ?? '').trim()
  expect(await hear()).toBe(': still here')
  const lift = await stop(village)
  const said = await hear()
  expect(said).toMatch(/^event: banners\ndata: \{"shown":"[0-9a-f-]{36}","html":"<aside/)
  expect(said).toContain('All is stopped in Cottenham')
  expect(await hear()).toBe(': still here')
  await lift()
  expect(await hear()).toBe('event: banners\ndata: {"shown":"","html":""}')
  await reader?.cancel()
})
