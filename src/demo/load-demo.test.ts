// Is the demo told completely, once, and in order?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyCouncil } from '../events/index.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { loadDemo, openDemo } from './index.ts'

type Row = Record<string, unknown>
const quiet = () => ({ update() {}, end() {} })
const options = { size: 'W0', seed: 1, progress: quiet } as const
const opensAt = Date.UTC(2026, 10, 22, 13, 7, 20)

let t: TestNode
let tokens: Record<string, string>
beforeAll(async () => {
  t = await freshNode()
  tokens = await openDemo(t.node, options)
})
afterAll(() => t.close())

async function freshNode(): Promise<TestNode> {
  const made = await makeTestNode()
  made.clock.turnTo(opensAt)
  return made
}

async function rowsOf(from: TestNode, table: string): Promise<Row[]> {
  const who = { council, actor: from.system.id }
  return from.node.store.transaction(who, tx =>
    tx
      .selectFrom(table as never)
      .selectAll()
      .where('council' as never, '=', council as never)
      .execute(),
  )
}

test('the whole of it verifies: chain, register, coverage, rebuild', async () => {
  const found = await verifyCouncil(t.node, council)
  expect(found.length).toBeGreaterThan(4)
  expect(found.flatMap(one => one.wrong)).toEqual([])
})

test('the round is under way: most are reached, some are not, and the parts add up', async () => {
  const members = (await rowsOf(t, 'members')).filter(one => one.kind === 'person')
  const count = (state: string) => members.filter(one => one.state === state).length
  const [reached, tried, untried, excused] = ['reached', 'tried', 'untried', 'excused'].map(count)
  expect(members.length).toBeGreaterThan(45)
  expect(reached).toBeGreaterThan(members.length / 2)
  expect((tried ?? 0) + (untried ?? 0)).toBeGreaterThan(0)
  expect((reached ?? 0) + (tried ?? 0) + (untried ?? 0) + (excused ?? 0)).toBe(members.length)
})

test('today is the sixth day of the round, and nothing lies ahead', async () => {
  const campaigns = await rowsOf(t, 'campaigns')
  const campaign = campaigns.find(one => one.title === 'Spring contact')
  expect(campaign?.opened_at).toEqual(new Date('2026-11-17T07:00:00Z'))
  const attempts = await rowsOf(t, 'attempts')
  expect(attempts.length).toBeGreaterThan(40)
  const times = (await rowsOf(t, 'events')).map(one => (one.recorded_at as Date).getTime())
  expect(Math.max(...times)).toBeLessThanOrEqual(opensAt)
  expect(Math.max(...times)).toBeGreaterThan(opensAt - 4 * 3_600_000)
  expect(attempts.every(one => (one.happened_at as Date).getTime() < opensAt)).toBe(true)
  expect(attempts.every(one => +(one.recorded_at as Date) === +(one.happened_at as Date))).toBe(
    true,
  )
})

test('a flood moved twice: homes joined, left and came back, and some are safe now', async () => {
  expect((await rowsOf(t, 'area_versions')).map(one => one.number).sort()).toEqual([1, 2, 3])
  const kinds = (await rowsOf(t, 'events')).map(one => one.kind)
  expect(kinds).toContain('reach.MemberDropped')
  expect(kinds).toContain('reach.MemberRestored')
  const homes = (await rowsOf(t, 'members')).filter(one => one.kind === 'dwelling')
  expect(homes.length).toBeGreaterThan(10)
  expect(homes.filter(one => one.state === 'reached').length).toBeGreaterThan(0)
})

test('where there is one village alone its phones work, so that somebody can be rung', async () => {
  expect((await rowsOf(t, 'places')).filter(one => one.kind === 'village')).toHaveLength(1)
  expect(await rowsOf(t, 'works_now')).toEqual([])
})

test('there is something to do: streets that nobody has taken, needs and plans', async () => {
  const places = await rowsOf(t, 'places')
  const owned = await rowsOf(t, 'place_owners')
  expect(owned.length).toBeGreaterThan(10)
  const isOpen = (one: Row) => one.kind === 'street' || one.kind === 'zone'
  expect(owned.length).toBeLessThan(places.filter(isOpen).length)
  expect(places.find(one => one.kind === 'district')?.homes).toBe(630)
  expect((await rowsOf(t, 'needs')).length).toBeGreaterThan(0)
  expect((await rowsOf(t, 'plan_actions')).length).toBeGreaterThan(0)
})

test('a stop is over, a question waits, one climbed, a problem is answered', async () => {
  const [stop, ...stops] = await rowsOf(t, 'standstills')
  expect(stops).toEqual([])
  expect(stop?.lifted_at).not.toBeNull()
  const out = [...(await rowsOf(t, 'standstill_out')), ...(await rowsOf(t, 'standstill_told'))]
  expect(out.filter(one => one.safe_at === null || one.acknowledged_at === null)).toEqual([])
  const questions = await rowsOf(t, 'escalations')
  expect(questions.filter(one => one.answered_at === null)).toHaveLength(2)
  expect(questions.filter(one => one.answered_at !== null)).toHaveLength(1)
  const steps = await rowsOf(t, 'escalation_steps')
  expect(steps.filter(one => one.step === 'climbed')).toHaveLength(1)
  const problems = await rowsOf(t, 'problems')
  const [root] = problems.filter(one => one.id === one.root)
  expect(problems.map(one => one.root)).toEqual(problems.map(() => root?.id))
  expect(root?.answer).toMatch(/medicine/)
})

