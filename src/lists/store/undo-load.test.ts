// What stays when a load is undone, who has to agree, and until when it may be undone at all.
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../access/index.ts'
import { act, compareRebuild, verifyCouncil } from '../../events/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign, recordAttempt } from '../../reach/index.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'

let t: TestNode
let manager: Actor
let ruth: SignedIn
beforeEach(async () => {
  await t?.close()
  t = await makeTestNode()
  await addSmallDistrict(t)
  manager = await t.actorWith('hub-manager')
  ruth = await signedIn(t, manager)
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Ring everybody', memberKind: 'person', rule }
  const ids = { campaign: newId(), round: newId(), answerable: manager.id }
  const input = { ...ids, ...words, pack: 'pandemic' }
  await act(t.node, t.system, openCampaign, { id: newId(), input })
})
afterAll(() => t.close())

const people = (...ns: number[]) => listFile(ns.map(n => someone(n)))
const undoOf = (version: string | null) => `/lists/versions/${version}/undo`
const reason = 'It was the list of another council'
const members = () => rowsOf<{ id: string; subject: string; state: string }>(t, 'members')

async function ring(by: Actor, member: string) {
  const input = {
    ...{ attempt: newId(), member, channel: 'call', contactPoint: null, needs: [], note: '' },
    ...{ outcome: 'spoke_complete', promisedAt: null, scriptVersion: null },
    happenedAt: t.clock.now(),
  }
  await act(t.node, by, recordAttempt, { id: newId(), input })
}

async function expectSound() {
  const compared = await compareRebuild(t.node.store, t.node.registry, { council, actor: newId() })
  expect(compared.differences).toEqual([])
  const verified = await verifyCouncil(t.node, council)
  expect(verified.flatMap(({ wrong }) => wrong)).toEqual([])
}

test('a wrong load is gone at once, and its words with it; the page says so', async () => {
  const { version } = await loadFileOf(t, people(1, 2, 3))
  expect(await (await ruth.get(undoOf(version))).text()).toContain('are taken off again')
  expect((await ruth.post(undoOf(version), { reason: ' ' })).status).toBe(422)
  expect((await ruth.post(undoOf(version), { reason })).status).toBe(303)
  expect(await members()).toEqual([])
  expect(await rowsOf(t, 'list_entries')).toEqual([])
  expect(await rowsOf(t, 'list_file_parts')).toEqual([])
  const words = await rowsOf<{ words: unknown }>(t, 'register')
  expect(JSON.stringify(words)).not.toContain('Mill Lane')
  const page = await (await ruth.get(`/lists/versions/${version}`)).text()
  expect(page).toContain(reason)
  expect(page).not.toContain('until midnight')
  expect((await ruth.post(undoOf(version), { reason })).status).toBe(409)
  await expectSound()
})

test('the same file may be loaded again afterwards, as a version of its own', async () => {
  const first = await loadFileOf(t, people(1, 2))
  await ruth.post(undoOf(first.version), { reason })
  const again = await loadFileOf(t, people(1, 2))
  expect(again.isNew).toBe(true)
  expect(again.counts.accepted).toBe(2)
  expect(await members()).toHaveLength(2)
  await expectSound()
})

test('whoever was rung since stays, and a second person has to agree', async () => {
  const { version } = await loadFileOf(t, people(1, 2, 3))
  const [one, other] = await members()
  await ring(await t.actorWith('call-handler'), one?.id ?? '')
  expect(await (await ruth.get(undoOf(version))).text()).toContain('A second person')
  await ruth.post(undoOf(version), { reason })
  expect(await members()).toHaveLength(3)
  expect((await ruth.post(undoOf(version), { reason })).status).toBe(409)
  const second = await signedIn(t, await t.actorWith('hub-manager'))
  expect(await (await second.get(undoOf(version))).text()).toContain('I agree')
  expect((await second.post(undoOf(version), { reason })).status).toBe(303)
  const left = await members()
  expect(left).toMatchObject([{ subject: one?.subject, state: 'reached' }])
  expect(left.some(({ id }) => id === other?.id)).toBe(false)
  const queue = await (await second.get('/lists/basis')).text()
  expect(queue).toContain('1 person withdrew, or is on no list any more.')
  expect(queue).toContain('The load was undone')
  await expectSound()
})

test('what somebody did by themselves needs nobody else to agree', async () => {
  const { version } = await loadFileOf(t, people(1, 2))
  await ring(manager, (await members())[0]?.id ?? '')
  expect((await ruth.post(undoOf(version), { reason })).status).toBe(303)
  expect(await members()).toHaveLength(1)
})

test('deaths stand unless somebody says that the file was wrong about them too', async () => {
  await loadFileOf(t, people(1, 2))
  const died = listFile([someone(1, { DateOfDeath: '01-04-2026' }), someone(2)])
  const flags = async () =>
    (await rowsOf<{ flags: string[] }>(t, 'people')).flatMap(person => person.flags)
  const second = await loadFileOf(t, died)
  await ruth.post(undoOf(second.version), { reason })
  expect(await flags()).toEqual(['deceased-reported'])
  const third = await loadFileOf(
    t,
    listFile([someone(1), someone(2, { DateOfDeath: '02-04-2026' })]),
  )
  await ruth.post(undoOf(third.version), { reason, deaths: 'take-back' })
  expect(await flags()).toEqual(['deceased-reported'])
  await expectSound()
})

test('after midnight, and under a later version, nothing is undone', async () => {
  const first = await loadFileOf(t, people(1, 2))
  await loadFileOf(t, people(1, 2, 3))
  const under = await ruth.post(undoOf(first.version), { reason })
  expect(under.status).toBe(409)
  expect(await under.text()).toContain('A later version')
  const latest = await loadFileOf(t, people(1, 2, 3, 4))
  t.clock.turnTo(t.clock.now() + 15 * hourMs)
  const late = await signedIn(t, manager)
  const over = await late.post(undoOf(latest.version), { reason })
  expect(over.status).toBe(409)
  expect(await over.text()).toContain('until midnight')
  expect(await members()).toHaveLength(4)
})
