// One entry and the report of a load: the row as it came, what became of it, and who decided.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { erasePerson } from '../../people/index.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'

let t: TestNode
let ruth: SignedIn
let version = ''
let entry = ''
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  await loadFileOf(t, listFile([someone(1), someone(2, { DateOfBirth: '12/11/48' })]))
  const rows = await rowsOf<{ id: string; state: string }>(t, 'list_entries')
  entry = rows.find(({ state }) => state === 'held')?.id ?? ''
  await ruth.post(`/lists/held/${entry}`, { answer: 'load' })
  const next = [someone(1, { category: 'GP' }), someone(2, { DateOfBirth: '12/11/48' })]
  version = (await loadFileOf(t, listFile(next))).version ?? ''
})
afterAll(() => t.close())

const page = async (path: string) => (await ruth.get(path)).text()

test('the page of an entry shows each row as received, and every decision about it', async () => {
  const rows = await page(`/lists/versions/${version}/rows`)
  expect(rows).toContain(`href="/lists/entries/${entry}"`)
  const html = await page(`/lists/entries/${entry}`)
  expect(html).toContain('12/11/48')
  expect(html).toContain('Version 1, row 3')
  expect(html).toContain('It said what it had said before.')
  expect(html).toMatch(/Loaded\. Test hub-manager/)
  expect((await ruth.get('/lists/entries/x')).status).toBe(404)
})

test('the report has a line for each row: key, outcome, why, and who decided', async () => {
  const lines = (await page(`/lists/versions/${version}/report.csv`)).split('\r\n')
  const head = lines.find(line => line.startsWith('Row,')) ?? ''
  expect(head).toBe(
    'Row,Key in the list,What happened,What changed,Why,Surname,First name,' +
      'Decision,Who decided,When',
  )
  const [first, second] = lines.slice(lines.indexOf(head) + 1)
  expect(first).toMatch(/^2,999\d{7},Changed,Changed category,/)
  expect(second).toMatch(/^3,999\d{7},The same,,.*Loaded,Test hub-manager,/)
})

test('once the person is erased, the row is too; that there was one stays', async () => {
  const [person] = await rowsOf<{ person: string }>(t, 'list_decisions')
  const input = { person: person?.person ?? '' }
  await act(t.node, t.system, erasePerson, { id: newId(), input })
  const html = await page(`/lists/entries/${entry}`)
  expect(html).toContain('Version 1, row 3')
  expect(html).not.toContain('12/11/48')
})
