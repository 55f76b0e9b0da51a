// Does whoever decides about a held row read how likely it is whom, and why?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { importList } from '../store/import-list.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const header =
  'Reference,First name,Surname,Date of birth,Address line 1,Postcode,UPRN,Phone,Reason'

async function load(...lines: readonly string[]) {
  const chunks = (async function* () {
    yield new TextEncoder().encode([header, ...lines, ''].join('\n'))
  })()
  const options = { name: 'known.csv', chunks, shrinkReason: 'A test' }
  const done = await importList(t.node, t.system, options)
  if (!('counts' in done)) throw new Error(JSON.stringify(done))
  return done.counts
}

test('the likeliest comes first, each with what speaks for it and what differs', async () => {
  await load(
    '1,Ann,Ellison,17/09/1948,4 Mill Lane,CB24 8RX,,01632 960118,x',
    '2,Albert,Ellison,02/03/1945,4 Mill Lane,CB24 8RX,,01632 960118,x',
  )
  expect(
    await load('9,Anne,Ellison,18/09/1948,4 Mill Lane,CB24 8RX,,01632 960118,x'),
  ).toMatchObject({
    needs_review: 1,
  })
  const queue = await (await ruth.get('/lists/held')).text()
  const entry = /href="(\/lists\/held\/[0-9a-f-]{36})"/.exec(queue)?.[1] ?? ''
  const page = await (await ruth.get(entry)).text()
  expect(page).toMatch(/The same person as Ann Ellison/)
  const hint = /Ann Ellison[\s\S]*?<br\/?>([^<]+)/.exec(page)?.[1] ?? ''
  expect(hint).toMatch(/^(Surely the same|Likely the same|Cannot tell)\./)
  expect(hint).toMatch(/For: .*(surname|address|landline)/)
  expect(hint).toMatch(/Differs: a close first name, a close date of birth\./)
})
