// Who may make the council? Whoever holds the printed link, once, while there is none.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { makeNode } from '../../app.ts'
import { listCouncils } from '../../events/index.ts'
import { turnableClock } from '../../kernel/clock.ts'
import type { Node } from '../../node.ts'
import { openStore } from '../../store/open.ts'
import { databaseUrl, templateOf } from '../../testing/database.ts'
import { testStart } from '../../testing/make-node.ts'
import { testOrigin } from '../../testing/request.ts'
import { makeApp } from '../../web/app.ts'
import { makeSetUpToken } from '../set-up.ts'

const template = inject('adminUrl')
const server = databaseUrl(template, 'postgres')
const database = `test_${randomUUID().replaceAll('-', '')}`
let node: Node
let path: string

beforeAll(async () => {
  await ask(server, `create database ${database} template ${templateOf(template)}`)
  const store = openStore({
    appUrl: databaseUrl(template, database, 'doorstep_app'),
    adminUrl: databaseUrl(template, database),
  })
  node = makeNode(store, turnableClock(testStart))
  path = `/set-up/${await makeSetUpToken(node)}`
})
afterAll(async () => {
  await node.store.close()
  await ask(server, `drop database ${database} with (force)`)
})

const send = (to: string, fields?: Record<string, string>) =>
  makeApp(node, error => {
    throw error
  }).request(testOrigin + to, {
    method: fields ? 'POST' : 'GET',
    headers: { host: new URL(testOrigin).host, origin: testOrigin },
    ...(fields ? { body: new URLSearchParams(fields) } : {}),
  })
const answers = { council: 'South Vale Council', gss: 'E07000012', name: 'Priya Nair' }

test('a wrong token does not exist, for looking and for sending', async () => {
  const wrong = `/set-up/${'x'.repeat(43)}`
  expect((await send(wrong)).status).toBe(404)
  expect((await send(wrong, answers)).status).toBe(404)
  expect(await listCouncils(node)).toEqual([])
})

test('answers that are wrong are shown again, each with a link to its field', async () => {
  const answer = await send(path, { ...answers, gss: 'e7', name: '' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#gss"')
  expect(page).toContain('href="#name"')
  expect(page).toContain('value="e7"')
  expect(page).toContain('South Vale Council')
  expect(await listCouncils(node)).toEqual([])
})

test('the link makes the council, signs its first administrator in, and is gone', async () => {
  expect((await send(path)).status).toBe(200)
  const made = await send(path, answers)
  expect(made.status).toBe(303)
  const cookie = made.headers.get('set-cookie') ?? ''
  const home = await makeApp(node, () => {}).request(`${testOrigin}/users`, { headers: { cookie } })
  expect(home.status).toBe(200)
  expect(await home.text()).toContain('Priya Nair')
  expect((await send(path)).status).toBe(404)
  expect((await send(path, { ...answers, council: 'Other' })).status).toBe(404)
  expect(await listCouncils(node)).toHaveLength(1)
  expect(await makeSetUpToken(node)).toBeUndefined()
})
