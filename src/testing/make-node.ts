// A Doorstep for one test: a fresh database, a clock to turn, a council, people to act as.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Actor, addUser, grantsOf, type RoleName, systemActor } from '../access/index.ts'
import { makeNode } from '../app.ts'
import { act, foundCouncil } from '../events/index.ts'
import { turnableClock } from '../kernel/clock.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { openStore } from '../store/open.ts'
import { acceptTestAgreement } from './accept-agreement.ts'
import { databaseUrl, templateOf } from './database.ts'

export const council = 'south-vale'

export type TestNode = {
  readonly node: Node
  readonly clock: ReturnType<typeof turnableClock>
  readonly system: Actor
  /** The address of this test's own database, as its owner: to tamper with it. */
  readonly adminUrl: string
  /** Adds a person with one role and gives them to act as. */
  actorWith(role: RoleName, place?: Id | null): Promise<Actor>
  close(): Promise<void>
}

export const testStart = Date.UTC(2026, 3, 6, 9, 40)

export async function makeTestNode(): Promise<TestNode> {
  const template = inject('adminUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = databaseUrl(template, 'postgres')
  await query(server, `create database ${name} template ${templateOf(template)}`)
  const adminUrl = databaseUrl(template, name)
  const store = openStore({ appUrl: databaseUrl(template, name, 'doorstep_app'), adminUrl })
  const clock = turnableClock(testStart)
  const node = makeNode(store, clock)
  await foundCouncil(node, {
    id: council,
    name: 'South Vale Council',
    gss: 'E07000012',
    practice: true,
  })
  return {
    node,
    clock,
    system: systemActor(council),
    adminUrl,
    actorWith: (role, place = null) => addActor(node, role, place),
    async close() {
      await store.close()
      await query(server, `drop database ${name} with (force)`)
    },
  }
}

/** Adds a person with one role and gives them to act as. */
export async function addActor(node: Node, role: RoleName, place: Id | null): Promise<Actor> {
  const user = newId()
  const grants = [{ role, place, purpose: 'testing', until: null }]
  const input = { user, name: `Test ${role}`, email: null, grants }
  const done = await act(node, systemActor(council), addUser, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`could not add a ${role}: ${done.refused}`)
  const find = () =>
    node.store.transaction({ council, actor: user }, async tx => ({
      council,
      id: user,
      name: input.name,
      grants: await grantsOf(tx, council, user),
      isSystem: false,
      session: null,
    }))
  if (role === 'village-group') await acceptTestAgreement(node, await find())
  return find()
}

/** One statement at an address, beside every store. */
export async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
