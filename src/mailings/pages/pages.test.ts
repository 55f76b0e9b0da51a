// Does whoever runs a campaign get from the words to the post, and is nothing sent unseen?
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import {
  addTemplate,
  callbackToken,
  type MailingStory,
  makeMailingStory,
  mobileOf,
  queueTest,
} from '../../testing/mailing-story.ts'
import { council } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../../testing/request.ts'
import { campaign, personId } from '../../testing/small-district.ts'
import { handOver, tellReach } from '../index.ts'

let story: MailingStory
let manager: SignedIn
beforeEach(async () => {
  story = await makeMailingStory()
  manager = await signedIn(story.t, await story.t.actorWith('hub-manager'))
})
afterEach(() => story.close())

const answers = () => ({ campaign, template: story.template, whom: 'everybody', within: 'all' })
const html = async (path: string) => (await manager.get(path)).text()
const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

test('from the questions by the preview to the sending; the page says how far it is', async () => {
  const preview = await (await manager.post('/mailings/new', answers())).text()
  expect(preview).toContain('data-gets="3"')
  expect(preview).toContain('data-left-out="2"')
  expect(preview).toContain('No number or address that we may use')
  expect(preview).toContain('1 person read it in Welsh.')
  expect(story.notify.got).toEqual([])
  const sent = await manager.post('/mailings/new', {
    ...answers(),
    ...{ step: 'send', counted: field(preview, 'counted'), version: field(preview, 'version') },
    ...{ mailing: field(preview, 'mailing'), command: field(preview, 'command') },
  })
  expect(sent.status).toBe(303)
  const at = sent.headers.get('location') ?? ''
  expect(await html(at)).toContain('0 of 3 dealt with')
  await handOver(story.t.node, council)
  const page = await html(at)
  expect(page).toContain('3 of 3 dealt with')
  expect(page).not.toContain('Stop: send no more')
  expect(await html('/mailings')).toContain('3 of 3 dealt with')
})

test('an answer that is missing is asked for again, and nothing is lost', async () => {
  const answer = await manager.post('/mailings/new', { ...answers(), whom: '', within: '' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#whom"')
  expect(page).toContain(`value="${story.template}" selected`)
})

test('a preview that is no longer true is shown again, and nothing goes out', async () => {
  const stale = { ...answers(), step: 'send', counted: '2', version: '1' }
  const answer = await manager.post('/mailings/new', stale)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('It changed since you looked')
})

test('words that name a need are refused with a sentence, and stay in the form', async () => {
  const wrong = { name: 'Food', channel: 'text', 'body-en': 'Your food parcel comes on Friday.' }
  const answer = await manager.post('/mailings/templates', wrong)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Take out “food”. It says what somebody may need')
  expect(page).toContain('Your food parcel comes on Friday.')
  const cy = { name: 'Bwyd', channel: 'text', 'body-en': 'Hello', 'body-cy': 'Mae bwyd ar gael.' }
  expect((await manager.post('/mailings/templates', cy)).status).toBe(422)
  const right = { name: 'Hello', channel: 'text', 'body-en': 'Ring us on 01632 960001.' }
  expect((await manager.post('/mailings/templates', right)).status).toBe(303)
  expect(await html('/mailings/templates')).toContain('Hello')
})

test('where nobody sends, the page shows what would have gone out', async () => {
  await story.setNotify(false)
  const { mailing } = await queueTest(story.t, { template: story.template, counted: 3 })
  await handOver(story.t.node, council)
  const page = await html(`/mailings/${mailing}`)
  expect(page).toContain('What would have gone out')
  expect(page).toContain('we tried to ring you, Ann')
  expect(page).toContain('lang="cy"')
})

test('when Notify takes no more, the page says so, and somebody may let it go on', async () => {
  const { mailing } = await queueTest(story.t, { template: story.template, counted: 3 })
  story.notify.trouble('day-over', 1_000)
  await handOver(story.t.node, council)
  const page = await html(`/mailings/${mailing}`)
  expect(page).toContain('The sender said: 429 TooManyRequestsError.')
  expect((await manager.post(`/mailings/${mailing}/go-on`)).status).toBe(303)
  story.notify.trouble('none', 0)
  expect(await handOver(story.t.node, council)).toBe(3)
})

test('what is stopped on its page stays', async () => {
  const { mailing } = await queueTest(story.t, { template: story.template, counted: 3 })
  expect((await manager.post(`/mailings/${mailing}/stop`)).status).toBe(303)
  expect(await handOver(story.t.node, council)).toBe(0)
  expect(await html(`/mailings/${mailing}`)).toContain('Stopped before it went')
})

test('letters are made, printed in each language, and in the post they are attempts', async () => {
  const template = await addTemplate(story.t, 'letter')
  const asked = { template, channel: 'letter' as const, counted: 5 }
  const { mailing } = await queueTest(story.t, asked)
  expect(await html(`/mailings/${mailing}`)).toContain('Make 5 letters')
  await manager.post(`/mailings/${mailing}/letters`)
  const file = await manager.get(`/mailings/${mailing}/letters/1`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(5)
  expect((await manager.get(`/mailings/${mailing}/letters/2`)).status).toBe(404)
  await manager.post(`/mailings/${mailing}/posted`)
  expect(await tellReach(story.t.node, council)).toBe(5)
  const rows = await ask(
    story.t.adminUrl,
    'select distinct channel, outcome, count(*)::int as n from doorstep.attempts group by 1, 2',
  )
  expect(rows).toEqual([{ channel: 'letter', outcome: 'voicemail_left', n: 5 }])
  const looks = await ask(
    story.t.adminUrl,
    `select cardinality(subjects) as n from doorstep.reads where what = 'print'`,
  )
  expect(looks).toEqual([{ n: 5 }])
})

test('a reply waits for a person, who says what came of it', async () => {
  await queueTest(story.t, { template: story.template, counted: 3 })
  await handOver(story.t.node, council)
  const reply = story.notify.replyFrom(mobileOf(1), 'I am fine thank you')
  await makeTestApp(story.t).request(`${testOrigin}/api/notify/${council}/replies`, {
    method: 'POST',
    headers: { authorization: `Bearer ${callbackToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(reply),
  })
  const handler = await signedIn(story.t, await story.t.actorWith('call-handler'))
  const page = await (await handler.get('/replies')).text()
  expect(page).toContain('I am fine thank you')
  const action = /action="(\/replies\/[^"]+)"/.exec(page)?.[1] ?? ''
  const answered = await handler.post(action, { outcome: 'spoke_no_help_wanted' })
  expect(answered.status).toBe(303)
  expect(await (await handler.get('/replies')).text()).toContain('No reply waits')
  const rows = await ask(
    story.t.adminUrl,
    `select a.outcome, a.channel, m.state from doorstep.attempts a
     join doorstep.members m on m.id = a.member where a.subject = '${personId('Ann')}'`,
  )
  expect(rows).toEqual([{ outcome: 'spoke_no_help_wanted', channel: 'inbound', state: 'reached' }])
})
