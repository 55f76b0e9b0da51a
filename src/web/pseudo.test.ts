// Is there a word on any page of access, needs or the frame that no translator could reach?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { type Actor, access, type RoleName, recordRead, scopeOf } from '../access/index.ts'
import { makeSetUpToken } from '../access/set-up.ts'
import { makeNode } from '../app.ts'
import { act } from '../events/index.ts'
import { getPack } from '../hazards/index.ts'
import { newId } from '../kernel/ids.ts'
import { needs, planAction } from '../needs/index.ts'
import type { Node } from '../node.ts'
import { expectNoHardCodedText } from '../pages/strings/index.ts'
import { recordAttempt } from '../reach/index.ts'
import { openStore } from '../store/open.ts'
import { databaseOf, databaseUrl } from '../testing/database.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { signedIn, testOrigin } from '../testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  memberOf,
  openTestCampaign,
  personId,
} from '../testing/small-district.ts'
import { makeApp } from './app.ts'
import { web } from './pages/index.ts'

let t: TestNode
let bare: Node
const actors = new Map<RoleName, Actor>()
const paths = [...access.routes, ...web.routes, ...needs.routes]
  .filter(rule => rule.method === 'get' && rule.path !== '/language/:lang')
  .filter(rule => !/\.(csv|xlsx)$/.test(rule.path))
  .map(rule => rule.path)

/** Who opens each page, and what stands in its gaps. `/` shows nothing, it leads on. */
const openings: Readonly<
  Record<string, readonly [RoleName | null, () => string | Promise<string>]>
> = {
  '/': ['officer', () => '/'],
  '/set-up/:token': [null, async () => `/set-up/${await makeSetUpToken(bare)}`],
  '/users': ['system-administrator', () => '/users'],
  '/users/add': ['system-administrator', () => '/users/add'],
  '/users/:user': ['system-administrator', () => `/users/${actors.get('officer')?.id}`],
  '/help': [null, () => '/help'],
  '/accessibility': ['officer', () => '/accessibility'],
  '/privacy': [null, () => '/privacy'],
  '/people/:person/plan': ['officer', () => `/people/${personId('Joan')}/plan`],
  '/gaps': ['officer', () => '/gaps'],
}

/** What people or machines wrote, the same in every language. */
const typed = [
  'South Vale Council',
  'South Vale',
  'Cottenham',
  'Sawston',
  '/people/:id',
  'testing',
  'Joan Pratt',
  'Tablets',
  'Bring the tablets',
]

/** The labels of a hazard pack come with the pack, in the pack's language. */
const packWords = getPack('pandemic', 1).needKinds.map(kind => kind.label)

beforeAll(async () => {
  t = await makeTestNode()
  bare = await nodeWithoutCouncil()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  for (const role of ['officer', 'system-administrator', 'data-protection-officer'] as const) {
    actors.set(role, await t.actorWith(role))
  }
  await addNeedAndStep()
  await lookAtJoan()
})
afterAll(async () => {
  await bare.store.close()
  await ask(server, `drop database ${bareName} with (force)`)
  await t.close()
})

const server = databaseUrl(inject('adminUrl'), 'postgres')
const bareName = `test_${randomUUID().replaceAll('-', '')}`

async function nodeWithoutCouncil(): Promise<Node> {
  const template = inject('adminUrl')
  await ask(server, `create database ${bareName} template ${databaseOf(template)}`)
  const appUrl = databaseUrl(template, bareName, 'doorstep_app')
  return makeNode(openStore({ appUrl, adminUrl: databaseUrl(template, bareName) }), t.clock)
}

async function addNeedAndStep() {
  const attempt = {
    attempt: newId(),
    member: memberOf('Joan'),
    channel: 'call',
    contactPoint: null,
    outcome: 'spoke_complete',
    needs: [{ kind: 'medicine', urgency: 'today' }],
    note: 'Tablets',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: 1,
  }
  await act(t.node, t.system, recordAttempt, { id: newId(), input: attempt })
  const person = personId('Joan')
  const dueAt = t.clock.now()
  const step = {
    action: newId(),
    person,
    need: null,
    owner: null,
    what: 'Bring the tablets',
    dueAt,
  }
  await act(t.node, t.system, planAction, { id: newId(), input: step })
}

async function lookAtJoan() {
  const actor = actors.get('officer') as Actor
  const at = t.clock.now()
  const scope = scopeOf(t.node.registry.permissions, actor, { permission: 'people.read', now: at })
  const subjects = [personId('Joan')]
  await t.node.store.transaction({ council, actor: actor.id }, tx =>
    recordRead(tx, scope, { what: 'open', route: '/people/:id', subjects, at }),
  )
}

async function open(path: string, lang = 'pseudo'): Promise<Response> {
  const [role, address] = openings[path] ?? [null, () => path]
  const actor = role ? actors.get(role) : undefined
  const cookie = actor ? (await signedIn(t, actor)).cookie : ''
  const node = path.startsWith('/set-up') ? bare : t.node
  const app = makeApp(node, error => {
    throw error
  })
  const headers = { 'x-doorstep-lang': lang, ...(cookie ? { cookie } : {}) }
  return app.request(testOrigin + (await address()), { headers })
}

test('every page of these capabilities is opened here', () => {
  expect(Object.keys(openings).sort()).toEqual([...paths].sort())
})

test.each(paths.filter(path => path !== '/'))('%s has no words of its own', async path => {
  const answer = await open(path)
  const html = await answer.text()
  expect([200, 410]).toContain(answer.status)
  expect(html).toContain('lang="x-pseudo"')
  expectNoHardCodedText(html, [...typed, ...packWords, ...namesOfActors(), ...referencesIn(html)])
})

test('a page that is missing has no words of its own either', async () => {
  const answer = await open('/no-such-page')
  expect(answer.status).toBe(404)
  expectNoHardCodedText(await answer.text())
})

describe('outside tests', () => {
  afterAll(() => vi.unstubAllEnvs())

  test('nobody gets a page in pseudo text, whatever they ask', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const html = await (await open('/sign-in')).text()
    expect(html).toContain('lang="en-GB"')
    expect(html).toContain('Sign in to Doorstep')
  })
})

function namesOfActors(): string[] {
  const roles = ['officer', 'system-administrator', 'data-protection-officer', 'hub-manager']
  return roles.map(role => `Test ${role}`)
}

/** `P-9F3A20C1` names a person to nobody: the same in every language. */
function referencesIn(html: string): string[] {
  return html.match(/\bP-[0-9A-F]{8}\b/g) ?? []
}
