// A sealed list is read once when it is handed in: its owner hears at once of what cannot be read,
// and nobody in it is anywhere.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealSecrets } from '../../health/index.ts'
import { listFile, rowsOf, someone } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'

let t: TestNode
let ruth: SignedIn
let list = ''
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
  const agreed = { list: 'spl', owner: 'The network', contact: '01632 960100', rule: 'always' }
  list = (await ruth.post('/sealed', agreed)).headers.get('location') ?? ''
})
afterAll(() => t.close())

const mark = 'Sealwood'
const marked = (n: number, said = {}) => someone(n, { PatientSurname: mark, ...said })
const page = async (path: string, who = ruth) => (await who.get(path)).text()
const give = (text: string) => ruth.post(`${list}/file`, { file: new File([text], 'register.csv') })
const dump = async () => {
  const tables = ['events', 'register', 'list_files', 'list_file_parts', 'sealed_parts']
  const all = await Promise.all(
    [...tables, 'sealed_checks', 'sealed_lists', 'staged_rows'].map(one => rowsOf(t, one)),
  )
  return JSON.stringify(all)
}

test('a file that could not be opened on its day is not taken, and it is said why', async () => {
  const cases: [string, string][] = [
    ['', 'The file is empty.'],
    ['a,b\n1,2\n', 'None of the first 10 rows is a header that we know.'],
    [listFile([marked(1)]).replace('DateOfDeath', 'Gone'), 'DateOfDeath'],
    [
      listFile([1, 2, 3].map(n => marked(n, { oslaua: 'E07000008' }))),
      'This list is for another council. The code or place seen in it: E07000008',
    ],
  ]
  for (const [text, sentence] of cases) {
    const answer = await give(text)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(await page(list)).toContain('Agreed, not handed in yet')
  }
  expect(await rowsOf(t, 'sealed_parts')).toEqual([])
})

test('what cannot be read of it is said by row, column and reason, and by count', async () => {
  const rows = [
    marked(1),
    marked(2, { DateOfBirth: '12/11/48' }),
    marked(3, { DateOfBirth: '1/21/1950', mobile: '12' }),
    marked(4, { Traced_NHSNUMBER: '9991000012', DateOfDeath: '01-02-2026' }),
  ]
  expect((await give(listFile(rows))).status).toBe(303)
  const html = await page(list)
  expect(/\d rows? .{0,60}stand/.exec(html)?.[0]).toBe('4 rows were read, 1 of them as they stand')
  expect(html).toContain('Birthday has a year of two digits')
  expect(html).toContain('NHS number fails its check')
  expect(html).not.toContain('Has died')
  const taken = await page(`${list}/unread.csv`)
  expect(taken.split('\r\n')).toContain('3,DateOfBirth,Birthday has a year of two digits')
  expect(taken).not.toContain(mark)
})

test('no word of anybody and no figure of it lies outside the seal', async () => {
  const kept = await dump()
  for (const word of [mark, '12/11/48', '9991000012', 'two-digit', 'nhs-number-wrong']) {
    expect(kept).not.toContain(word)
    expect(kept).not.toContain(Buffer.from(word).toString('base64').slice(0, 8))
  }
  for (const path of ['/lists', '/find?q=Sealw', '/sealed', '/campaigns', '/lists/held']) {
    expect(await page(path)).not.toContain(mark)
  }
  expect(await rowsOf(t, 'list_files')).toEqual([])
  expect(await rowsOf(t, 'people')).toEqual([])
})

test('whoever may open it, and may not keep it, is told nothing of it', async () => {
  const officer = await signedIn(t, await t.actorWith('officer'))
  const html = await page(list, officer)
  expect(html).toContain('Waits, sealed')
  expect(html).not.toContain('rows were read')
  expect((await officer.get(`${list}/unread.csv`)).status).toBe(404)
})

test('a newer file has its own account, and a new key opens both', async () => {
  await give(listFile([marked(1), marked(2)]))
  await sealSecrets(t.node)
  const html = await page(list)
  expect(html).toContain('2 rows were read, 2 of them as they stand.')
  expect(html).toContain('Every row can be loaded as it stands.')
})

test('opened, its version says it all; closed, no byte of the file is left', async () => {
  await ruth.post(`${list}/open`, { why: 'An exercise', days: '1' })
  expect(await page(list)).not.toContain('rows were read')
  expect(await rowsOf(t, 'sealed_checks')).toEqual([])
  expect(await rowsOf(t, 'people')).toHaveLength(2)
  expect((await ruth.post(`${list}/close`)).status).toBe(303)
  expect(await rowsOf(t, 'list_file_parts')).toEqual([])
  expect(JSON.stringify(await rowsOf(t, 'register'))).not.toContain(mark)
})
