// Somebody stands at the door: one press says what happened there.
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { DoorAsk, DoorPart } from '../../people/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { type RecordAttempt, recordAttempt } from '../domain/record-attempt.ts'
import { nextOf } from '../store/attempts-of.ts'
import { findRung } from '../store/find-rung.ts'
import { doorStrings } from './door-strings.ts'

const outcomes = ['no_answer', 'spoke_no_help_wanted'] as const

export async function doorSection(ask: DoorAsk): Promise<DoorPart> {
  const [next] = await nextOf(ask.tx, ask.scopeFor('reach.record'), ask.records)
  if (!next || (next.state !== 'tried' && next.state !== 'untried')) return {}
  return { taps: <Taps member={next.member} here={ask.here} lang={ask.lang} /> }
}

type TapsProps = { readonly member: Id; readonly here: string; readonly lang: Lang }

function Taps({ member, here, lang }: TapsProps) {
  const t = doorStrings(lang)
  return (
    <>
      {outcomes.map(outcome => (
        <form method="post" action={`/call/${member}/door`}>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="attempt" value={newId()} />
          <input type="hidden" name="to" value={here} />
          <button type="submit" class="ds-button ds-button--second" name="outcome" value={outcome}>
            {t[outcome]}
          </button>
        </form>
      ))}
      <a class="ds-button ds-button--second" href={`/call/${member}`}>
        {t.needsSomething}
      </a>
    </>
  )
}

/** POST /call/:member/door. A visit that was made is kept. */
export async function saveDoor(c: Ctx) {
  const member = c.req.param('member') ?? ''
  const form = await formOf(c)
  const known = isId(member)
    ? await reading(c, 'reach.record', (tx, scope) => findRung(tx, scope, member))
    : undefined
  if (!known) return notFoundPage(c)
  const outcome = outcomes.find(one => one === form.text('outcome'))
  if (!outcome) return refusalPage(c, { refused: 'unknown-outcome' })
  const attempt = isId(form.text('attempt')) ? form.text('attempt') : newId()
  const input: RecordAttempt = {
    attempt,
    member,
    channel: 'doorstep',
    contactPoint: null,
    outcome,
    needs: [],
    note: '',
    promisedAt: null,
    happenedAt: null,
    scriptVersion: null,
  }
  const done = await actFor(c, recordAttempt, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  const to = form.text('to')
  return c.redirect(/^\/households\/[0-9a-f-]{36}$/.test(to) ? `${to}?saved=door` : '/find', 303)
}
