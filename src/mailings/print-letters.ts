// Letters are made, printed 500 to a file, and posted: each step looks again who may not get one.
import { type Actor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { format } from '../pages/format.ts'
import type { Tx } from '../store/open.ts'
import { type Handled, handleMessages } from './domain/handle-messages.ts'
import { learnOutcome } from './domain/learn-outcome.ts'
import { leftOutBecause } from './domain/left-out.ts'
import { render } from './domain/render.ts'
import { partMax } from './domain/terms.ts'
import { letterStrings } from './pages/letter-strings.ts'
import { type Letter, lettersPdf } from './printing/letters-pdf.ts'
import { madeLetters, waitingLetters } from './store/letters.ts'
import { type Saying, sayingOf, type ToSend, toSend } from './store/to-send.ts'

type Of = { readonly mailing: Id; readonly actor: Actor }

/** Who waits and may get one, has one made; the others are left out, with the reason. */
export async function makeLetters(
  node: Node,
  { mailing, actor }: Of,
): Promise<Refusal | undefined> {
  for (;;) {
    const done = await inTx(node, actor, async tx => {
      const waiting = await waitingLetters(tx, actor.council, mailing)
      const looked = await look(tx, { node, mailing, actor, messages: waiting })
      return waiting.map(message => handledOf(message, looked))
    })
    if (done.length === 0) return undefined
    const asked = { id: newId(), input: { mailing, via: 'print', done } }
    const told = await act(node, actor, handleMessages, asked)
    if (isRefusal(told)) return told
  }
}

function inTx<T>(node: Node, { council }: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return node.store.transaction({ council, actor: systemId }, work)
}

type Looked = { readonly saying: Saying; readonly found: readonly ToSend[] }
type Look = Of & { readonly node: Node; readonly messages: readonly Id[] }

async function look(tx: Tx, { node, mailing, actor, messages }: Look): Promise<Looked> {
  const { council } = actor
  const saying = await sayingOf(tx, council, mailing)
  if (!saying || messages.length === 0) return { saying: noSaying, found: [] }
  return { saying, found: await toSend(tx, council, { messages, now: node.clock.now() }) }
}

const noSaying: Saying = { channel: 'letter', whom: 'everybody', wordings: {}, council: '' }

function handledOf(message: Id, { saying, found }: Looked): Handled {
  const one = found.find(each => each.message === message)
  const reason = one ? leftOutBecause(one, saying) : 'off-the-list'
  return reason ? { message, result: 'left-out', reason } : { message, result: 'handed' }
}

export type Printed = { readonly people: readonly Id[]; readonly bytes: Uint8Array }

/** One part of the letters that were made, without those who may not get one any more. */
export async function printLetters(
  node: Node,
  { mailing, actor, part }: Of & { readonly part: number },
): Promise<Printed | undefined> {
  const { saying, found } = await inTx(node, actor, async tx => {
    const messages = await madeLetters(tx, actor.council, { mailing, part })
    return look(tx, { node, mailing, actor, messages })
  })
  const to = found.filter(one => leftOutBecause(one, saying) === undefined)
  if (to.length === 0) return undefined
  const now = node.clock.now()
  const bytes = await lettersPdf({
    council: saying.council,
    letters: to.map(one => letterOf(one, saying)),
    day: { en: format('en').shortDate(now), cy: format('cy').shortDate(now) },
    page: { en: letterStrings('en').page, cy: letterStrings('cy').page },
  })
  return { people: to.map(({ person }) => person), bytes }
}

function letterOf(one: ToSend, saying: Saying): Letter {
  const filled = { name: one.given, council: saying.council }
  const { language, subject, body } = render(saying.wordings, one.language, filled)
  const address = [...one.address.split(/,\s*/), one.postcode].filter(line => line !== '')
  const code = one.message.slice(-8).toUpperCase()
  return { name: one.name, address, language, subject, body, code }
}

/** They are in the post: an attempt each, except for those who were held back since. */
export async function postLetters(
  node: Node,
  { mailing, actor }: Of,
): Promise<Refusal | undefined> {
  for (let part = 0; ; part++) {
    const messages = await inTx(node, actor, async tx => {
      const made = await madeLetters(tx, actor.council, { mailing, part })
      const { saying, found } = await look(tx, { node, mailing, actor, messages: made })
      const posted = found.filter(one => leftOutBecause(one, saying) === undefined)
      return { isOver: made.length === 0, posted: posted.map(({ message }) => message) }
    })
    if (messages.isOver) return undefined
    if (messages.posted.length === 0) continue
    const input = { messages: messages.posted.slice(0, partMax), outcome: 'posted' }
    const told = await act(node, actor, learnOutcome, { id: newId(), input })
    if (isRefusal(told)) return told
  }
}
