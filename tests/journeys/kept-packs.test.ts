// A council's own hazard pack is taken away or changed: do campaigns go on as they began?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/access/index.ts'
import { addPack, HazardPack, newestPacks } from '../../src/hazards/index.ts'
import { council, makeTestNode, type TestNode } from '../../src/testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  openTestCampaign,
} from '../../src/testing/small-district.ts'
import { type Server, start, stop } from './real-server.ts'

let t: TestNode
let folder: string
let cookie: string
let server: Server | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-packs-'))
  mkdirSync(join(folder, 'packs'))
  t = await makeTestNode()
  t.clock.turnTo(Date.now())
  await addSmallDistrict(t)
  addPack(HazardPack.parse(wildfire('Wildfire')))
  await addPeople(t, [{ given: 'Ada' }])
  await openTestCampaign(t, [{ given: 'Ada' }], 'wildfire')
  const { id: user } = await t.actorWith('hub-manager')
  const opened = await t.node.store.transaction({ council, actor: user }, tx =>
    openSession(tx, { council, user, now: Date.now() }),
  )
  cookie = `doorstep=${council}.${opened.token}`
})
afterAll(async () => {
  if (server) await stop(server)
  await t.close()
  rmSync(folder, { recursive: true })
})

const flood = newestPacks().find(pack => pack.id === 'flood')
const wildfire = (title: string) => ({ ...flood, id: 'wildfire', version: 1, title })

/** Another process: it knows of the pack only what its folder and the record say. */
async function startAgain(): Promise<Server> {
  if (server) await stop(server)
  server = await start(t.adminUrl, ['--data', folder])
  return server
}

async function textOf({ url }: Server, path: string): Promise<string> {
  const answer = await fetch(url + path, { headers: { cookie } })
  expect(`${path} ${answer.status}`).toBe(`${path} 200`)
  return answer.text()
}

const pages = [
  `/campaigns/${campaign}/coverage`,
  `/campaigns/${campaign}/members`,
  `/campaigns/${campaign}/run`,
  `/campaigns/${campaign}/prove`,
  '/call',
]

test('the file is gone: each page of its campaign stands, and no new one takes it', async () => {
  const again = await startAgain()
  expect(again.said()).toContain('The hazard pack wildfire, version 1, has no file any more')
  for (const path of pages) await textOf(again, path)
  expect(await textOf(again, '/campaigns/open')).not.toContain('Wildfire')
})

test('the file says something else: that is said, and campaigns keep what they had', async () => {
  writeFileSync(join(folder, 'packs', 'own.json'), JSON.stringify(wildfire('Heath fire')))
  const again = await startAgain()
  expect(again.said()).toContain('The hazard pack wildfire, version 1, was changed')
  for (const path of pages) await textOf(again, path)
  expect(await textOf(again, '/campaigns/open')).not.toContain('Heath fire')
})

test('the file is there and the same: nothing is said', async () => {
  writeFileSync(join(folder, 'packs', 'own.json'), JSON.stringify(wildfire('Wildfire')))
  const again = await startAgain()
  expect(again.said()).not.toContain('wildfire')
  expect(await textOf(again, '/campaigns/open')).toContain('Wildfire')
})
