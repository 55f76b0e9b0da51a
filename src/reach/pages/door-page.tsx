// What happened at the door, when one press is not enough: of whom, which day, where to.
import { recordRead } from '../../access/index.ts'
import { getPack } from '../../hazards/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { Button, ErrorSummary, Input, Radios, Textarea } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { meanings } from '../domain/outcomes.ts'
import type { BehindDoor } from '../store/find-door.ts'
import { type DoorAnswers, type DoorProblem, everybody } from './door-answers.ts'
import { doorChoices } from './door-choices.ts'
import { doorStrings } from './door-strings.ts'

export type DoorShown = {
  readonly behind: readonly BehindDoor[]
  /** Where to go back to. */
  readonly to: string
  readonly answers: DoorAnswers | undefined
  readonly problems: readonly DoorProblem[]
}

export async function doorPage(c: Ctx, shown: DoorShown) {
  const { behind, problems } = shown
  const subjects = behind.map(({ person }) => person)
  await reading(c, 'reach.record', (tx, scope, now) =>
    recordRead(tx, scope, { what: 'open', route: '/call/door', subjects, at: now }),
  )
  const context = await pageContext(c, '/find')
  const t = doorStrings(context.lang)
  const isWrong = problems.length > 0
  const errors = problems.map(one => ({ text: t.wrong[one], href: `#${fieldOf(one)}` }))
  return c.html(
    <Page context={context} title={t.title} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.title}</h1>
        <p>{behind.map(({ name }) => name).join(', ')}</p>
        <DoorForm {...shown} />
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

const fieldOf = (problem: DoorProblem) => (problem === 'where' ? 'note' : problem)

function DoorForm({ behind, to, answers, problems }: DoorShown) {
  const lang = useLang()
  const t = doorStrings(lang)
  const [first] = behind
  if (!first) return null
  const choices = doorChoices(getPack(first.packId, first.packVersion), lang)
  const tells = (what: string) => choices.some(({ core }) => meanings[core].tells === what)
  const error = (...names: DoorProblem[]) => {
    const found = problems.find(one => names.includes(one))
    return found ? { errorMessage: t.wrong[found] } : {}
  }
  const attempt = answers && isId(answers.attempt) ? answers.attempt : newId()
  return (
    <form class="ds-form ds-tight" method="post" action={`/call/${first.member}/door`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="attempt" value={attempt} />
      <input type="hidden" name="to" value={to} />
      <Whom behind={behind} chosen={answers?.who ?? first.member} error={error('who')} />
      <Radios
        name="outcome"
        fieldset={{ legend: { text: t.what, classes: 'govuk-fieldset__legend--s' } }}
        value={answers?.choice?.code ?? ''}
        items={choices.map(({ code, label }) => ({ value: code, text: label }))}
        {...error('outcome')}
      />
      {tells('until') && (
        <Input
          name="until"
          type="date"
          label={t.until}
          hint={t.untilHint}
          value={answers?.until ?? ''}
          {...error('until')}
        />
      )}
      {tells('since') && (
        <Input name="since" type="time" label={t.since} value={answers?.since ?? ''} />
      )}
      <Textarea
        name="note"
        label={t.note}
        {...(tells('where') ? { hint: t.noteHint } : {})}
        value={answers?.note ?? ''}
        {...error('note', 'where')}
      />
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}

type WhomProps = {
  behind: readonly BehindDoor[]
  chosen: string
  error: { errorMessage?: string }
}

/** Asked only where somebody else is asked for here, too. */
function Whom({ behind, chosen, error }: WhomProps) {
  const t = doorStrings(useLang())
  if (behind.length < 2) return null
  const each = behind.map(({ member, name }) => ({ value: member, text: name }))
  return (
    <Radios
      name="who"
      fieldset={{ legend: { text: t.who, classes: 'govuk-fieldset__legend--s' } }}
      value={chosen}
      items={[{ value: everybody, text: t.allOf(behind.length) }, ...each]}
      {...error}
    />
  )
}
