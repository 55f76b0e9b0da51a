// From a file in the browser to the record and back to a report, page by page.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { makeTestApp, type SignedIn, signedIn, testOrigin } from '../../testing/request.ts'
import { spl } from '../domain/profiles/index.ts'
import { keepFile } from '../store/files.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const names = spl.columns.map(({ name }) => name)
type Cells = Readonly<Record<string, string>>
const ann: Cells = {
  Traced_NHSNUMBER: '9990487715',
  PatientFirstName: 'Ann',
  PatientSurname: 'Ellison',
  DateOfBirth: '19480917',
  PatientAddress_Line1: '4 Mill Lane',
  PatientAddress_PostCode: 'CB24 8RX',
  mobile: '7700900361',
  oslaua: 'E07000012',
}
const formula = { ...ann, Traced_NHSNUMBER: '9990000018', PatientSurname: '=cmd()<b>' }
const rose = { ...ann, Traced_NHSNUMBER: '', PatientFirstName: 'Rose', DateOfBirth: '12/11/48' }

function fileOf(...rows: Cells[]): File {
  const lines = rows.map(row => names.map(name => row[name] ?? '').join(','))
  return new File([[names.join(','), ...lines, ''].join('\n')], 'SPL_v1.csv')
}

function to(response: Response): string {
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

async function upload(file: File): Promise<string> {
  const path = to(await ruth.post('/lists/spl/files', { file }))
  await untilRead(path)
  return path
}

/** The page asks again by itself until the file is read. */
async function untilRead(path: string): Promise<void> {
  while ((await ruth.get(path)).headers.has('refresh')) await pause(20)
}

const digestIn = (html: string) => /name="digest" value="([0-9a-f]+)"/.exec(html)?.[1] ?? ''

test('a file is read, shown, loaded and accounted for', async () => {
  const file = await upload(fileOf(ann, formula, rose))
  const preview = await (await ruth.get(file)).text()
  expect(preview).toContain('Nothing is written yet')
  expect(preview).toContain('Birthday has a year of two digits')
  expect(await (await ruth.get('/lists')).text()).toContain('No list is loaded yet')
  const version = to(await ruth.post(`${file}/load`, { digest: digestIn(preview) }))
  const result = await (await ruth.get(version)).text()
  expect(result).toContain('Version 1 is loaded.')
  const rows = await (await ruth.get(`${version}/rows?outcome=accepted`)).text()
  expect(rows).toContain('data-total="2"')
  expect(rows).toContain('=cmd()&lt;b&gt;')
  const report = await (await ruth.get(`${version}/report.csv`)).text()
  expect(report.split('\r\n').filter(line => /^\d+,/.test(line))).toHaveLength(3)
  expect(report).toContain(",'=cmd()<b>,")
  const sender = await (await ruth.get(`${version}/sender.csv`)).text()
  expect(sender).not.toContain('Ellison')
  expect(sender).toContain('Birthday has a year of two digits')
})

test('the same file under another name leads to the version that it was', async () => {
  const again = new File([await fileOf(ann, formula, rose).text()], 'copy.csv')
  const file = await upload(again)
  const version = to(await ruth.get(file))
  expect(await (await ruth.get(version)).text()).toContain('This very file was loaded')
})

test('a figure that has moved since it was shown is shown again, not loaded', async () => {
  const file = await upload(fileOf(ann, { ...formula, Traced_NHSNUMBER: '9990000026' }))
  const stale = to(await ruth.post(`${file}/load`, { digest: 'f'.repeat(64) }))
  expect(await (await ruth.get(stale)).text()).toContain('Things have changed')
  expect(to(await ruth.post(`${file}/throw-away`))).toBe('/lists')
  expect((await ruth.get(file)).status).toBe(404)
})

test('a file that cannot be read says why; no file at all is an error on the form', async () => {
  const empty = await ruth.get(await upload(new File(['\n'], 'empty.csv')))
  expect(await empty.text()).toContain('The file is empty.')
  const missing = await ruth.post('/lists/spl/files')
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('href="#file"')
  expect((await ruth.post('/lists/none/files')).status).toBe(404)
})

test('a suggested new name is taken only when a person says so', async () => {
  const text = (await fileOf({ ...ann, SPL_Version: '3' }).text()).replace(
    'DateOfBirth',
    'Date_Birth',
  )
  const file = await upload(new File([text], 'renamed.csv'))
  expect(await (await ruth.get(file)).text()).toContain('Perhaps')
  to(await ruth.post(`${file}/renamed`, { renamed: 'DateOfBirth\u001fDate_Birth' }))
  await untilRead(file)
  expect(await (await ruth.get(file)).text()).toContain('A column has a new name')
})

test('a held row is decided once: added, or left out', async () => {
  const queue = await (await ruth.get('/lists/held')).text()
  const entry = /href="(\/lists\/held\/[0-9a-f-]{36})"/.exec(queue)?.[1] ?? ''
  expect(await (await ruth.get(entry)).text()).toContain('12/11/48')
  const nothing = await ruth.post(entry)
  expect(nothing.status).toBe(422)
  expect(to(await ruth.post(entry, { answer: 'load' }))).toBe('/lists/held')
  expect((await ruth.post(entry, { answer: 'load' })).status).toBe(409)
  expect(await (await ruth.get('/lists/held')).text()).toContain('Nothing waits')
})

test('a file is read beside the request, and its page says how far it has come', async () => {
  const many = Array.from({ length: 3_000 }, (_, at) => ({ ...ann, PatientSurname: `E${at}` }))
  const path = to(await ruth.post('/lists/spl/files', { file: fileOf(...many) }))
  const page = await ruth.get(path)
  expect(page.headers.get('refresh')).toBe('2')
  expect(await page.text()).toMatch(/Reading [\d,]+ of 3,000 rows/)
  expect(await (await ruth.get('/lists')).text()).toContain('Being read')
  await untilRead(path)
  expect(await (await ruth.get(path)).text()).toContain('Nothing is written yet')
})

test('a file whose server stopped while it read is taken up again by whoever looks', async () => {
  const chunks = fileOf({ ...ann, PatientSurname: 'Later' }).stream() as never
  const kept = await keepFile(t.node, t.system, { profile: spl, name: 'later.csv', chunks })
  if ('problem' in kept) throw new Error(kept.problem)
  await untilRead(`/lists/files/${kept.id}`)
  const page = await ruth.get(`/lists/files/${kept.id}`)
  expect(await page.text()).toContain('Nothing is written yet')
})

const gigabyte = 2 ** 30
const posted = (headers: Record<string, string>, body: ReadableStream) => ({
  method: 'POST',
  headers: { host: 'doorstep.test', origin: testOrigin, cookie: ruth.cookie, ...headers },
  body,
  duplex: 'half',
})

test('a file of two gigabytes is refused in a sentence, and not held', async () => {
  let given = 0
  const piece = new Uint8Array(2 ** 20)
  const endless = () =>
    new ReadableStream({
      pull(stream) {
        given += piece.length
        stream.enqueue(piece)
      },
    })
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  const said = { ...type, 'content-length': String(2 * gigabyte) }
  const at = `${testOrigin}/lists/spl/files`
  const app = makeTestApp(t)
  const known = await app.request(at, posted(said, endless()) as RequestInit)
  expect(known.status).toBe(413)
  expect(await known.text()).toContain('200 MB')
  expect(given).toBeLessThan(16 * piece.length)
  const silent = await app.request(at, posted(type, endless()) as RequestInit)
  expect(silent.status).toBe(413)
  expect(given).toBeLessThan(gigabyte)
})

test('nobody but a hub manager gets in', async () => {
  const handler = await signedIn(t, await t.actorWith('call-handler'))
  for (const path of ['/lists', '/lists/held']) expect((await handler.get(path)).status).toBe(404)
})

test('an address that no page of ours made does not exist', async () => {
  for (const path of ['/lists/versions/x', '/lists/files/x/rows', '/lists/held?reason=x']) {
    expect((await ruth.get(path)).status).toBe(404)
  }
})

test('behind “dropped” stand those who are not in the file, before and after', async () => {
  const file = await upload(fileOf({ ...ann, Traced_NHSNUMBER: '9990000034' }))
  const preview = await (await ruth.get(file)).text()
  const dropped = /\/dropped">(\d+)<\/a>/.exec(preview)?.[1]
  expect(Number(dropped)).toBeGreaterThan(0)
  expect(await (await ruth.get(`${file}/dropped`)).text()).toContain(`data-total="${dropped}"`)
  const version = to(await ruth.post(`${file}/load`, { digest: digestIn(preview) }))
  expect(await (await ruth.get(version)).text()).toContain(`${version}/dropped">${dropped}</a>`)
  const list = await (await ruth.get(`${version}/dropped`)).text()
  expect(list).toContain(`data-total="${dropped}"`)
  expect(list.match(/<th scope="row">/g)).toHaveLength(Number(dropped))
})
