// Three hundred good, nearly good and hostile requests over HTTP: no fault, no hang, always a word.
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/index.ts'
import { makeTokenNow } from '../../src/api/index.ts'
import { offeredTo } from '../../src/api/offered.ts'
import { capabilities } from '../../src/app.ts'
import { fuzzApi } from '../../src/bench/api-fuzz.ts'
import { chanceFrom } from '../../src/bench/chance.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { council } from '../../src/testing/make-node.ts'
import { makeTestApp } from '../../src/testing/request.ts'
import { makeWorld, otherCouncil, type World } from './world.ts'

const seed = 20_260_406

let world: World
let server: ReturnType<typeof serve>
let url: string
beforeAll(async () => {
  world = await makeWorld()
  url = await new Promise(resolve => {
    const options = { fetch: makeTestApp(world.t).fetch, hostname: '127.0.0.1', port: 0 }
    server = serve(options, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
})
afterAll(async () => {
  server.close()
  await world.t.close()
})

async function tokenIn(its: string): Promise<string> {
  const permissions = offeredTo(capabilities, 'hub-manager')
  const asked = { command: newId(), name: 'Fuzz', place: null, purpose: 'testing', days: 1 }
  const made = await makeTokenNow(world.t.node, systemActor(its), {
    ...asked,
    role: 'hub-manager',
    permissions,
  })
  if (!made || isRefusal(made)) throw new Error('no token')
  return made.token
}

test(`no fault, no hang, always a code and a sentence; seed ${seed}`, async () => {
  const ids = Object.values(world.things).flatMap(one => Object.values(one))
  const document = await (await fetch(`${url}/api/openapi.json`)).json()
  const found = await fuzzApi({
    url,
    document,
    tokens: [await tokenIn(council)],
    foreign: await tokenIn(otherCouncil),
    ids: [...ids, ...world.people.map(({ id }) => id)],
    count: 300,
    chance: chanceFrom(seed),
  })
  const { faults, hangs, speechless, goodRefused } = found
  expect({ faults, hangs, speechless, goodRefused }).toEqual({
    ...{ faults: [], hangs: [], speechless: [], goodRefused: [] },
  })
  expect(makeTestApp(world.t).faults).toEqual([])
  const sum = [...found.statuses.values()].reduce((all, one) => all + one, 0)
  expect(sum).toBe(300)
  expect(found.statuses.get(200)).toBeGreaterThan(20)
  for (const status of [401, 404, 415, 422]) expect(found.statuses.has(status)).toBe(true)
})
