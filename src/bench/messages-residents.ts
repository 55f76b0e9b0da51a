// To whom does the bench of messages write? Invented people with a mobile, all in one campaign.
import { addUser, systemActor } from '../access/index.ts'
import { act, actInBulk, type Draft, foundCouncil } from '../events/index.ts'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { saveTemplate } from '../mailings/index.ts'
import { saveNotify } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { personAdded } from '../people/index.ts'
import { memberId, memberJoined, openCampaign } from '../reach/index.ts'
import { standInApiKey, standInTemplates } from '../testing/notify-stand-in.ts'
import type { Bench } from './bench.ts'

export const benchCouncil = 'messages-bench'
export const benchCampaign = idFrom('bench', 'messages')
const round = idFrom('bench', 'messages round')
const perAppend = 2_500

/** Gives the template of what they are told. */
export async function makeResidents(
  node: Node,
  count: number,
  io: Parameters<Bench>[0]['io'],
): Promise<Id> {
  await foundCouncil(node, { id: benchCouncil, name: 'Bench', gss: null, practice: true })
  const { text: textTemplate, email: emailTemplate } = standInTemplates
  const own = { apiKey: standInApiKey, textTemplate, emailTemplate }
  const { keys } = node.store
  await node.store.transaction({ council: benchCouncil, actor: benchCouncil }, tx =>
    saveNotify(tx, { keys, council: benchCouncil, notify: { ...own, callbackToken: newId() } }),
  )
  await openIt(node)
  const progress = io.progress('People', count)
  await actInBulk(node, systemActor(benchCouncil), {
    id: newId(),
    name: 'bench.residents',
    contentHash: new Uint8Array(),
    async work(_tx, append) {
      for (let from = 0; from < count; from += perAppend / 2) {
        const some = Array.from(
          { length: Math.min(perAppend / 2, count - from) },
          (_, i) => from + i,
        )
        await append([...some.map(addedAs), ...some.map(joinedAs)])
        progress.update(from + some.length)
      }
      return {}
    },
  })
  progress.end()
  return addTemplate(node)
}

async function openIt(node: Node): Promise<void> {
  const answerable = newId()
  const grants = [{ role: 'hub-manager' as const, place: null, purpose: 'bench', until: null }]
  await done(node, addUser, { user: answerable, name: 'Bench manager', email: null, grants })
  const rule = { lists: ['bench'], places: [], withFlags: [], withoutFlags: [] }
  const named = { title: 'Messages', purpose: 'Bench', pack: 'pandemic', answerable }
  const input = { campaign: benchCampaign, round, ...named, memberKind: 'person', rule }
  await done(node, openCampaign, input)
}

async function addTemplate(node: Node): Promise<Id> {
  const template = newId()
  const body = '{council}: we tried to ring you, {name}. Please ring 01632 960001.'
  const wordings = { en: { subject: '', body } }
  await done(node, saveTemplate, { template, name: 'Bench', channel: 'text', wordings })
  return template
}

async function done(node: Node, command: { name: string }, input: object): Promise<void> {
  const answer = await act(node, systemActor(benchCouncil), command, { id: newId(), input })
  if (isRefusal(answer)) throw new Error(`${command.name} was refused: ${answer.refused}`)
}

const personOf = (nth: number): Id => idFrom('bench person', String(nth))

/** Numbers of dramas are a thousand, so many share one: the messages are counted by person. */
function addedAs(nth: number): Draft {
  const person = personOf(nth)
  const value = `+447700900${String(nth % 1_000).padStart(3, '0')}`
  return personAdded({
    subjects: [person],
    place: null,
    body: {
      ...{ person, dwelling: null, household: null, source: 'bench', flags: [] },
      contactPoints: [{ id: idFrom('bench mobile', String(nth)), kind: 'mobile' }],
    },
    words: {
      ...{ given: 'Sam', middle: '', family: `Bench ${nth}`, born: null, nhs: null },
      ...{ address: `${nth} Long Lane`, postcode: 'CB24 8RX', language: null },
      contacts: [{ value, raw: value }],
    },
  })
}

function joinedAs(nth: number): Draft {
  const subject = personOf(nth)
  const member = memberId(round, subject)
  const next = { step: 'ring' as const, at: 0 }
  const body = { member, campaign: benchCampaign, round, subject, list: null, next }
  return memberJoined({ subjects: [subject], place: null, body: { ...body, kind: 'person' } })
}
