// Is there a question about what was looked at? Every new look is weighed once, by every rule.
import { createHash } from 'node:crypto'
import { systemActor, systemId } from '../access/index.ts'
import { actInBulk, type Draft, listCouncils } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { londonDate } from '../kernel/london.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import { questionGrew, questionRaised } from './domain/events.ts'
import { limits, type RuleName, ruleNames, rules, type Stream } from './domain/rules/index.ts'
import {
  dropWaiting,
  knownOf,
  lookerOf,
  looksAround,
  openQuestions,
  questionedLooks,
  type RawLook,
  takeWaiting,
  workOf,
} from './store/waiting-looks.ts'

const batchesMax = 20

export async function weighEverywhere(node: Node): Promise<void> {
  for (const { id } of await listCouncils(node)) await weighLooks(node, id)
}

/** How many looks were weighed. Looks without a question leave nothing in the record. */
export async function weighLooks(node: Node, council: string): Promise<number> {
  let weighed = 0
  for (let i = 0; i < batchesMax; i++) {
    const done = await weighBatch(node, council)
    if (done === 0) break
    weighed += done
  }
  return weighed
}

async function weighBatch(node: Node, council: string): Promise<number> {
  const until = new Date(node.clock.now() - limits.settledMs)
  const quiet = await node.store.transaction({ council, actor: systemId }, async tx => {
    const { looks, drafts } = await weigh(tx, council, until)
    if (drafts.length > 0) return undefined
    await dropWaiting(tx, council, looks)
    return looks.length
  })
  return quiet ?? (await raise(node, council, until))
}

/** The questions, and that their looks wait no longer, are one. */
async function raise(node: Node, council: string, until: Date): Promise<number> {
  const id = newId()
  let weighed = 0
  await actInBulk(node, systemActor(council), {
    id,
    name: 'oversight.raise-questions',
    contentHash: createHash('sha256').update(id).digest(),
    async work(tx, append) {
      const { looks, drafts } = await weigh(tx, council, until)
      await dropWaiting(tx, council, looks)
      await append(drafts)
      weighed = looks.length
      return { questions: drafts.length }
    },
  })
  return weighed
}

type Weighed = { readonly looks: readonly Id[]; readonly drafts: readonly Draft[] }

async function weigh(tx: Tx, council: string, until: Date): Promise<Weighed> {
  const taken = await takeWaiting(tx, council, until)
  const drafts: Draft[] = []
  for (const [user, own] of Map.groupBy(taken, look => look.actor)) {
    if (user !== systemId) drafts.push(...(await weighOne(tx, council, { user, own })))
  }
  return { looks: taken.map(look => look.id), drafts }
}

type Own = { readonly user: Id; readonly own: readonly RawLook[] }

async function weighOne(tx: Tx, council: string, { user, own }: Own): Promise<readonly Draft[]> {
  const [first, last] = [own[0]?.at.getTime() ?? 0, own.at(-1)?.at.getTime() ?? 0]
  const [from, openFrom] = [new Date(first - limits.massMs), new Date(first - limits.againMs)]
  const window = { actor: user, from, openFrom, until: new Date(last) }
  const raw = await looksAround(tx, council, window)
  const known = await knownOf(tx, council, [...new Set(raw.flatMap(look => look.subjects))])
  const looks = raw.map(({ subjects, at, ...look }) => {
    return { ...look, at: at.getTime(), subjects: subjects.map(id => known.get(id) ?? nobody(id)) }
  })
  const looker = await lookerOf(tx, council, { user, at: new Date(last) })
  const span = { user, from: openFrom, until: new Date(last + limits.settledMs) }
  const asked = await questionedLooks(
    tx,
    council,
    raw.map(look => look.id),
  )
  const isNew = new Set(own.map(look => look.id))
  const idle = findAll({ stream: { looker, looks, work: [] }, asked, isNew })
  if (idle.length === 0) return []
  // What was done only ever takes a question away, and is dear to read.
  const work = await workOf(tx, council, span)
  const found = findAll({ stream: { looker, looks, work }, asked, isNew })
  return draftsOf(found, { user, raw, open: await openQuestions(tx, council, user) })
}

function nobody(person: Id) {
  return { person, nameKey: '', familyKey: '', postcode: '', street: null, path: [], emails: [] }
}

type Found = { readonly rule: RuleName; readonly looks: readonly Id[] }
type Weighing = {
  readonly stream: Stream
  readonly asked: ReadonlySet<string>
  readonly isNew: ReadonlySet<Id>
}

function findAll({ stream, asked, isNew }: Weighing): readonly Found[] {
  return ruleNames.flatMap(rule => {
    const looks = stream.looks.filter(look => !asked.has(`${rule} ${look.id}`))
    return rules[rule]({ ...stream, looks }, limits)
      .filter(finding => finding.some(look => isNew.has(look)))
      .map(finding => ({ rule, looks: finding }))
  })
}

type About = {
  readonly user: Id
  readonly raw: readonly RawLook[]
  readonly open: ReadonlyMap<string, Id>
}

/** One question for a person, a rule and a day: what follows on that day makes it grow. */
function draftsOf(found: readonly Found[], { user, raw, open }: About): readonly Draft[] {
  const at = new Map(raw.map(look => [look.id, look.at.getTime()]))
  const dayOf = ({ looks }: Found) => londonDate(at.get(looks.at(-1) ?? '') ?? 0)
  const grouped = Map.groupBy(found, one => `${one.rule} ${dayOf(one)}`)
  return [...grouped].map(([key, findings]) => {
    const [rule = '', day = ''] = key.split(' ')
    const looks = [...new Set(findings.flatMap(one => one.looks))]
    const subjects = [user]
    const question = open.get(key)
    const known = { rule: rule as RuleName, looks }
    return question
      ? questionGrew({ subjects, body: { question, ...known } })
      : questionRaised({ subjects, body: { question: newId(), about: user, day, ...known } })
  })
}
