// Can a file that nobody knows be explained once, and is the next one like it recognised?
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareRebuild, verifyCouncil } from '../../events/index.ts'
import { workbook } from '../../files-out/writing/workbook.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { type SignedIn, signedIn } from '../../testing/request.ts'

let t: TestNode
let ruth: SignedIn
beforeAll(async () => {
  t = await makeTestNode()
  ruth = await signedIn(t, await t.actorWith('hub-manager'))
})
afterAll(() => t.close())

const head = 'Client,Hatched,Dwelling,PC,Ring on,Shoe size'
const lines = [
  'Peggy Ellison,17/09/1948,4 Mill Lane,cb248rx,7700900361,5',
  'Walter Ray,04/03/1943,6 Mill Lane,CB24 8RX,01632 960118,9',
]
const file = (name: string, ...rows: string[]) =>
  new File([['Meals club,,', 'April', head, ...rows, ''].join('\n')], name)

function to(response: Response): string {
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

async function upload(sent: File): Promise<string> {
  const path = to(await ruth.post('/lists/any/files', { file: sent }))
  await untilRead(path)
  return path
}

async function untilRead(path: string): Promise<void> {
  while ((await ruth.get(path)).headers.has('refresh')) await pause(20)
}

const text = async (path: string) => (await ruth.get(path)).text()
const words = (html: string) =>
  html
    .replace(/[\s\S]*<main/, '')
    .replace(/<[^>]*>/g, ' ')
    .slice(0, 900)
const heading = async (path: string) => /<b>([^<]*)<\/b>/.exec(await text(path))?.[1]
const chosen = (html: string, name: string) => {
  const select = new RegExp(`<select[^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(html)?.[1]
  return /<option value="([^"]*)" selected/.exec(select ?? '')?.[1] ?? ''
}

let path = ''

test('a file of columns that nobody knows is not loaded, and asks what they are', async () => {
  path = await upload(file('meals.csv', ...lines))
  const refused = await text(path)
  expect(refused).toContain('None of the first 10 rows is a header that we know')
  expect(refused).toContain(`${path}/columns`)
})

test('each column shows values as they came, and what is guessed from them', async () => {
  const page = await text(`${path}/columns`)
  expect(chosen(page, 'row')).toBe('3')
  const guesses = [0, 1, 2, 3, 4, 5].map(at => chosen(page, `role-${at}`))
  expect(guesses).toEqual(['unused', 'unused', 'unused', 'postcode', 'phone', 'unused'])
  for (const value of ['Peggy Ellison', '17/09/1948', 'cb248rx', '7700900361']) {
    expect(page).toContain(`<span class="ds-asgot">${value}</span>`)
  }
})

const answers = {
  row: '3',
  list: 'new',
  name: 'Meals club',
  covers: 'whole',
  about: 'person',
  'role-0': 'full-name',
  'role-1': 'date-of-birth',
  'role-2': 'address-line',
  'role-3': 'postcode',
  'role-4': 'phone',
  'role-5': 'unused',
}

test('what cannot be is said beside its column, and no answer is lost', async () => {
  const wrong = { ...answers, 'role-0': 'unused', 'role-2': 'postcode', name: '' }
  const response = await ruth.post(`${path}/columns`, wrong)
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('No column is a surname or a full name')
  expect(page).toContain('href="#role-3"')
  expect(page).toContain('href="#name"')
  expect(chosen(page, 'role-1')).toBe('date-of-birth')
  expect(chosen(page, 'role-2')).toBe('postcode')
})

test('what each column is, once said, is a list of the council, and the file is read', async () => {
  expect(to(await ruth.post(`${path}/columns`, answers))).toBe(path)
  await untilRead(path)
  const preview = await text(path)
  expect(preview).toContain('This is: Meals club')
  expect(preview).toContain('Load 2 rows')
  const rows = await text(`${path}/rows`)
  expect(rows).toContain('Ellison')
})

test('the next file like it is recognised by itself, in any order or as a workbook', async () => {
  const shuffled = new File(
    [
      [
        'PC,HATCHED,client,Ring On,dwelling,x',
        'CB24 8RX,01/02/1950,Ann Ray,,9 Mill Lane,',
        '',
      ].join('\n'),
    ],
    'meals-2.csv',
  )
  expect(await heading(await upload(shuffled))).toBe('This is: Meals club')
  const names = head.split(',')
  const bytes = await workbook({
    head: { lines: [['Meals club']] },
    columns: names.map(name => ({ name, kind: 'text' })),
    rows: lines.map(line => ({ cells: line.split(','), people: [] })),
  })
  const book = new File([new Uint8Array(bytes)], 'meals.xlsx')
  expect(await heading(await upload(book))).toBe('This is: Meals club')
})

const known = 'Reference,First name,Surname,Postcode,Phone,Unit ID,Date of birth'
const alarm = (name: string, header: string) =>
  new File([`${header}\n7,Ann,Ray,CB24 8RX,01632 960118,U1,01/02/1950\n`], name)

test('a column under a new name is said, mapped by a person, and remembered', async () => {
  const renamed = known.replace('Date of birth', 'Geboren')
  const first = await upload(alarm('alarms.csv', renamed))
  const page = await text(first)
  expect(page).toContain('This is: Telecare alarms')
  expect(page).toContain('Read Geboren as Date of birth')
  to(await ruth.post(`${first}/renamed`, { renamed: 'Date of birth\u001fGeboren' }))
  await untilRead(first)
  expect(await text(first)).toContain('A column has a new name')
  const second = await upload(alarm('alarms-2.csv', `${renamed},Spare`))
  const again = await text(second)
  expect(again).not.toContain('Read Geboren as')
  expect(again).toContain('Dates of birth can be read in 1 row')
})

test('a list for another council is refused with the code that was seen', async () => {
  const rows = ['1', '2', '3'].map(id => `${id},999${id},Ann,Ray,01/02/1950,CB24 8RX,,E09000012`)
  const header =
    'ID,nhs_number,first_name,last_name,date_of_birth,address_postcode,contact_number_calls,ladcode'
  const sent = new File([[header, ...rows, ''].join('\n')], 'nsss.csv')
  const page = words(await text(await upload(sent)))
  expect(page).toContain('This list is for another council')
  expect(page).toContain('E09000012')
})

test('profiles and names are made again from the record, and the record verifies', async () => {
  const who = { council, actor: t.system.id }
  const compared = await compareRebuild(t.node.store, t.node.registry, who)
  expect(compared.differences).toEqual([])
  const verified = await verifyCouncil(t.node, council)
  expect(verified.flatMap(({ wrong }) => wrong)).toEqual([])
})

test('only who may load lists sees the page, and a file that is gone has none', async () => {
  const handler = await signedIn(t, await t.actorWith('call-handler'))
  expect((await handler.get(`${path}/columns`)).status).toBe(404)
  to(await ruth.post(`${path}/throw-away`))
  expect((await ruth.get(`${path}/columns`)).status).toBe(404)
})
