// The form of an emergency: whose record, what has happened, and the passkey where there is one.
import { Button, Radios, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { proofAddress } from '../../sign-in/index.ts'
import { emergencyReasons } from '../domain/look-purposes.ts'
import { lookStrings } from './look-strings.ts'
import { openingStrings } from './opening-strings.ts'
import { type Whose, WhoseFields } from './whose-record.tsx'

export type OpenAnswers = Whose & {
  readonly extent: string
  readonly reason: string
  readonly why: string
}

type Problem =
  | 'askedMissing'
  | 'bornWrong'
  | 'reasonMissing'
  | 'whyMissing'
  | 'passkeyMissing'
  | 'foundNone'
export type OpenProblems = Partial<Record<'reference' | 'born' | 'reason' | 'why', Problem>>

type Props = {
  readonly answers: OpenAnswers
  readonly problems: OpenProblems
  readonly isKeyed: boolean
  readonly command: string
}

export function OpenForm({ answers, problems, isKeyed, command }: Props) {
  const t = openingStrings(useLang())
  const asksKey = { 'data-passkey': 'get', 'data-options': proofAddress }
  return (
    <form
      method="post"
      action="/open-in-emergency"
      class="ds-form"
      novalidate
      {...(isKeyed ? asksKey : {})}
    >
      <input type="hidden" name="command" value={command} />
      {isKeyed && <input type="hidden" name="answer" />}
      <Which answers={answers} problems={problems} />
      <Why answers={answers} problems={problems} />
      {isKeyed ? <Proof /> : <Button text={t.button} />}
    </form>
  )
}

type PartProps = Pick<Props, 'answers' | 'problems'>

function Which({ answers, problems }: PartProps) {
  const t = openingStrings(useLang())
  const items = (['person', 'address'] as const).map(value => ({ value, text: t.extents[value] }))
  const wrong = (field: 'reference' | 'born') => {
    const code = problems[field]
    return code ? { errorMessage: t[code] } : {}
  }
  return (
    <>
      <WhoseFields whose={answers} words={t} wrong={wrong} />
      <Radios
        name="extent"
        fieldset={{ legend: { text: t.extent } }}
        items={items}
        value={answers.extent}
      />
    </>
  )
}

function Why({ answers, problems }: PartProps) {
  const lang = useLang()
  const t = openingStrings(lang)
  const words = lookStrings(lang).emergency
  return (
    <>
      <Radios
        name="reason"
        fieldset={{ legend: { text: t.reason } }}
        items={emergencyReasons.map(value => ({ value, text: words[value] }))}
        value={answers.reason}
        {...(problems.reason ? { errorMessage: t[problems.reason] } : {})}
      />
      <Textarea
        name="why"
        label={t.why}
        hint={t.whyHint}
        value={answers.why}
        {...(problems.why ? { errorMessage: t[problems.why] } : {})}
      />
    </>
  )
}

/** The script shows the button, and asks the device when it is pressed. */
function Proof() {
  const t = openingStrings(useLang())
  return (
    <>
      <p class="govuk-body">{t.passkey}</p>
      <p class="govuk-body" data-unscripted>
        {t.passkeyScript}
      </p>
      <p class="govuk-error-message" role="alert" hidden data-stopped>
        {t.passkeyStopped}
      </p>
      <button class="govuk-button" type="submit" hidden>
        {t.button}
      </button>
    </>
  )
}
