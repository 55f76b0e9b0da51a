// By which versions of which lists is somebody in a proof? As loaded, and as taken back again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { act } from '../../events/index.ts'
import { getPack } from '../../hazards/index.ts'
import { newId } from '../../kernel/ids.ts'
import { openCampaign } from '../../reach/index.ts'
import { listFile, loadFileOf, rowsOf, someone } from '../../testing/loading-lists.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'
import { issueProof } from './issue-proof.ts'
import { coverageOf, findProof } from './proofs.ts'

let t: TestNode
let manager: Actor
const campaign = newId()

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  manager = await t.actorWith('hub-manager')
  const pack = getPack('pandemic', 1).id
  const rule = { lists: ['spl'], places: [], withFlags: [], withoutFlags: [] }
  const words = { title: 'Spring', purpose: 'Ring everybody', answerable: manager.id }
  const input = { campaign, round: newId(), ...words, pack, memberKind: 'person', rule }
  await act(t.node, t.system, openCampaign, { id: newId(), input })
  await loadFileOf(t, listFile([1, 2, 3, 4].map(n => someone(n))))
  t.clock.turnTo(t.clock.now() + 60_000)
  await loadFileOf(t, listFile([someone(1), someone(2), someone(5), someone(3, { mobile: 'x' })]))
})
afterAll(() => t.close())

async function proofAt(at: number | null) {
  const id = newId()
  const refusal = await issueProof(t.node, manager, { id, campaign, place: null, at })
  expect(refusal).toBeUndefined()
  const asked = { permission: 'proof.read', now: t.clock.now() }
  const scope = scopeOf(t.node.registry.permissions, manager, asked)
  return t.node.store.transaction({ council, actor: manager.id }, async tx => {
    const proof = await findProof(tx, scope, id)
    if (!proof) throw new Error('the proof is not there')
    return coverageOf(tx, council, proof)
  })
}

type Row = { version: string; person: string | null; outcome: string }

test('each line names the versions whose rows name them, as the rows are accounted', async () => {
  const { head, lines, members } = await proofAt(null)
  expect(head.versions.map(({ list, number, rows }) => [list, number, rows.all])).toEqual([
    ['spl', 1, 4],
    ['spl', 2, 4],
  ])
  const versions = await rowsOf<{ id: string; number: number }>(t, 'list_versions')
  const rows = await rowsOf<Row>(t, 'list_rows')
  expect(lines).toHaveLength(5)
  for (const line of lines) {
    const { subject } = members.get(line.code) ?? {}
    const named = rows.filter(row => row.person === subject && row.outcome !== 'rejected')
    const numbers = named.map(row => versions.find(({ id }) => id === row.version)?.number)
    const said = line.versions.map(at => head.versions[at]?.number)
    expect(said).toEqual(numbers.sort())
    expect(said.length).toBeGreaterThan(0)
  }
})

test('at an earlier moment the later version is not there', async () => {
  const { head, lines } = await proofAt(t.clock.now() - 30_000)
  expect(head.versions.map(({ number }) => number)).toEqual([1])
  expect(lines.map(({ versions }) => versions)).toEqual([[0], [0], [0], [0]])
})
