// One line of those who may ring today: whether they do, how many calls, when, in which languages.
import { format } from '../../pages/format.ts'
import { Checkboxes, Input } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { CallerAnswers, CallerProblem } from './share-answers.ts'
import { shareStrings } from './share-strings.ts'

type Props = { caller: CallerAnswers; problem: CallerProblem | undefined }

export function CallerLine({ caller, problem }: Props) {
  const lang = useLang()
  const t = shareStrings(lang)
  const { number } = format(lang)
  const { user, name, rings, given, open } = caller
  const hint = given > 0 ? { hint: { text: t.has(number(open), number(given)) } } : {}
  return (
    <li class="ds-ringer">
      {problem && (
        <p class="govuk-error-message ds-ringer__wrong" id={`wrong-${user}`}>
          {t.wrong[problem](name)}
        </p>
      )}
      <div class="ds-ringer__who">
        <Checkboxes
          idPrefix={`rings-${user}`}
          name="rings"
          classes="govuk-checkboxes--small"
          values={rings ? [user] : []}
          items={[{ value: user, text: name, ...hint }]}
        />
      </div>
      <Cell caller={caller} field="room" problem={problem} />
      <Cell caller={caller} field="from" problem={problem} />
      <Cell caller={caller} field="to" problem={problem} />
      <Cell caller={caller} field="languages" problem={problem} />
    </li>
  )
}

const widths = { room: 3, from: 4, to: 4, languages: 10 } as const

type CellProps = Props & { field: keyof typeof widths }

function Cell({ caller, field, problem }: CellProps) {
  const t = shareStrings(useLang())
  const label = { room: t.roomLabel, from: t.from, to: t.to, languages: t.languages }[field]
  const isWrong = problem === field || (problem === 'order' && field === 'to')
  return (
    <Input
      id={`${field}-${caller.user}`}
      name={`${field}-${caller.user}`}
      value={caller[field]}
      classes={`govuk-input--width-${widths[field]}${isWrong ? ' govuk-input--error' : ''}`}
      label={
        <>
          {label}
          <span class="govuk-visually-hidden">: {caller.name}</span>
        </>
      }
      attributes={{
        autocomplete: 'off',
        ...(isWrong ? { 'aria-describedby': `wrong-${caller.user}` } : {}),
      }}
      {...(field === 'room' ? { inputmode: 'numeric' as const } : {})}
    />
  )
}
