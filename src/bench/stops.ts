// Is anybody with a hard stop rung, written to or printed? Ten thousand random histories, each of a
// person of their own; after every wave the queue, a text, letters and the sheets of every village
// are asked, and a fold of the raw log in plain code says who may not be in them.
import { sql } from 'kysely'
import { systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  candidatesOf,
  type MailingAsked,
  queueMailing,
  saveTemplate,
  sortOut,
} from '../mailings/index.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { endSheet, printSheet } from '../paper/index.ts'
import { currentRounds, isDue, mayBeRung } from '../reach/index.ts'
import type { Tx } from '../store/open.ts'
import type { Bench } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { type Fold, flagsAt, foldIn, newFold, standOf } from './replay-fold.ts'
import { logAfter } from './replay-log.ts'
import type { Figure } from './result.ts'
import {
  appendAll,
  campaign,
  council,
  makePeople,
  must,
  round,
  somethingTo,
  villages,
} from './stops-people.ts'

const historiesUsual = 10_000
const waves = 6

type Where = 'queue' | 'text' | 'letter' | 'call sheet' | 'street round'
type Given = Record<Where, { given: number; wrong: number }>

export const bench: Bench = async ({ seed, count = historiesUsual, dataDir, io }) => {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    const found = await tellHistories({ node, people: count, seed }, io.note)
    const load = `${count} histories of ${waves} entries, all places asked after each`
    const figures = Object.entries(found).flatMap(([where, { given, wrong }]): Figure[] => [
      { measure: `${where}: people given`, figure: given, unit: '' },
      {
        measure: `${where}: of these with a hard stop, or out`,
        figure: wrong,
        unit: '',
        target: { is: 'exactly', value: 0 },
      },
    ])
    return { name: 'stops', load, seed, figures }
  } finally {
    await node.store.close()
    await database.stop()
  }
}

export type Telling = { readonly node: Node; readonly people: number; readonly seed: number }

export async function tellHistories(
  { node, people, seed }: Telling,
  note: (line: string) => void,
): Promise<Given> {
  await makePeople(node, people)
  await node.store.takeStock()
  const fold = newFold(round)
  const chance = chanceFrom(seed)
  const known = { joined: new Set<number>(), saidNo: new Set<number>() }
  const found = newGiven()
  for (let wave = 0; wave < waves; wave++) {
    const all = Array.from({ length: people }, (_, nth) => nth)
    await appendAll(
      node,
      all.map(nth => somethingTo(nth, chance, known)),
    )
    for (const entry of await inTx(node, tx => logAfter(tx, council, fold.seq))) foldIn(fold, entry)
    await look(node, people, (where, members) => {
      const wrong = members.filter(member => isProtected(fold, member, where))
      found[where].given += members.length
      found[where].wrong += wrong.length
      for (const member of wrong.slice(0, 3)) note(`${where}, wave ${wave + 1}: ${member}`)
    })
  }
  return found
}

function newGiven(): Given {
  const none = () => ({ given: 0, wrong: 0 })
  return {
    ...{ queue: none(), text: none(), letter: none() },
    ...{ 'call sheet': none(), 'street round': none() },
  }
}

const always = [
  'deceased-reported',
  'deceased-confirmed',
  'moved-confirmed',
  'no-basis',
  'withdrawn',
]
const more: Readonly<Record<Where, readonly string[]>> = {
  queue: ['do-not-call'],
  'call sheet': ['do-not-call'],
  'street round': ['do-not-call'],
  text: ['do-not-call', 'no-texts', 'moved-reported'],
  letter: ['moved-reported'],
}

function isProtected(fold: Fold, member: Id, where: Where): boolean {
  const flags = flagsAt(fold, fold.members.get(member)?.subject ?? '')
  if ([...always, ...more[where]].some(flag => flags.has(flag))) return true
  const { state, reason } = standOf(fold, member)
  return state === 'excused' && reason !== 'listed-twice'
}

type Tell = (where: Where, members: readonly Id[]) => void

async function look(node: Node, people: number, tell: Tell): Promise<void> {
  tell('queue', await queued(node))
  tell('text', await written(node, 'text', 'everybody'))
  tell('letter', await written(node, 'letter', 'unreached'))
  for (const place of villages(people)) {
    tell('call sheet', await printed(node, 'call', place))
    tell('street round', await printed(node, 'round', place))
  }
}

function inTx<T>(node: Node, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemActor(council).id }, work)
}

async function membersOf(node: Node, query: ReturnType<typeof sql<{ id: Id }>>) {
  const found = await inTx(node, tx => query.execute(tx))
  return found.rows.map(({ id }) => id)
}

/** Everybody whom the next look for a caller could give. */
function queued(node: Node): Promise<readonly Id[]> {
  const at = new Date(node.clock.now())
  return membersOf(
    node,
    sql<{ id: Id }>`select m.id from members m where m.council = ${council}
      and m.round in (${currentRounds({ council }, { at })}) and ${isDue(at)} and ${mayBeRung}`,
  )
}

async function written(node: Node, channel: 'text' | 'letter', whom: MailingAsked['whom']) {
  const [template, mailing] = [newId(), newId()]
  const wording = { subject: channel === 'text' ? '' : 'From us', body: 'Ring 01632 960001.' }
  const wordings = { en: wording, cy: wording }
  await must(node, saveTemplate, { template, name: `Bench ${template}`, channel, wordings })
  const asked: MailingAsked = { campaign, channel, whom, within: null, template }
  const now = node.clock.now()
  const seen = await inTx(node, tx => candidatesOf(tx, council, { ...asked, round, now }))
  const counted = sortOut(seen, asked).to.length
  await must(node, queueMailing, { ...asked, mailing, templateVersion: 1, counted })
  return membersOf(
    node,
    sql<{ id: Id }>`select member as id from mailing_messages
      where council = ${council} and mailing = ${mailing}`,
  )
}

async function printed(node: Node, kind: 'call' | 'round', place: Id): Promise<readonly Id[]> {
  const sheet = newId()
  const nothing = { caller: null, person: null, need: null, blank: 0, items: '', limitPence: null }
  const words = { forWhom: 'The bench', reason: 'Stops', ring: '01632 960001' }
  const input = { sheet, kind, campaign, place, days: 0, ...nothing, ...words }
  const done = await act(node, systemActor(council), printSheet, { id: sheet, input })
  if (isRefusal(done)) {
    if (done.refused === 'nobody-left') return []
    throw new Error(`a sheet was refused: ${done.refused}`)
  }
  const lines = await membersOf(
    node,
    sql<{ id: Id }>`select member as id from paper_lines
      where council = ${council} and sheet = ${sheet}`,
  )
  await must(node, endSheet, { sheet, how: 'destroyed', note: '' })
  return lines
}
