// Whatever has happened, does the page of a resident say who answers for them at this moment?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/access/index.ts'
import { endConcern, setDesk, takeConcern, tellWorry } from '../../src/concerns/index.ts'
import { answerQuestion, askQuestion } from '../../src/escalations/index.ts'
import { act } from '../../src/events/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { nameOwner } from '../../src/places/index.ts'
import { liftStop, stopAll } from '../../src/standstill/index.ts'
import { makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import { signedIn } from '../../src/testing/request.ts'
import {
  addPeople,
  addSmallDistrict,
  openTestCampaign,
  personId,
  street,
  village,
} from '../../src/testing/small-district.ts'

let t: TestNode
let officer: Actor
let deputy: Actor
let lead: Actor

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, [{ given: 'Joan' }])
  await openTestCampaign(t, [{ given: 'Joan' }])
  officer = { ...(await t.actorWith('officer')), name: 'Test officer' }
  deputy = await t.actorWith('hub-manager')
  lead = await t.actorWith('village-coordinator', village)
})
afterAll(() => t.close())

async function say(actor: Actor, command: { name: string }, input: object) {
  const done = await act(t.node, actor, command, { id: newId(), input })
  expect(done).toMatchObject({ outcome: 'accepted' })
}

/** The block at the top that says whose turn it is. */
async function answers(actor: Actor): Promise<string> {
  const page = await (await signedIn(t, actor)).get(`/people/${personId('Joan')}`)
  const block = /<div class="ds-now">.*?<\/p>/s.exec(await page.text())?.[0] ?? ''
  return block
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('with nothing open: nobody has the street; somebody answers for the round', async () => {
  expect(await answers(lead)).toContain('Nobody is responsible here yet')
  expect(await answers(lead)).toContain('Test hub-manager answers for this campaign.')
})

test('with nothing open: whoever took the street', async () => {
  await say(t.system, nameOwner, { place: street, owner: lead.id, instead: null })
  expect(await answers(lead)).toContain('Responsible now: Test village-coordinator')
})

test('a question: whoever answers it now; then who decided, and what', async () => {
  const [escalation, about] = [newId(), personId('Joan')]
  const asked = { escalation, kind: 'person', about, urgency: 'today', question: 'A heater?' }
  await say(lead, askQuestion, asked)
  expect(await answers(lead)).toMatch(/Test .*\(the officer\) decides about them by today/)
  await say(officer, answerQuestion, { escalation, decision: 'yes', answer: 'It comes today' })
  expect(await answers(lead)).toContain('Yes. Decided by Test officer today')
  expect(await answers(lead)).toContain('Responsible now: Test village-coordinator')
})

test('a worry: the desk reads who answers by when; a neighbour that it is handled', async () => {
  const days = [1, 2, 3, 4, 5, 6, 7]
  const hours = { opens: 0, closes: 24 * 60, days, number: '01632 960001' }
  await say(t.system, setDesk, { owner: officer.id, deputy: deputy.id, ...hours })
  const worry = newId()
  const told = { worry, person: personId('Joan'), isDanger: false, words: 'Curtains are shut' }
  await say(lead, tellWorry, told)
  expect(await answers(deputy)).toMatch(/Test officer, owner of the desk answers now. Due by/)
  const near = await answers(lead)
  expect(near).toContain('Being handled by the safeguarding desk since today')
  expect(near).not.toMatch(/answers now|owner of the desk|Curtains|ring/)
  await say(deputy, takeConcern, { concern: worry })
  expect(await answers(officer)).toContain('Test hub-manager, has it in hand answers now')
  const how = { ending: 'seen-and-safe', evidence: 'Seen at the door', confirmedBy: 'The warden' }
  await say(deputy, endConcern, { concern: worry, ...how })
  expect(await answers(officer)).not.toContain('answers now')
})

test('all is stopped: whoever stopped it, until it is lifted', async () => {
  const standstill = newId()
  await say(officer, stopAll, { standstill, within: village, reason: 'Gas' })
  expect(await answers(lead)).toContain('Until work goes on here, Test officer answers')
  await say(officer, liftStop, { standstill, reason: 'Over' })
  expect(await answers(lead)).not.toContain('Until work goes on')
})
