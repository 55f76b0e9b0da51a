// Is a proof what the council signed, who sees it, and is a file that was changed found out?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '../../access/index.ts'
import { entries } from '../../cli/commands.ts'
import { runCommand } from '../../cli/run-command.ts'
import { act, verifyCouncil } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { recordAttempt } from '../../reach/index.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import {
  addPeople,
  addSmallDistrict,
  campaign,
  memberOf,
  openTestCampaign,
  otherStreet,
  otherVillage,
  village,
} from '../../testing/small-district.ts'
import type { CoveragePart } from '../domain/proof-form.ts'
import { checkProofFile, writeProofFile } from '../read-proof-file.ts'
import { fingerprintOf, newKeyPair, signHead } from '../signing.ts'
import { checkAgainstLog } from './check-against-log.ts'
import { countersign } from './countersign.ts'
import { issueProof } from './issue-proof.ts'
import { proofParts } from './proof-parts.ts'
import { findProof, type Proof, proofsOf } from './proofs.ts'
import { findRedacted, redactProof } from './redact-proof.ts'

let t: TestNode
let manager: Actor
let lead: Actor
const people = [
  { given: 'Ada' },
  { given: 'Ben' },
  { given: 'Cat' },
  { given: 'Eve', place: otherStreet },
]

beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
  await addPeople(t, people)
  await openTestCampaign(t, people)
  manager = await t.actorWith('hub-manager')
  lead = await t.actorWith('village-coordinator', village)
  t.clock.turnTo(t.clock.now() + 3_600_000)
  await attempt('Ada', 'spoke_complete')
  await attempt('Ben', 'no_answer')
})
afterAll(() => t.close())

async function attempt(given: string, outcome: string) {
  const input = {
    ...{ attempt: newId(), member: memberOf(given), channel: 'call', contactPoint: null, outcome },
    ...{ needs: [], note: '', promisedAt: null, happenedAt: null, scriptVersion: null },
  }
  await act(t.node, manager, recordAttempt, { id: newId(), input })
}

const issueAs = (actor: Actor, place: Id | null, id = newId()) =>
  issueProof(t.node, actor, { id, campaign, place, at: null })

function asked<T>(actor: Actor, work: (tx: never, scope: never) => Promise<T>): Promise<T> {
  const now = t.clock.now()
  const scope = scopeOf(t.node.registry.permissions, actor, { permission: 'proof.read', now })
  return t.node.store.transaction({ council, actor: actor.id }, tx =>
    work(tx as never, scope as never),
  )
}

async function issued(place: Id | null): Promise<Proof> {
  const id = newId()
  expect(await issueAs(manager, place, id)).toBeUndefined()
  const found = await asked(manager, (tx, scope) => findProof(tx, scope, id))
  if (!found) throw new Error('the proof is not there')
  return found
}

const fileOf = (proof: Proof) => asked(manager, tx => proofParts(tx, council, proof))

describe('a proof', () => {
  test('counts everybody of the place once, and nobody else', async () => {
    const whole = await issued(null)
    expect(whole.counts).toEqual({ listed: 4, reached: 1, tried: 1, untried: 2, excused: 0 })
    const here = await issued(village)
    expect(here.counts).toEqual({ listed: 3, reached: 1, tried: 1, untried: 1, excused: 0 })
    expect(here.number).toBe(whole.number + 1)
    expect(here.key).toBe(whole.key)
  })

  test('holds no name, no address, no phone and no id of a person or member', async () => {
    const text = writeProofFile(await fileOf(await issued(null)))
    for (const { given } of people) expect(text).not.toContain(given)
    for (const word of ['Pratt', 'Mill Lane', '01632', memberOf('Ada'), manager.id, manager.name]) {
      expect(text).not.toContain(word)
    }
  })

  test('is issued once for one form, however often it is sent', async () => {
    const id = newId()
    expect(await issueAs(manager, village, id)).toBeUndefined()
    expect(await issueAs(manager, village, id)).toBeUndefined()
    expect(await issueAs(manager, null, id)).toMatchObject({ refused: 'id-reuse' })
  })

  test('is issued and seen only by those whose place it is', async () => {
    const other = await issued(otherVillage)
    const whole = await issued(null)
    const own = await issued(village)
    const seen = (await asked(lead, (tx, scope) => proofsOf(tx, scope, null))).map(({ id }) => id)
    expect(seen).toContain(own.id)
    expect(seen).not.toContain(other.id)
    expect(seen).not.toContain(whole.id)
    expect(await issueAs(lead, village)).toMatchObject({ refused: 'not-found' })
    const officer = await t.actorWith('officer', village)
    expect(await issueAs(officer, null)).toMatchObject({ refused: 'not-found' })
    expect(await issueAs(officer, otherVillage)).toMatchObject({ refused: 'not-found' })
    expect(await issueAs(officer, village)).toBeUndefined()
  })

  test('of a moment that has not come yet, or before the campaign, is refused', async () => {
    const at = t.clock.now() + 60_000
    const later = issueProof(t.node, manager, { id: newId(), campaign, place: null, at })
    expect(await later).toMatchObject({ refused: 'invalid' })
    const before = issueProof(t.node, manager, { id: newId(), campaign, place: null, at: 1 })
    expect(await before).toMatchObject({ refused: 'not-found' })
  })

  test('agrees with the log, and is among what verify checks', async () => {
    const [part] = await fileOf(await issued(null))
    if (!part) throw new Error('no part')
    expect(await checkAgainstLog(t.node, part)).toBeUndefined()
    const checks = await verifyCouncil(t.node, council)
    expect(checks.find(one => one.name === 'proofs')).toMatchObject({ counted: 5, wrong: [] })
  })
})

