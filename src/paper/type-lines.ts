// What was typed back goes in by the ordinary doors: attempts, worries, needs. Each line once,
// however often the form is sent; what a second person typed for a line is kept beside it.
import type { Actor } from '../access/index.ts'
import { tellWorry } from '../concerns/index.ts'
import { act } from '../events/index.ts'
import { type Id, idFrom } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { changeNeed } from '../needs/index.ts'
import type { Node } from '../node.ts'
import { recordAttempt } from '../reach/index.ts'
import type { Attempt } from './domain/read-line.ts'
import { type SayLine, sayLine } from './domain/say-line.ts'
import { attemptOn, saidOn } from './store/lines.ts'

/** `same`: it was in already, word for word. */
export type TypedResult = 'saved' | 'same' | 'again' | 'not-kept'

export type Typist = { readonly node: Node; readonly actor: Actor }

export type TriedLine = {
  readonly line: Id
  readonly person: Id | null
  readonly attempt: Attempt
  readonly worry: string | undefined
  /** As it was typed, for when no attempt can be made of it. */
  readonly text: string
}

const worryLettersMax = 500

export async function typeTried(typist: Typist, tried: TriedLine): Promise<TypedResult> {
  const { node, actor } = typist
  const { line, person, attempt, worry } = tried
  if (worry !== undefined && person !== null) {
    const id = idFrom('paper worry', line)
    const words = worry.slice(0, worryLettersMax)
    await act(node, actor, tellWorry, { id, input: { worry: id, person, isDanger: false, words } })
  }
  const id = idFrom('paper line', line, actor.id, JSON.stringify(attempt))
  const done = await act(node, actor, recordAttempt, { id, input: attempt })
  if (!isRefusal(done)) return 'saved'
  if (done.refused !== 'already-done') return keepWords(typist, tried, 'not-kept')
  const before = await inTx(typist, tx => attemptOn(tx, actor.council, line))
  const isSame = before?.outcome === attempt.outcome && before.at.getTime() === attempt.happenedAt
  return isSame ? 'same' : keepWords(typist, tried, 'again')
}

async function keepWords(typist: Typist, tried: TriedLine, why: 'again' | 'not-kept') {
  const { line, attempt, text } = tried
  const { outcome, happenedAt } = attempt
  const said = idFrom('paper said', why, line, typist.actor.id, text)
  const words = { outcome, triedAt: happenedAt, totalPence: null, text }
  await say(typist, { said, line, why, ...words })
  return why
}

export type ToldLine = {
  readonly line: Id
  readonly need: Id | null
  readonly outcome: string | null
  readonly totalPence: number | null
  readonly text: string
}

/** A shopping trip or a line of a register: the first to type it is what it says. */
export async function typeTold(typist: Typist, told: ToldLine): Promise<TypedResult> {
  const { line, need, ...words } = told
  const said = idFrom('paper said', line)
  const what = { ...words, triedAt: null }
  const done = await say(typist, { said, line, why: 'not-a-try', ...what })
  if (!isRefusal(done)) {
    if (need !== null && told.outcome === 'H') await meet(typist, line, need)
    return 'saved'
  }
  const before = await inTx(typist, tx => saidOn(tx, typist.actor.council, said))
  if (before?.words === told.text && before.outcome === told.outcome) return 'same'
  const other = idFrom('paper said', 'again', line, typist.actor.id, JSON.stringify(words))
  await say(typist, { said: other, line, why: 'again', ...what })
  return 'again'
}

/** They have what they asked for; refused where it was met before. */
async function meet({ node, actor }: Typist, line: Id, need: Id): Promise<void> {
  const id = idFrom('paper need', line, actor.id)
  await act(node, actor, changeNeed, { id, input: { need, state: 'met' } })
}

function say({ node, actor }: Typist, input: SayLine) {
  const id = idFrom('paper say', actor.id, JSON.stringify(input))
  return act(node, actor, sayLine, { id, input })
}

function inTx<T>({ node, actor }: Typist, work: Parameters<typeof node.store.transaction<T>>[1]) {
  return node.store.transaction({ council: actor.council, actor: actor.id }, work)
}
