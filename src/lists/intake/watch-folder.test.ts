// Is a dropped file taken once it is whole, put away with a report, and never lost or taken twice?
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayMs } from '../../kernel/clock.ts'
import { rowsOf } from '../../testing/loading-lists.ts'
import { makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { folderLooker, watchFolder } from './watch-folder.ts'

let t: TestNode
let folder = ''
const faults: unknown[] = []
beforeAll(async () => {
  t = await makeTestNode()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ds-drop-'))
  faults.length = 0
})
afterAll(() => t.close())

const watching = () => ({
  node: t.node,
  folder,
  failed: (_task: string, error: unknown) => void faults.push(error),
})
const header = 'Reference,First name,Surname,Postcode,Date of birth,Unit ID'
let people = 0
const alarms = () => {
  people += 1
  return `${header}\n${people},Ann${people},Ray,CB24 8RX,01/02/1950,U${people}\n`
}
const drop = (name: string, text: string) => writeFileSync(join(folder, name), text)
const list = (name: string) => readdirSync(join(folder, name)).sort()
const inbox = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter(one => one.isFile())
    .map(({ name }) => name)
const report = (name: string) => {
  const file = list(name).find(one => one.endsWith('.report.txt')) ?? ''
  return readFileSync(join(folder, name, file), 'utf8')
}
const done = () => rmSync(folder, { recursive: true, force: true })

test('a file is taken when it stopped growing, and lies in done/ with a report', async () => {
  const look = folderLooker(watching(), 0)
  drop('alarms.csv', alarms().slice(0, 60))
  await look()
  appendFileSync(join(folder, 'alarms.csv'), alarms().slice(60))
  await look()
  expect(inbox()).toEqual(['alarms.csv'])
  await look()
  expect(inbox()).toEqual([])
  expect(list('done').map(name => name.slice(16))).toEqual(['alarms.csv', 'alarms.csv.report.txt'])
  expect(report('done')).toContain('This is: Telecare alarms')
  expect(report('done')).toContain('Rows: 1. Every row has a place.')
  expect(report('done')).not.toContain('Ray')
  done()
})

test('the same file again is no news, and is never put over another', async () => {
  const look = folderLooker(watching(), 0)
  const text = alarms()
  for (const name of ['a.csv', 'a.csv', 'b.csv']) {
    drop(name, text)
    await look()
    await look()
  }
  expect(list('done').filter(name => name.endsWith('.csv'))).toHaveLength(3)
  const reports = list('done').filter(name => name.endsWith('.txt'))
  const texts = reports.map(name => readFileSync(join(folder, 'done', name), 'utf8'))
  expect(texts.filter(one => one.includes('nothing was written'))).toHaveLength(2)
  done()
})

test.each([
  ['empty.csv', '', 'The file is empty.'],
  ['other.csv', 'a,b\n1,2\n', 'None of the first 10 rows is a header'],
  ['book.xlsx', 'PK\u0003\u0004rest', 'This spreadsheet is damaged'],
])('%s lies in refused/ with the reason, and stays for a person to look at', async (...given) => {
  const [name, text, sentence] = given
  const look = folderLooker(watching(), 0)
  drop(name, text)
  await look()
  await look()
  expect(inbox()).toEqual([])
  expect(report('refused')).toContain(sentence)
  done()
})

test('half-written files, links and folders are left alone', async () => {
  const look = folderLooker(watching(), 0)
  drop('alarms.csv.part', alarms())
  drop('.hidden.csv', alarms())
  symlinkSync('/etc/hostname', join(folder, 'link.csv'))
  mkdirSync(join(folder, 'folder.csv'))
  const before = (await rowsOf(t, 'list_files')).length
  await look()
  await look()
  expect(await rowsOf(t, 'list_files')).toHaveLength(before)
  expect(inbox().sort()).toEqual(['.hidden.csv', 'alarms.csv.part'])
  done()
})

test('what fails for a reason of ours is tried again, and nothing of it is lost', async () => {
  const broken = { ...t.node, store: { ...t.node.store, transaction: t.node.store.transaction } }
  const look = folderLooker({ ...watching(), node: broken }, 0)
  drop('alarms.csv', alarms())
  await look()
  broken.store.transaction = (who, work) => {
    if (faults.length < 1) return Promise.reject(new Error('gone'))
    return t.node.store.transaction(who, work)
  }
  await look().catch(error => faults.push(error))
  expect(inbox()).toEqual(['alarms.csv'])
  await look()
  expect(list('done')).toHaveLength(2)
  done()
})

test('what was put away does not lie there for ever', async () => {
  const look = folderLooker(watching(), 0)
  mkdirSync(join(folder, 'done'))
  const old = join(folder, 'done', 'old.csv')
  writeFileSync(old, 'x')
  const at = new Date(t.clock.now() - 32 * dayMs)
  utimesSync(old, at, at)
  await look()
  expect(list('done')).toEqual([])
  done()
})

test('it looks by itself until it is stopped', async () => {
  drop('alarms.csv', alarms())
  const stop = watchFolder(watching())
  for (let at = 0; at < 200 && inbox().length > 0; at++) await pause(100)
  await stop()
  expect(faults).toEqual([])
  expect(list('done')).toHaveLength(2)
  done()
}, 30_000)
