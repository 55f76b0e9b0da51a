// How does the replay write to people? Texts and letters, queued and handed over as the product
// does it, to a stand-in of GOV.UK Notify and to the printer.
import { sql } from 'kysely'
import { type Id, idFrom, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  candidatesOf,
  handOver,
  learnOutcome,
  type MailingAsked,
  makeLetters,
  postLetters,
  queueMailing,
  saveTemplate,
  sortOut,
  tellReach,
} from '../mailings/index.ts'
import { saveNotify } from '../messages/index.ts'
import {
  type NotifyStandIn,
  openNotifyStandIn,
  standInApiKey,
  standInTemplates,
} from '../testing/notify-stand-in.ts'
import { chanceOf } from './replay-luck.ts'
import {
  aManager,
  ask,
  campaign,
  council,
  inTx,
  must,
  round,
  rowsOf,
  seqNow,
  type World,
} from './replay-world.ts'

export type Post = NotifyStandIn

/** Until it is closed, this process sends its texts there. */
export async function openPost(world: World): Promise<Post> {
  const notify = await openNotifyStandIn({ now: world.clock.now })
  notify.limit(1_000_000)
  process.env.DOORSTEP_NOTIFY_URL = notify.url
  const { text: textTemplate, email: emailTemplate } = standInTemplates
  const keyed = { apiKey: standInApiKey, textTemplate, emailTemplate, callbackToken: 'a-replay' }
  const { keys } = world.node.store
  await inTx(world, tx => saveNotify(tx, { keys, council, notify: keyed }))
  return {
    ...notify,
    async close() {
      delete process.env.DOORSTEP_NOTIFY_URL
      await notify.close()
    },
  }
}

export async function sendTexts(world: World, post: Post): Promise<void> {
  const mailing = await queue(world, 'text', 'unreached')
  if (!mailing) return
  const seq = await inTx(world, seqNow)
  const before = post.got.length
  await handOver(world.node, council)
  const got = post.got.slice(before)
  await noteHanded(world, { mailing, seq, how: 'text' }, new Set(got.map(one => one.reference)))
  const isBad = ({ reference }: { reference: Id }) => chanceOf(1, reference)() < 0.08
  await learn(world, got.filter(isBad), 'permanent-failure')
  await learn(
    world,
    got.filter(one => !isBad(one)),
    'delivered',
  )
  await tellReach(world.node, council)
}

export async function sendLetters(world: World): Promise<void> {
  const mailing = await queue(world, 'letter', 'door')
  if (!mailing) return
  const asked = { mailing, actor: aManager(world) }
  const made = (await makeLetters(world.node, asked)) ?? (await postLetters(world.node, asked))
  if (made) throw new Error(`letters were refused: ${made.refused}`)
  const seq = await inTx(world, seqNow)
  const posted = await rowsOf(
    world,
    sql<{ id: Id }>`select id from mailing_messages
      where council = ${council} and mailing = ${mailing} and outcome = 'posted'`,
  )
  await noteHanded(world, { mailing, seq, how: 'letter' }, new Set(posted.map(({ id }) => id)))
  await tellReach(world.node, council)
}

/** A template of its own each time, so that having had another leaves nobody out. */
async function queue(world: World, channel: 'text' | 'letter', whom: 'unreached' | 'door') {
  const template = newId()
  const subject = channel === 'text' ? '' : 'From {council}'
  const body = '{council}: we tried to reach you, {name}. Ring 01632 960001.'
  const wording = { subject, body }
  const wordings = { en: wording, cy: wording }
  const input = { template, name: `Day ${world.day + 1} ${channel}`, channel, wordings }
  await must(world, aManager(world), [saveTemplate, input])
  const asked: MailingAsked = { campaign, channel, whom, within: null, template }
  const now = world.clock.now()
  const found = await inTx(world, tx => candidatesOf(tx, council, { ...asked, round, now }))
  const counted = sortOut(found, asked).to.length
  if (counted === 0) return undefined
  const mailing = newId()
  const whole = { ...asked, mailing, templateVersion: 1, counted }
  const done = await ask(world, aManager(world), [queueMailing, whole])
  if (isRefusal(done)) throw new Error(`a mailing was refused: ${done.refused}`)
  return mailing
}

type Sent = { readonly mailing: Id; readonly seq: number; readonly how: 'text' | 'letter' }

/** The message of a member has an id of its own. */
async function noteHanded(world: World, sent: Sent, messages: ReadonlySet<Id>): Promise<void> {
  const { mailing, seq, how } = sent
  const found = await rowsOf(
    world,
    sql<{ id: Id }>`select id from members where council = ${council} and round = ${round}`,
  )
  for (const { id: member } of found) {
    const message = idFrom('mailing message', mailing, member)
    if (messages.has(message)) world.handings.push({ member, seq, how })
  }
}

async function learn(world: World, of: readonly { reference: Id }[], outcome: string) {
  for (let from = 0; from < of.length; from += 500) {
    const messages = of.slice(from, from + 500).map(({ reference }) => reference)
    await must(world, aManager(world), [learnOutcome, { messages, outcome }])
  }
}
