// Is a file of places read beside the request, taken up again after a stop, and gone if it is
// thrown away?
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'
import { asItSays, keepFile, previewFile } from '../store/waiting-file.ts'
import { csv } from '../testing/load-text.ts'

let t: TestNode
let manager: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  manager = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const homes = csv('100090129999,9 Mill Lane,Mill Lane,Cottenham,,,CB24 8RX')

async function* chunks(text: string) {
  yield new TextEncoder().encode(text)
}
const kept = (text = homes) =>
  keepFile(t.node, t.system, { name: 'homes.csv', chunks: chunks(text) })
const page = async (file: string) => manager.get(`/places/files/${file}`)

const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
  t.node.store.transaction({ council, actor: newId() }, async tx => [
    ...(await query.execute(tx)).rows,
  ])

async function untilRead(file: string): Promise<string> {
  for (;;) {
    const answer = await page(file)
    const html = await answer.text()
    if (!answer.headers.has('refresh')) return html
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

test('a file that another server reads is asked for again, and left to it', async () => {
  const file = await kept()
  const answer = await page(file)
  expect(answer.headers.get('refresh')).toBe('2')
  expect(await answer.text()).toContain('is being read')
  expect(await (await manager.get('/places/files')).text()).toContain('homes.csv')
  expect((await manager.post(`/places/files/${file}/load`, { digest: 'x' })).status).toBe(404)
  await new Promise(resolve => setTimeout(resolve, 300))
  expect((await page(file)).headers.get('refresh')).toBe('2')
})

test('a server that was stopped left nothing half: who asks next has it read', async () => {
  const file = await kept()
  t.clock.turnTo(t.clock.now() + 61_000)
  expect((await page(file)).headers.get('refresh')).toBe('2')
  expect(await untilRead(file)).toContain('Streets and addresses: 1 row read')
})

test('how far the reading came stands with the file, for any page to ask', async () => {
  const many = Array.from({ length: 20_000 }, (_, nth) => {
    return `${100_090_200_000 + nth},${nth} Mill Lane,Mill Lane,Cottenham,,,CB24 8RX`
  })
  const file = await kept(csv(...many))
  t.clock.turnTo(t.clock.now() + 61_000)
  expect(await untilRead(file)).toContain('20,000 rows read')
  const [row] = await rows<{ read: number }>(
    sql`select rows_read as read from geo_files where id = ${file}`,
  )
  expect(row?.read).toBeGreaterThan(0)
})

test('a file thrown away while it is read leaves no row', async () => {
  const file = await kept()
  expect((await manager.post(`/places/files/${file}/throw-away`, {})).status).toBe(303)
  await previewFile(t.node, t.system, { file, options: asItSays }).catch(() => {})
  expect(await rows(sql`select 1 from geo_staged_rows where file = ${file}`)).toEqual([])
  expect((await page(file)).status).toBe(404)
})
