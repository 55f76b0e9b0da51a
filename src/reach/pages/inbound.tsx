// Somebody rings us: who is it? One box; whoever is picked opens on the call page.
import { recordRead } from '../../access/index.ts'
import { getPack, packIn } from '../../hazards/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { tagOf } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { type Finding, finding, nobodyYet, readSearch } from '../../people/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageLang } from '../../web/language.ts'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { takeInbound } from '../domain/take-inbound.ts'
import { inboundFacts } from '../store/find-inbound.ts'
import { findSaved } from '../store/find-saved.ts'
import { packFor } from '../store/take-inbound.ts'
import { whoRings } from '../store/who-rings.ts'
import { noAnswers } from './call-answers.ts'
import { draftsOf } from './drafts.tsx'
import { type Hit, InboundHits } from './inbound-hits.tsx'
import { inboundStrings } from './inbound-strings.ts'
import { type InboundAsked, InboundPage } from './inbound-view.tsx'

const lettersMax = 200

/** GET /calls/inbound?q= */
export async function showInbound(c: Ctx) {
  const asked = askedIn(c)
  const { hits, now } = await findHits(c, asked)
  const answers = { ...noAnswers, outcome: 'answered', isInbound: true } as const
  const person = { ...nobodyYet, phone: /^[+\d][\d\s()-]{6,}$/.test(asked) ? asked : '' }
  const ids = { command: newId(), person: newId() }
  const empty = { person, answers, word: '', problems: {}, wrong: [], likely: [], ids }
  return inboundPage(c, { asked, hits, now, ...empty })
}

/** The same people as a part of the page, while somebody types. */
export async function showInboundHits(c: Ctx) {
  const asked = askedIn(c)
  const { hits, now } = await findHits(c, asked)
  const lang = pageLang(c)
  return c.html(
    <LangContext.Provider value={lang}>
      <div lang={tagOf(lang)}>
        <InboundHits hits={hits} now={now} isAsked={readSearch(asked).length > 0} />
      </div>
    </LangContext.Provider>,
  )
}

type Shown = Omit<InboundAsked, 'pack' | 'saved' | 'drafts'>

export async function inboundPage(c: Ctx, shown: Shown) {
  const context = await pageContext(c, '/call')
  const last = c.req.query('saved') ?? ''
  const user = c.var.actor.id
  const { pack, saved } = await reading(c, 'reach.answer', async (tx, scope) => {
    const saved = isId(last) ? await findSaved(tx, scope, { attempt: last, user }) : undefined
    return { pack: await packFor(tx, scope.council), saved }
  })
  const isWrong = shown.wrong.length + Object.keys(shown.problems).length > 0
  const drafts = draftsOf(c)
  const full = {
    ...shown,
    saved,
    drafts,
    pack: packIn(context.lang, getPack(pack.pack, pack.packVersion)),
  }
  const status = isWrong || shown.likely.length > 0 ? 422 : 200
  return c.html(<InboundPage context={context} shown={full} />, status)
}

/** POST /calls/inbound/:person: it is them. Whoever is in no campaign joins that of who rings. */
export async function pickInbound(c: Ctx) {
  const person = c.req.param('person') ?? ''
  if (!isId(person)) return notFoundPage(c)
  const form = await formOf(c)
  const member = await memberFor(c, { person, commandId: form.commandId() })
  if (isRefusal(member)) return refusalPage(c, member)
  return c.redirect(`/call/${member}?inbound=yes`, 303)
}

/** As which member they are spoken to. */
export async function memberFor(c: Ctx, { person, commandId }: Record<string, string>) {
  const find = () =>
    reading(c, 'reach.answer', (tx, scope) => inboundFacts(tx, scope, [person ?? '']))
  const known = (await find()).get(person ?? '')
  if (known) return known.member
  const t = inboundStrings('en')
  const input = { person, title: t.campaignTitle, purpose: t.campaignPurpose }
  const done = await actFor(c, takeInbound, { id: commandId ?? newId(), input })
  if (!isRefusal(done)) return String(done.answer?.member)
  // Somebody else picked them at the same moment.
  return (await find()).get(person ?? '')?.member ?? done
}

function askedIn(c: Ctx): string {
  return (c.req.query('q') ?? '').slice(0, lettersMax).toWellFormed().trim()
}

export function findHits(c: Ctx, asked: string): Promise<{ hits: readonly Hit[]; now: number }> {
  return finding(c, 'reach.answer', async ({ now, ...search }) => {
    const hits = asked === '' ? [] : await hitsOf(search, asked)
    const subjects = hits.map(one => one.id)
    const { tx, scope } = search
    await recordRead(tx, scope, { what: 'search', route: '/calls/inbound', subjects, at: now })
    return { now, hits }
  })
}

async function hitsOf(search: Finding, asked: string): Promise<readonly Hit[]> {
  const found = await whoRings(search, asked)
  const ids = found.map(one => one.id)
  const facts = await inboundFacts(search.tx, search.scope, ids)
  return found.map(one => ({ ...one, fact: facts.get(one.id) }))
}
