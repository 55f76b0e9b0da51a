// Is every page that anybody may read in Welsh too, and does the frame follow the reader's choice?
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { shownTexts } from '../pages/strings/pseudo.ts'
import { makeTestNode, type TestNode } from '../testing/make-node.ts'
import { makeTestApp, signedIn, testOrigin } from '../testing/request.ts'
import { routeRules } from './app.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
})
afterAll(() => t.close())

const welsh = { cookie: 'doorstep-language=cy' }

function open(path: string, headers: Record<string, string>) {
  return makeTestApp(t).request(testOrigin + path, { headers })
}

/** Names, and words that are the same in both languages. */
const same = /^(Doorstep|English|South Vale Council|\(EASS\)\.|[/?\d\s.:{}-]*)$/i

test('the public pages share no sentence with their English', async () => {
  const paths = routeRules(t.node)
    .filter(rule => rule.method === 'get' && rule.may === 'public' && !rule.path.includes(':'))
    .filter(rule => rule.path !== '/' && !rule.path.startsWith('/api/'))
    .map(rule => rule.path)
  expect(paths.length).toBeGreaterThan(3)
  for (const path of [...paths, '/no-such-page', '/sign-in/south-vale.used']) {
    const inEnglish = await (await open(path, {})).text()
    const inWelsh = await (await open(path, welsh)).text()
    expect(inWelsh, path).toContain('<html lang="cy">')
    const english = new Set(shownTexts(inEnglish))
    const left = shownTexts(inWelsh).filter(text => english.has(text) && !same.test(text))
    expect(left, path).toEqual([])
  }
})

test('a staff page in English says so inside a Welsh frame', async () => {
  const officer = await signedIn(t, await t.actorWith('officer'))
  const html = await (
    await open('/villages', { cookie: `${officer.cookie}; ${welsh.cookie}` })
  ).text()
  expect(html).toContain('<html lang="cy">')
  expect(html).toMatch(/<main[^>]* lang="en-GB"/)
  expect(html).toContain('Pentrefi')
  expect(html).toContain('Allgofnodi')
})

test('the switch remembers, and leads back to the same page and nowhere else', async () => {
  const answer = await open('/language/cy?to=/help', {})
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/help')
  expect(answer.headers.get('set-cookie')).toContain('doorstep-language=cy')
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '%0d%0aX: y']) {
    const led = await open(`/language/cy?to=${encodeURIComponent(to)}`, {})
    expect(led.headers.get('location')).toBe('/')
  }
  expect((await open('/language/fr?to=/help', {})).status).toBe(404)
})

test('a browser that asks for Welsh first gets Welsh, until its reader chooses', async () => {
  const asks = { 'accept-language': 'cy-GB,cy;q=0.9,en;q=0.8' }
  expect(await (await open('/help', asks)).text()).toContain('<html lang="cy">')
  const chose = { ...asks, cookie: 'doorstep-language=en' }
  expect(await (await open('/help', chose)).text()).toContain('<html lang="en-GB">')
})

test('outside tests nobody gets a page in pseudo text, whatever they ask', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  try {
    const html = await (await open('/help', { 'x-doorstep-lang': 'pseudo' })).text()
    expect(html).toContain('<html lang="en-GB">')
  } finally {
    vi.unstubAllEnvs()
  }
})
