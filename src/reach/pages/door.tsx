// Somebody stands at the door: one press says what happened there, of one of them or of all.
import { getPack } from '../../hazards/index.ts'
import { type Id, idFrom, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { DoorAsk, DoorPart } from '../../people/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { recordAttempt } from '../domain/record-attempt.ts'
import { nextOf } from '../store/attempts-of.ts'
import { type BehindDoor, behindDoor } from '../store/find-door.ts'
import { doorInput, doorProblems, everybody, readDoor, whomOf } from './door-answers.ts'
import { commonChoices } from './door-choices.ts'
import { doorPage } from './door-page.tsx'
import { doorStrings } from './door-strings.ts'

export async function doorSection(ask: DoorAsk): Promise<DoorPart> {
  const { tx, now, here, lang } = ask
  const scope = ask.scopeFor('reach.record')
  const open = (await nextOf(tx, scope, ask)).filter(one => {
    return one.state === 'tried' || one.state === 'untried'
  })
  const [next] = open
  if (!next) return {}
  const behind = await behindDoor(tx, scope, { member: next.member, now })
  const [first] = behind
  if (!first) return {}
  const taps = <Taps behind={behind} here={here} lang={lang} />
  if (behind.length < 2 || !ask.isFirst) return { taps }
  return { taps, all: <AllTaps behind={behind} here={here} lang={lang} /> }
}

type TapsProps = {
  readonly behind: readonly BehindDoor[]
  readonly here: string
  readonly lang: Lang
}

function Taps({ behind, here, lang }: TapsProps) {
  const t = doorStrings(lang)
  const [first] = behind
  if (!first) return null
  const { member, name } = first
  const at = `/call/${member}`
  return (
    <>
      <Presses behind={behind} here={here} lang={lang} who={member} />
      <a
        class="ds-button ds-button--second"
        href={`${at}/door?${new URLSearchParams({ to: here })}`}
      >
        {t.other}
        <span class="ds-hide"> {name}</span>
      </a>
      <a class="ds-button ds-button--second" href={at}>
        {t.needsSomething}
      </a>
    </>
  )
}

/** An answer is a person, not a house: what is said of both is recorded of each. */
function AllTaps({ behind, here, lang }: TapsProps) {
  const t = doorStrings(lang)
  return (
    <section class="ds-panel ds-atdoor ds-noprint" aria-labelledby="h-all">
      <h3 class="ds-h3" id="h-all">
        {t.allOf(behind.length)}
      </h3>
      <p>
        {t.allLead(behind.length)} {behind.map(({ name }) => name).join(', ')}
      </p>
      <div class="ds-acts">
        <Presses behind={behind} here={here} lang={lang} who={everybody} />
      </div>
    </section>
  )
}

function Presses({ behind, here, lang, who }: TapsProps & { who: string }) {
  const [first] = behind
  if (!first) return null
  const pack = getPack(first.packId, first.packVersion)
  return (
    <>
      {commonChoices(pack, lang).map(({ code, label }) => (
        <form method="post" action={`/call/${first.member}/door`}>
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="attempt" value={newId()} />
          <input type="hidden" name="who" value={who} />
          <input type="hidden" name="to" value={here} />
          <button type="submit" class="ds-button ds-button--second" name="outcome" value={code}>
            {label}
          </button>
        </form>
      ))}
    </>
  )
}

function behindOf(c: Ctx): Promise<readonly BehindDoor[]> {
  const member = c.req.param('member') ?? ''
  if (!isId(member)) return Promise.resolve([])
  return reading(c, 'reach.record', (tx, scope, now) => behindDoor(tx, scope, { member, now }))
}

/** GET /call/:member/door?to=. Every answer, with what each of them has to say. */
export async function showDoor(c: Ctx) {
  const behind = await behindOf(c)
  if (behind.length === 0) return notFoundPage(c)
  const to = c.req.query('to') ?? ''
  return doorPage(c, { behind, to, answers: undefined, problems: [] })
}

/** POST /call/:member/door. A visit that was made is kept. */
export async function saveDoor(c: Ctx) {
  const form = await formOf(c)
  const behind = await behindOf(c)
  const [first] = behind
  if (!first) return notFoundPage(c)
  const now = c.var.node.clock.now()
  const to = form.text('to')
  const answers = readDoor(form, getPack(first.packId, first.packVersion))
  const problems = doorProblems(answers, behind, now)
  if (problems.length > 0) return doorPage(c, { behind, to, answers, problems })
  let worries: Id | undefined
  for (const member of whomOf(answers, behind)) {
    const id = idFrom('at the door', form.commandId(), member)
    const done = await actFor(c, recordAttempt, { id, input: doorInput(answers, member, now) })
    if (isRefusal(done)) return refusalPage(c, done)
    const isWorry = Number(done.answer?.worries ?? 0) > 0
    if (isWorry) worries ??= behind.find(one => one.member === member)?.person
  }
  const back = isHousehold(to) ? `${to}?saved=door` : '/find'
  // Danger interrupts the round: who has it now is said first.
  const worry = `/people/${worries}/worry?${new URLSearchParams({ to: back })}`
  return c.redirect(worries ? worry : back, 303)
}

const isHousehold = (to: string) => /^\/households\/[0-9a-f-]{36}$/.test(to)
