// A version against the one before: each figure has its rows, and the dropped are thought about.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, compareRebuild } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign } from '../../reach/index.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'

let t: TestNode
let ruth: SignedIn
let version = ''
const campaign = newId()
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  const manager = await t.actorWith('hub-manager')
  ruth = await signedIn(t, manager)
  const pack = getPack('pandemic', 1).id
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Ring everybody' }
  const input = { campaign, round: newId(), ...words, pack, memberKind: 'person', rule }
  const given = { ...input, answerable: manager.id }
  await act(t.node, t.system, openCampaign, { id: newId(), input: given })
  const outside = someone(7, { oslaua: 'E07000008' })
  const first = [1, 2, 3, 4, 5, 6].map(n => someone(n))
  await loadFileOf(t, listFile([...first, outside]))
  const next = [
    someone(1, { DateOfDeath: '01-04-2026' }),
    someone(2, { category: 'COVID-19 PRA' }),
    someone(3, { oslaua: 'E07000008' }),
    someone(4, { mobile: '07700 900555' }),
    someone(7),
    someone(8),
  ]
  version = (await loadFileOf(t, listFile(next))).version ?? ''
})
afterAll(() => t.close())

const page = async (path: string) => (await ruth.get(path)).text()

test('each figure of what is different leads to exactly that many rows', async () => {
  const html = await page(`/lists/versions/${version}`)
  const figures = [
    ...html.matchAll(/href="(\/lists\/versions\/[^"]+(?:rows[^"]*|dropped))">(\d+)</g),
  ]
  const expected: Record<string, string> = {
    '?change=died': '1',
    '?change=category': '1',
    '?change=moved-out': '1',
    '?change=moved-in': '1',
    '?change=details': '1',
    dropped: '2',
  }
  for (const [part, n] of Object.entries(expected)) {
    expect([part, figures.find(([, href]) => href?.endsWith(part))?.[2]]).toEqual([part, n])
  }
  for (const [, href = '', n] of figures) {
    const shown = await page(href.replaceAll('&amp;', '&'))
    expect([href, /data-total="(\d+)"/.exec(shown)?.[1]]).toEqual([href, n])
  }
})

test('whoever was dropped is not deleted: somebody says what else allows contact', async () => {
  const html = await page('/lists/basis')
  expect(html).toContain('2 people withdrew, or are on no list any more.')
  const [five = '', six = ''] = [...html.matchAll(/name="person" value="([^"]+)"/g)].map(m => m[1])
  expect((await ruth.post('/lists/basis', { person: five })).status).toBe(422)
  const kept = { person: five, answer: 'they-agreed', note: 'Asked us on the phone' }
  expect((await ruth.post('/lists/basis', kept)).status).toBe(303)
  const stop = { person: six, answer: 'stop', note: 'Nothing else' }
  expect((await ruth.post('/lists/basis', stop)).status).toBe(303)
  expect((await ruth.post('/lists/basis', stop)).status).toBe(409)
  const members = await rowsOf<{ subject: string; state: string; reason: string }>(t, 'members')
  expect(members.find(({ subject }) => subject === five)?.state).toBe('untried')
  expect(members.find(({ subject }) => subject === six)).toMatchObject({
    state: 'excused',
    reason: 'off-the-list',
  })
  expect(await page('/lists/basis')).toContain('Nobody waits.')
  expect(await page(`/lists/versions/${version}`)).toContain('1 kept for another reason, 1 stopped')
  expect(await page(`/lists/versions/${version}/dropped`)).toContain('They agreed to it')
})

test('a list that names them again is a basis again, and they are rung again', async () => {
  const again = [1, 2, 3, 4, 5, 6, 7, 8].map(n => someone(n, n === 1 ? { category: 'x' } : {}))
  const { counts, version: third } = await loadFileOf(t, listFile(again))
  expect(counts.accepted).toBe(0)
  expect(await page(`/lists/versions/${third}`)).toMatch(/change=back">2</)
  const members = await rowsOf<{ state: string; reason: string | null }>(t, 'members')
  expect(members.filter(({ reason }) => reason === 'off-the-list')).toEqual([])
})

test('rebuilding from the record gives the same rows', async () => {
  const compared = await compareRebuild(t.node.store, t.node.registry, { council, actor: newId() })
  expect(compared.differences).toEqual([])
})
