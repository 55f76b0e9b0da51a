// A list that shrinks by half is more likely cut than right: it stops, and asks.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFile, loadFileOf, someone } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  await loadFileOf(t, listFile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(n => someone(n))))
})
afterAll(() => t.close())

const half = listFile([1, 2, 3, 4, 5].map(n => someone(n)))

test('it is not loaded without a reason', async () => {
  await expect(loadFileOf(t, half)).rejects.toThrow('list-halved')
  await expect(loadFileOf(t, half, { shrinkReason: '  ' })).rejects.toThrow('list-halved')
})

test('the preview says so, asks why, and keeps the file until somebody answers', async () => {
  const lists = await (await ruth.get('/lists')).text()
  const file = /href="(\/lists\/files\/[0-9a-f-]+)"/.exec(lists)?.[1] ?? ''
  const preview = await (await ruth.get(file)).text()
  expect(preview).toContain('Half of the list would be dropped.')
  expect(preview).toContain('5 of 10 entries')
  const digest = /name="digest" value="([0-9a-f]+)"/.exec(preview)?.[1] ?? ''
  const asked = await ruth.post(`${file}/load`, { digest })
  expect(asked.headers.get('location')).toBe(`${file}?unsaid=1`)
  expect(await (await ruth.get(`${file}?unsaid=1`)).text()).toContain('href="#shrinkReason"')
  const shrinkReason = 'The sender took half of them off'
  const loaded = await ruth.post(`${file}/load`, { digest, shrinkReason })
  const page = await (await ruth.get(loaded.headers.get('location') ?? '')).text()
  expect(page).toContain(shrinkReason)
})

test('four of five may go: of so few nobody can say that half is many', async () => {
  const { version } = await loadFileOf(t, listFile([someone(1)]))
  expect(version).not.toBeNull()
})
