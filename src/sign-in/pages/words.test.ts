// Is every word at the doors of a council translatable, and is the Welsh really Welsh?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoHardCodedText } from '../../pages/strings/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { openDoor } from '../testing/browser-without-window.ts'
import { routes } from './routes.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const paths = routes
  .filter(rule => rule.may === 'public' && rule.method === 'get')
  .map(rule => rule.path.replace(':council', council).replace(':link', `${council}.used`))

test('the doors are looked at', () => {
  expect(paths).toContain(`/sign-in/${council}/code`)
  expect(paths.length).toBeGreaterThan(4)
})

test.each(paths)('%s has no words of its own', async path => {
  const answer = await openDoor(t).get(path, { 'x-doorstep-lang': 'pseudo' })
  expectNoHardCodedText(await answer.text(), ['South Vale Council'])
})

test.each(paths)('%s speaks Welsh to who asks for it', async path => {
  const html = await (await openDoor(t).get(path, { 'accept-language': 'cy' })).text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(html).toContain('<html lang="cy"')
  expect(main).toMatch(/ (yn|â|gyda|wedi|ei|eich) /i)
  expect(main).not.toMatch(/\b(the|your|with|sign|code|again)\b(?![^<]*>)/i)
})

test.each([
  ['/sign-in', { email: '' }],
  [`/sign-in/${council}/code`, { email: 'none' }],
  [`/sign-in/${council}/code/enter`, { code: 'none' }],
])('what is wrong at %s is said in string files too', async (path, fields) => {
  const answer = await openDoor(t).post(path, fields, { 'x-doorstep-lang': 'pseudo' })
  expectNoHardCodedText(await answer.text(), ['South Vale Council', 'none'])
})
