// Who is rung next, and what does the caller see of them?
import { recordRead, type Scope, scopeOf } from '../../access/index.ts'
import { type BeingHandled, beingHandled } from '../../concerns/index.ts'
import { getPack, type HazardPack, packIn } from '../../hazards/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { type Need, needsOf } from '../../needs/index.ts'
import { mayContact } from '../../people/index.ts'
import { type StoppedHere, stoppedHere } from '../../standstill/index.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds, reading } from '../../web/request.ts'
import { outNow, type Said, worksAt } from '../../works/index.ts'
import { type Call, findCall } from '../store/find-call.ts'
import { findSaved, type Saved } from '../store/find-saved.ts'
import { hold, holdMs, takeNext } from '../store/holds.ts'
import { scriptToSay } from '../store/scripts.ts'
import { type Stop, stopsOf } from '../store/stops-of.ts'
import { type Answers, noAnswers, type Problem, versionIn } from './call-answers.ts'
import { CallPage, NobodyLeft, Taken } from './call-view.tsx'
import { pastWord } from './call-who.tsx'
import { type Calls, callsToday } from './calls-today.ts'
import { draftsOf } from './drafts.tsx'
import { StoppedPage } from './stopped-view.tsx'
import { callStrings } from './strings.ts'

/** GET /call: holds the next person and goes there. */
export async function takeNextCall(c: Ctx) {
  const { node, actor } = c.var
  const user = actor.id
  const next = await reading(c, 'reach.record', (tx, scope, now) =>
    takeNext(tx, scope, { now, user }),
  )
  if (next) return c.redirect(`/call/${next.member}${new URL(c.req.url).search}`, 303)
  const calls = await reading(c, 'reach.record', (tx, scope, now) =>
    callsToday(tx, scope, { now, user, node }),
  )
  const out = await reading(c, 'reach.record', (tx, scope, now) => outNow(tx, scope, now))
  return c.html(<NobodyLeft context={await pageContext(c, '/call')} calls={calls} out={out} />)
}

/** GET /call/:member */
export async function showCall(c: Ctx) {
  const isInbound = c.req.query('inbound') === 'yes'
  return callPage(c, { answers: { ...noAnswers, isInbound }, problems: [], status: 200 })
}

type Given = {
  readonly answers: Answers
  readonly problems: readonly Problem[]
  readonly status: 200 | 422
}

/** The page, empty or with answers that need another look. */
export async function callPage(c: Ctx, { answers, problems, status }: Given) {
  const member = c.req.param('member') ?? ''
  if (!isId(member)) return notFoundPage(c)
  const isTyped = problems.length > 0
  const { isInbound } = answers
  const script = versionIn(answers)
  const seen = await reading(c, isInbound ? 'reach.answer' : 'reach.record', (tx, scope, now) =>
    open(c, { tx, scope, now, member, isTyped, isInbound, script }),
  )
  if (seen === undefined) return notFoundPage(c)
  const context = await pageContext(c, '/call')
  if ('takenUntil' in seen) {
    return c.html(<Taken context={context} until={seen.takenUntil} />, 409)
  }
  const saved = seen.saved && {
    words: savedWords(context.lang, seen.saved),
  }
  if (seen.stops.length > 0 && !isTyped && !isInbound) {
    const mayRead = holds(c, 'people.read')
    const shown = { ...seen, context, saved, mayRead }
    return c.html(<StoppedPage {...shown} />, 409)
  }
  const { call } = seen
  const ownWords = packIn(context.lang, getPack(call.packId, call.packVersion))
  const pack = { ...ownWords, script: seen.script }
  const ids = { commandId: newId(), attemptId: newId() }
  const mayAnswer = holds(c, 'reach.answer')
  const drafts = draftsOf(c)
  const shown = { ...seen, pack, answers, problems, ...ids, saved, mayAnswer, drafts }
  return c.html(<CallPage context={context} shown={shown} />, status)
}

type Opening = {
  tx: Tx
  scope: Scope
  now: number
  member: Id
  isTyped: boolean
  /** They rang us: they are spoken to now, whoever held them and whatever stops our ringing. */
  isInbound: boolean
  script: number | null
}
type Seen = {
  call: Call
  calls: Calls
  saved: Saved | undefined
  stops: readonly Stop[]
  script: HazardPack['script']
  handled: BeingHandled | undefined
  allStopped: StoppedHere | undefined
  works: readonly Said[]
  /** What they asked for already, when they ring us. */
  needs: readonly Need[]
  now: number
}

/**
 * Whoever opens a person holds them; somebody whom nobody may ring is not shown for ringing. What
 * somebody typed is always shown to them again, whoever holds the person by now.
 */
async function open(
  c: Ctx,
  { tx, scope, now, member, isTyped, isInbound, script: version }: Opening,
): Promise<Seen | { takenUntil: Date } | undefined> {
  const user = c.var.actor.id
  const found = await findCall(tx, scope, member)
  if (!found) return undefined
  const isStopped = !mayContact(found.person.flags, 'call')
  const stops = isStopped ? await stopsOf(tx, scope, found.person.id) : []
  const allStopped = await stoppedHere(tx, scope.council, found.place)
  const isOver = isStopped || allStopped !== undefined
  const holding = { member, user, now, isOnThePhone: isInbound }
  const held = isOver ? undefined : await hold(tx, scope.council, holding)
  if (!held && !isOver && !isTyped) {
    return { takenUntil: found.heldUntil ?? new Date(now + holdMs) }
  }
  const last = c.req.query('saved') ?? ''
  const saved = isId(last) ? await findSaved(tx, scope, { attempt: last, user }) : undefined
  const mates = found.mates.map(mate => mate.person)
  const subjects = [found.person.id, ...mates, ...(saved ? [saved.person] : [])]
  const handled = await beingHandled(tx, scope, found.person.id)
  const { campaign } = found
  const pack = getPack(found.packId, found.packVersion)
  const [calls, script] = await Promise.all([
    callsToday(tx, scope, { now, user, node: c.var.node }),
    scriptToSay(tx, scope, { campaign, version, pack }),
    recordRead(tx, scope, { what: 'open', route: '/call', subjects, at: now }),
  ])
  const needs = isInbound ? await openNeeds(c, { tx, now, person: found.person.id }) : []
  const call = { ...found, heldUntil: held?.heldUntil ?? null }
  const works = found.place ? await worksAt(tx, scope.council, { place: found.place, now }) : []
  return { call, calls, saved, stops, script, handled, allStopped, works, needs, now }
}

async function openNeeds(c: Ctx, { tx, now, person }: { tx: Tx; now: number; person: Id }) {
  const { node, actor } = c.var
  const scope = scopeOf(node.registry.permissions, actor, { permission: 'needs.read', now })
  const all = await needsOf(tx, scope, person)
  return all.filter(need => need.state !== 'met' && need.state !== 'cancelled')
}

function savedWords(lang: Parameters<typeof callStrings>[0], saved: Saved): string {
  const t = callStrings(lang)
  const word = pastWord(lang, saved.outcome)
  return t.saved(saved.name, saved.needs > 0 ? t.savedNeeds(word, saved.needs) : word)
}
