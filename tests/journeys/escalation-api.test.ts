// Can another system stop all work, pass up a question and tell of a problem, and read what came?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, RoleName } from '../../src/access/index.ts'
import { apiRoot, makeTokenNow } from '../../src/api/index.ts'
import { offeredTo } from '../../src/api/offered.ts'
import { capabilities } from '../../src/app.ts'
import { answerQuestion } from '../../src/escalations/index.ts'
import { act } from '../../src/events/index.ts'
import { type Id, newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { answerProblem, joinProblems, takeProblem } from '../../src/problems/index.ts'
import { makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { makeTestApp, testOrigin } from '../../src/testing/request.ts'
import { addSmallDistrict, otherStreet, street, village } from '../../src/testing/small-district.ts'

let t: TestNode
let officer: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  officer = await t.actorWith('officer')
})
afterAll(() => t.close())

/** A token of this role; it asks as itself. */
async function systemWith(role: RoleName, place: Id | null) {
  const permissions = offeredTo(capabilities, role)
  const wanted = { role, place, permissions, name: role, purpose: 'testing', days: 1 }
  const made = await makeTokenNow(t.node, t.system, { command: newId(), ...wanted })
  if (!made || isRefusal(made)) throw new Error('No token')
  const authorization = `Bearer ${made.token}`
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization, ...init.headers }
    const answer = await makeTestApp(t).request(testOrigin + apiRoot + path, { ...init, headers })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    get: async (path: string) => (await ask(path)).body.items,
    say: async (command: string, input: object) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newId() }
      const body = JSON.stringify(input)
      return (await ask(`/commands/${command}`, { method: 'POST', headers, body })).status
    },
  }
}

const say = (actor: Actor, command: { name: string }, input: object) =>
  act(t.node, actor, command, { id: newId(), input })

test('a system of the duty officer stops and lifts; one of a village hears of it', async () => {
  const duty = await systemWith('officer', null)
  const here = await systemWith('village-coordinator', village)
  const standstill = newId()
  const stop = { standstill, within: village, reason: 'Flood water' }
  expect(await here.say('standstill.stop-all', stop)).toBe(404)
  expect(await duty.say('standstill.stop-all', stop)).toBe(200)
  expect(await here.get('/stops')).toMatchObject([
    { id: standstill, within: village, liftedAt: null },
  ])
  expect(await duty.say('standstill.lift-stop', { standstill, reason: 'Water fell' })).toBe(200)
  const [lifted] = await here.get('/stops')
  expect(lifted.liftedAt).toMatch(/^2026-/)
})

test('a question is passed up and its answer read, no word of either', async () => {
  const here = await systemWith('village-coordinator', village)
  const escalation = newId()
  const asked = {
    escalation,
    kind: 'place',
    about: village,
    urgency: 'today',
    question: 'Who grits?',
  }
  expect(await here.say('escalations.ask-question', asked)).toBe(200)
  const [open] = await here.get('/escalations')
  expect(open).toMatchObject({ level: 'officer', isTaken: false, answeredAt: null })
  const said = { escalation, decision: 'yes', answer: 'The highways team, by noon' }
  expect(await say(officer, answerQuestion, said)).toMatchObject({ outcome: 'accepted' })
  const [answered] = await here.get('/escalations')
  expect(answered).toMatchObject({ decision: 'yes', dueAt: null })
  expect(JSON.stringify(answered)).not.toMatch(/grits|noon/)
})

test('a problem is told, joined with another, and both read the one answer', async () => {
  const here = await systemWith('village-coordinator', village)
  const all = await systemWith('hub-manager', null)
  const [problem, other] = [newId(), newId()]
  const told = { kind: 'supply', words: 'No water' }
  expect(await here.say('problems.tell-problem', { problem, place: street, ...told })).toBe(200)
  const elsewhere = { problem: other, place: otherStreet, ...told }
  expect(await here.say('problems.tell-problem', elsewhere)).toBe(404)
  expect(await all.say('problems.tell-problem', elsewhere)).toBe(200)
  await say(officer, joinProblems, { problem: other, other: problem })
  await say(officer, takeProblem, { problem: other, within: 'today' })
  await say(officer, answerProblem, { problem: other, answer: 'Bottles come at noon' })
  const shown = { id: problem, joined: other, answer: 'Bottles come at noon' }
  expect(await here.get('/problems')).toMatchObject([shown])
  expect(await all.get('/problems')).toHaveLength(2)
})
