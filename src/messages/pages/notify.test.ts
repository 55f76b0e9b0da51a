// Is Notify set up without its key being seen again, and does only its own token open the door?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../tests/guards/database.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { standInApiKey, standInKey, standInTemplates } from '../../testing/notify-stand-in.ts'
import { signedIn } from '../../testing/request.ts'
import { isCallbackToken, residentSenders } from '../index.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const browser = async () => signedIn(t, await t.actorWith('system-administrator'))
const right = {
  apiKey: standInApiKey,
  textTemplate: standInTemplates.text,
  emailTemplate: standInTemplates.email.toUpperCase(),
}
const senders = () =>
  t.node.store.transaction({ council, actor: t.system.id }, tx =>
    residentSenders(tx, t.node, council),
  )

test('what is wrong is said at its field, and what was typed stays, but for the key', async () => {
  const asked = { ...right, apiKey: 'half-a-key', emailTemplate: 'x' }
  const answer = await (await browser()).post('/messages/notify', asked)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#apiKey"')
  expect(page).toContain('href="#emailTemplate"')
  expect(page).toContain(standInTemplates.text)
  expect(page).not.toContain('half-a-key')
})

test('it is set once, sealed, never shown again, and taken away', async () => {
  const admin = await browser()
  const page = await (await admin.post('/messages/notify', right)).text()
  const token = /([\w-]{43})<\/dd>/.exec(page.replaceAll(/\s+/g, ' ').replaceAll(' <', '<'))?.[1]
  expect(page).toContain(`/api/notify/${council}/receipts`)
  const isToken = await t.node.store.transaction({ council, actor: t.system.id }, tx =>
    isCallbackToken(tx, council, token ?? ''),
  )
  expect(isToken).toBe(true)
  expect(await senders()).toMatchObject({ text: { name: 'notify' }, email: { name: 'notify' } })
  const rows = await ask(t.adminUrl, 'select * from doorstep.notify_settings')
  const kept = await ask(t.adminUrl, "select * from doorstep.events where kind like 'messages.%'")
  const shown = await (await admin.get('/messages')).text()
  expect(rows).toHaveLength(1)
  expect(kept).toHaveLength(1)
  expect(JSON.stringify([rows, kept, shown])).not.toContain(standInKey.secret)
  expect(shown).toContain('It is set up for texts and emails.')
  await admin.post('/messages/notify/remove')
  expect(await senders()).toEqual({ text: 'keep', email: 'keep' })
})
