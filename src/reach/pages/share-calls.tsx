// Whoever runs the day sees what is due and shares it out over those who ring.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { shareCalls } from '../domain/share-calls.ts'
import { type AtRest, campaignsAtRest } from '../store/at-rest.ts'
import { type CallerNow, callersNow, callersOf } from '../store/call-shares.ts'
import { countDue, type DueCounts } from '../store/calls-due.ts'
import {
  inputOf,
  problemsOf,
  readShare,
  type ShareAnswers,
  type ShareProblems,
  usualAnswers,
} from './share-answers.ts'
import { SharePage } from './share-view.tsx'

/** GET /calls/share */
export async function showShare(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  return sharePage(c, found, { answers: found.usual, problems: noProblems })
}

/** POST /calls/share */
export async function sendShare(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const answers = readShare(form, found.usual)
  const problems = problemsOf(answers)
  if (isAnyWrong(problems)) return sharePage(c, found, { answers, problems })
  const id = form.commandId()
  const input = { share: id, ...inputOf(answers, found.now) }
  const done = await actFor(c, shareCalls, { id, input })
  if (isRefusal(done)) return refusalPage(c, done)
  const told = new URLSearchParams()
  for (const [name, n] of Object.entries(done.answer ?? {})) told.set(name, String(n))
  return c.redirect(`/calls/share?${told}`, 303)
}

const noProblems: ShareProblems = { nobody: false, callers: new Map() }
const isAnyWrong = ({ nobody, callers }: ShareProblems) => nobody || callers.size > 0

export type Found = {
  readonly due: DueCounts
  readonly callers: readonly CallerNow[]
  readonly usual: ShareAnswers
  readonly atRest: readonly AtRest[]
  readonly now: number
}

/** Only for those who run things in the whole council. */
async function findHere(c: Ctx): Promise<Found | undefined> {
  return reading(c, 'reach.run', async (tx, scope, now) => {
    if (!scope.everywhere) return undefined
    const due = await countDue(tx, scope.council, now)
    const callers = await callersNow(tx, scope.council, now)
    const usual = usualAnswers(await callersOf(tx, scope.council, now), callers)
    const atRest = await campaignsAtRest(tx, scope.council, now)
    return { due, callers, usual, atRest, now }
  })
}

type Asked = { readonly answers: ShareAnswers; readonly problems: ShareProblems }

async function sharePage(c: Ctx, found: Found, asked: Asked) {
  const context = await pageContext(c, '/campaigns')
  const status = isAnyWrong(asked.problems) ? 422 : 200
  const shown = { ...found, ...asked, done: doneOf(c), commandId: newId() }
  return c.html(<SharePage context={context} shown={shown} />, status)
}

export type SharedNow = {
  readonly given: number
  readonly left: number
  readonly nobodySpeaks: number
  readonly nobodyMayWork: number
  readonly outOfHours: number
}

/** What the sharing just done came to, from the address. */
function doneOf(c: Ctx): SharedNow | undefined {
  const count = (name: string) => {
    const text = c.req.query(name) ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined
  }
  const given = count('given')
  if (given === undefined) return undefined
  const left = count('left') ?? 0
  return {
    given,
    left,
    nobodySpeaks: count('nobodySpeaks') ?? 0,
    nobodyMayWork: count('nobodyMayWork') ?? 0,
    outOfHours: count('outOfHours') ?? 0,
  }
}
