// Is every person that another system is given words of on the record as looked at?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOutside, systemActor } from '../../src/access/index.ts'
import { apiRoot, makeTokenNow } from '../../src/api/index.ts'
import { offeredTo } from '../../src/api/offered.ts'
import { capabilities } from '../../src/app.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { council } from '../../src/testing/make-node.ts'
import { makeTestApp, testOrigin } from '../../src/testing/request.ts'
import { type ApiRow, apiMatrix } from './api-matrix.ts'
import { marksIn } from './canary.ts'
import { ask } from './database.ts'
import { makeWorld, type Visitor, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 240_000)
afterAll(() => world.t.close())

test('whom a token reads of is on the record, whatever its role and place', async () => {
  const silent: string[] = []
  let shown = 0
  for (const visitor of world.visitors.filter(mayHaveOne)) {
    const headers = { authorization: `Bearer ${await tokenFor(visitor)}` }
    for (const path of apiMatrix.flatMap(pathsOf)) {
      const last = await lastLook()
      const answer = await makeTestApp(world.t).request(testOrigin + apiRoot + path, { headers })
      const text = await answer.text()
      const named = world.people.filter(one => marksIn(text, one.marks).length > 0)
      const seen = named.length === 0 ? [] : await subjectsSince(last)
      shown += named.length
      const unseen = named.filter(one => !seen.includes(one.id))
      silent.push(...unseen.map(one => `${visitor.name}: ${path} (${one.level})`))
    }
  }
  expect(silent).toEqual([])
  expect(shown).toBeGreaterThan(50)
}, 240_000)

function mayHaveOne({ role, council: its }: Visitor): boolean {
  return role !== null && !isOutside(role) && its === council
}

async function tokenFor({ role, actor, council: its, name }: Visitor): Promise<string> {
  const permissions = offeredTo(capabilities, role ?? '')
  const place = actor?.grants[0]?.place ?? null
  const wish = { command: newId(), name, place, purpose: 'testing', days: 1, permissions }
  const system = systemActor(its)
  const made = await makeTokenNow(world.t.node, system, { ...wish, role: role ?? 'officer' })
  if (!made || isRefusal(made)) throw new Error(`No token for ${name}`)
  return made.token
}

/** Every address of a read, with all that its gaps may name. */
function pathsOf({ operation, gaps = {} }: ApiRow): string[] {
  const [method, path = ''] = operation.split(' ')
  if (method !== 'GET') return []
  return Object.entries(gaps).reduce(
    (paths, [gap, thing]) =>
      paths.flatMap(one => idsOf(thing).map(id => one.replace(`{${gap}}`, id))),
    [path],
  )
}

function idsOf(thing: string): readonly string[] {
  if (thing === 'person') return world.people.map(({ id }) => id)
  return Object.values(world.things[thing] ?? { none: newId() })
}

async function lastLook(): Promise<string> {
  const found = await ask<{ id: string | null }>(
    world.t.adminUrl,
    'select max(id::text) as id from doorstep.reads',
  )
  return found[0]?.id ?? ''
}

/** Ids of one process grow, so that what follows the last one is new. */
async function subjectsSince(last: string): Promise<readonly string[]> {
  const found = await ask<{ subject: string }>(
    world.t.adminUrl,
    `select unnest(subjects) as subject from doorstep.reads where id::text > '${last}'`,
  )
  return found.map(one => one.subject)
}