describe('a file that somebody made to look right', () => {
  async function forged(change: (part: CoveragePart) => void) {
    const [part] = await fileOf(await issued(null))
    const { privateKey, publicKey } = newKeyPair()
    const made = structuredClone(part) as CoveragePart
    change(made)
    made.head.key = publicKey
    return { ...made, signature: signHead(made.head as never, { privateKey }) }
  }

  test('with another key holds by itself, and not where the keys are known', async () => {
    const part = await forged(() => {})
    expect(checkProofFile(Buffer.from(writeProofFile([part]))).wrong).toBeUndefined()
    expect(await checkAgainstLog(t.node, part)).toContain('none of this council’s')
  })

  test('with other figures says which', async () => {
    const part = await forged(({ head }) => {
      head.counts.reached += 1
    })
    const { wrong } = checkProofFile(Buffer.from(writeProofFile([part])))
    expect(wrong).toBe('The head says 2 reached, and its lines are 1.')
  })

  test('is found by the command, in one sentence and with exit code 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-proof-'))
    const file = join(folder, 'proof.json')
    const parts = await fileOf(await issued(village))
    const text = writeProofFile(parts)
    writeFileSync(file, text)
    const right = await typed([file])
    expect(right.code).toBe(0)
    expect(right.out).toContain('1 reached + 1 tried + 1 not yet tried + 0 excused = 3 listed.')
    const fingerprint = fingerprintOf(parts[0]?.head.key ?? '')
    expect((await typed([file, '--key', fingerprint])).code).toBe(0)
    expect((await typed([file, '--key', '0000 1111'])).out).toContain('another key')
    writeFileSync(file, text.replace('"outcome":"no_answer"', '"outcome":"refused"'))
    const wrong = await typed([file])
    expect(wrong.code).toBe(1)
    expect(wrong.out).toMatch(/^WRONG {3}Line \d \([0-9A-Z-]{11}\) was changed: [^.]+\.\n$/)
    rmSync(folder, { recursive: true })
  })

  async function typed(words: string[]) {
    let out = ''
    const screen = { write: (text: string) => (out += text) }
    const code = await runCommand(['verify-proof', ...words], entries, {
      stdout: screen,
      stderr: screen,
    })
    return { code, out }
  }
})

describe('counter-signing', () => {
  test('is by somebody else of the place, once, of what they saw', async () => {
    const proof = await issued(village)
    const { digest } = proof
    const sign = (actor: Actor, more: object = {}) =>
      countersign(t.node, actor, {
        ...{ id: newId(), proof: proof.id, digest, agrees: true, remark: '' },
        ...more,
      })
    expect(await sign(manager)).toMatchObject({ refused: 'not-found' })
    const elsewhere = await t.actorWith('village-coordinator', otherVillage)
    expect(await sign(elsewhere)).toMatchObject({ refused: 'not-found' })
    expect(await sign(lead, { digest: '0'.repeat(64) })).toMatchObject({ refused: 'stale-preview' })
    expect(await sign(lead, { agrees: false })).toMatchObject({ refused: 'reason-needed' })
    expect(await sign(lead)).toBeUndefined()
    expect(await sign(lead)).toMatchObject({ refused: 'already-done' })
    const parts = await fileOf(proof)
    expect(parts.map(({ head }) => head.kind)).toEqual(['coverage', 'countersignature'])
    expect(checkProofFile(Buffer.from(writeProofFile(parts))).wrong).toBeUndefined()
    const other = await fileOf(await issued(village))
    const mixed = [other[0] as CoveragePart, ...parts.slice(1)]
    const { wrong } = checkProofFile(Buffer.from(writeProofFile(mixed)))
    expect(wrong).toContain('is of another proof')
  })
})

describe('a redacted form', () => {
  test('says no code but one’s own, holds by itself and agrees with the log', async () => {
    const proof = await issued(village)
    const [whole] = await fileOf(proof)
    const line = (whole as CoveragePart).lines[0]?.code ?? ''
    const officer = await t.actorWith('officer')
    const make = (law: 'freedom-of-information' | 'subject-access', own: string | null) => {
      const id = newId()
      const asking = { id, proof: proof.id, law, line: own, reason: 'Letter 12' }
      return redactProof(t.node, officer, asking).then(refusal => ({ id, refusal }))
    }
    expect((await make('subject-access', null)).refusal).toMatchObject({ refused: 'invalid' })
    for (const [law, own] of [
      ['freedom-of-information', null],
      ['subject-access', line],
    ] as const) {
      const { id, refusal } = await make(law, own)
      expect(refusal).toBeUndefined()
      const found = await asked(officer, (tx, scope) => findRedacted(tx, scope, id))
      if (!found) throw new Error('no form')
      const text = writeProofFile([found.part])
      expect(checkProofFile(Buffer.from(text)).wrong).toBeUndefined()
      expect(await checkAgainstLog(t.node, found.part)).toBeUndefined()
      const codes = text.match(/"[0-9A-Z]{5}-[0-9A-Z]{5}"/g) ?? []
      expect(codes).toEqual(own ? [`"${own}"`] : [])
      expect(found.part.head.counts.listed).toBe(null)
    }
  })
})