test('some pairs wait under Doubtful matches, and are no members of the round', async () => {
  const reviews = (await rowsOf(t, 'reviews')).filter(one => one.state === 'open')
  expect(reviews.length).toBeGreaterThan(3)
  const added = (await rowsOf(t, 'people')).filter(one => one.source === 'own-call')
  expect(added.length).toBeGreaterThan(3)
  const members = new Set((await rowsOf(t, 'members')).map(one => one.subject))
  expect(added.filter(one => members.has(one.id))).toEqual([])
})

test('each role has a link of its own, which signs in somebody of that role', async () => {
  expect(Object.keys(tokens)).toEqual([
    'hub-manager',
    'call-handler',
    'village-coordinator',
    'officer',
    'data-protection-officer',
    'system-administrator',
    'councillor',
    'village-group',
    'volunteer',
  ])
  const users = await rowsOf(t, 'users')
  const grants = await rowsOf(t, 'grants')
  const names = (await rowsOf(t, 'sign_in_links')).map(link => {
    const grant = grants.find(one => one.user_id === link.user_id)
    return [grant?.role, users.find(one => one.id === link.user_id)?.name]
  })
  expect(Object.fromEntries(names)).toMatchObject({
    'hub-manager': 'Ruth Okafor',
    'call-handler': 'Sam Idowu',
    'village-coordinator': 'Priya Nair',
  })
  expect(new Set(Object.values(tokens).map(token => token.split('.')[0]))).toEqual(
    new Set([council]),
  )
})

test('opened again, on another day, it records nothing and gives fresh links', async () => {
  const before = (await rowsOf(t, 'events')).length
  t.clock.turnTo(opensAt + 3 * 86_400_000)
  const again = await openDemo(t.node, options)
  expect((await rowsOf(t, 'events')).length).toBe(before)
  expect(again['hub-manager']).not.toBe(tokens['hub-manager'])
})

test.each([
  'Places',
  'Streets with their homes',
  'Zones and streets taken',
  'Shielded list, version 1',
  'Shielded list, version 2',
  'Attempts, needs and plans',
])(
  'stopped in "%s" and begun again, it equals the one that was not stopped',
  { timeout: 120_000 },
  async label => {
    const other = await freshNode()
    const stopping = (name: string) => ({
      update() {
        if (name === label) throw new Error('the power went')
      },
      end() {},
    })
    await expect(loadDemo(other.node, { ...options, progress: stopping })).rejects.toThrow('power')
    // Once the first step is there, the load goes on as it was begun, whatever is asked for.
    const isBegun = label !== 'Places'
    if (isBegun) other.clock.turnTo(opensAt + 3_600_000)
    await loadDemo(other.node, { ...options, size: isBegun ? 'W1' : 'W0' })
    expect(await digestOf(other)).toEqual(await digestOf(t))
    const found = await verifyCouncil(other.node, council)
    expect(found.flatMap(one => one.wrong)).toEqual([])
    await other.close()
  },
)

/** What anybody could see, without the ids that each load makes for itself. */
async function digestOf(from: TestNode): Promise<Row> {
  const people = await rowsOf(from, 'people')
  const nameOf = (id: unknown) => people.find(one => one.id === id)?.name
  const told = async (table: string, who: string, fields: readonly string[]) =>
    (await rowsOf(from, table))
      .map(row => JSON.stringify([nameOf(row[who]), ...fields.map(field => row[field])]))
      .sort()
  return {
    events: (await rowsOf(from, 'events')).length,
    places: (await rowsOf(from, 'places')).map(one => `${one.id} ${one.name} ${one.homes}`).sort(),
    owners: (await rowsOf(from, 'place_owners')).map(one => `${one.place} ${one.user_id}`).sort(),
    people: await told('people', 'id', ['born', 'nhs', 'place', 'dwelling', 'flags']),
    members: await told('members', 'subject', [
      'state',
      'reason',
      'next_step',
      'next_at',
      'attempts',
    ]),
    attempts: await told('attempts', 'subject', [
      'id',
      'outcome',
      'happened_at',
      'by_user',
      'note',
    ]),
    needs: await told('needs', 'person', ['kind', 'urgency', 'state', 'found_at']),
    actions: await told('plan_actions', 'person', ['what', 'owner', 'due_at', 'state', 'done_at']),
  }
}

test('a council of that name with work of its own is left alone', async () => {
  const other = await freshNode()
  await other.actorWith('hub-manager')
  await expect(loadDemo(other.node, options)).rejects.toMatchObject({ code: 'council-in-use' })
  expect(await rowsOf(other, 'places')).toEqual([])
  await other.close()
})
