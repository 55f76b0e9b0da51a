// The questions before a sheet is printed; each kind asks only what it needs.
import { Button, Input, Select, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { restWords } from '../../reach/index.ts'
import { daysOutMax, sheetLangs } from '../domain/terms.ts'
import type { Choices, OpenNeed } from '../store/choices.ts'
import { asksPlace, type PrintAnswers, type PrintWrong, wholeCouncil } from './print-answers.ts'
import { paperStrings, printStrings } from './strings.ts'

export type Shown = {
  readonly choices: Choices
  readonly need: OpenNeed | undefined
  readonly within: string
}

type Props = {
  answers: PrintAnswers
  problems: readonly PrintWrong[]
  shown: Shown
  command: string
}

export function PrintForm({ answers, problems, shown, command }: Props) {
  const t = printStrings(useLang())
  const { kind, need, person } = answers
  if (kind === 'shopping' && !shown.need) return <p>{t.needMissing}</p>
  const error = (...names: PrintWrong[]) => {
    const found = problems.find(one => names.includes(one))
    return found ? { errorMessage: t.wrong[found] } : {}
  }
  const days = Array.from({ length: daysOutMax + 1 }, (_, one) => {
    return { value: `${one}`, text: t.daysItem(one) }
  })
  const ring = answers.ring === '' ? shown.choices.ring : answers.ring
  return (
    <form
      class="ds-form ds-tight"
      method="post"
      action={`/sheets/print${withinQuery(shown)}`}
      novalidate
    >
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="need" value={need} />
      <input type="hidden" name="person" value={person} />
      <WhatOf answers={answers} shown={shown} error={error} />
      <Input
        name="forWhom"
        label={t.forWhom}
        hint={t.forWhomHint}
        value={answers.forWhom}
        {...error('forWhom', 'long')}
      />
      <Select
        name="lang"
        label={t.lang}
        value={answers.lang}
        items={sheetLangs.map(one => ({ value: one, text: t.langs[one] }))}
      />
      <Input name="reason" label={t.reason} value={answers.reason} {...error('reason')} />
      <Input name="ring" label={t.ring} value={ring} {...error('ring')} />
      <Select name="days" label={t.days} hint={t.daysHint} value={answers.days} items={days} />
      <Button text={t.button} preventDoubleClick />
    </form>
  )
}

const withinQuery = ({ within }: Shown) => (within === '' ? '' : `?within=${within}`)

type WhatProps = Omit<Props, 'problems' | 'command'> & {
  error: (...names: PrintWrong[]) => { errorMessage?: string }
}

function WhatOf({ answers, shown, error }: WhatProps) {
  const t = printStrings(useLang())
  const { kind } = answers
  const isTried = kind === 'call' || kind === 'round'
  const limit = answers.limit
  const items = answers.items === '' ? (shown.need?.words ?? '') : answers.items
  return (
    <>
      {(isTried || (kind === 'log' && answers.person === '')) && (
        <Campaign answers={answers} shown={shown} error={error} />
      )}
      {kind === 'log' && answers.person !== '' && <p>{t.logOne}</p>}
      {asksPlace(answers) && <Place answers={answers} shown={shown} error={error} />}
      {kind === 'call' && shown.choices.callers.length > 0 && (
        <Select
          name="caller"
          label={t.caller}
          value={answers.caller}
          items={[{ value: '', text: t.anyCaller }, ...itemsOf(shown.choices.callers)]}
        />
      )}
      {kind === 'register' && (
        <Input name="blank" label={t.blank} value={answers.blank} {...error('blank')} />
      )}
      {kind === 'shopping' && (
        <>
          <Textarea
            name="items"
            label={t.items}
            hint={t.itemsHint}
            value={items}
            {...error('items')}
          />
          <Input
            name="limit"
            label={t.limit}
            hint={t.limitHint}
            value={limit}
            {...error('limit')}
          />
        </>
      )}
    </>
  )
}

function Campaign({ answers, shown, error }: WhatProps) {
  const lang = useLang()
  const t = printStrings(lang)
  const { atRest } = shown.choices
  const isSaid = answers.kind !== 'log' && atRest.length > 0
  const hint = isSaid ? { hint: atRest.map(one => restWords(lang, one)).join(' ') } : {}
  const first = answers.kind === 'log' ? t.noCampaign : t.choose
  return (
    <Select
      name="campaign"
      label={t.campaign}
      value={answers.campaign}
      items={[{ value: '', text: first }, ...itemsOf(shown.choices.campaigns)]}
      {...hint}
      {...error('campaign', 'nobody')}
    />
  )
}

function Place({ answers, shown, error }: WhatProps) {
  const lang = useLang()
  const t = printStrings(lang)
  const { mayWhole, villages, streets } = shown.choices
  const whole = mayWhole ? [{ value: wholeCouncil, text: paperStrings(lang).whole }] : []
  const known = [...villages, ...streets]
  return (
    <Select
      name="place"
      label={t.place}
      value={answers.place}
      items={[{ value: '', text: t.choose }, ...whole, ...itemsOf(known)]}
      {...error('place')}
    />
  )
}

const itemsOf = (all: readonly { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, text: name }))

/** A district has hundreds of streets: first its village, then its street. */
export function StreetsOf({ answers, shown }: { answers: PrintAnswers; shown: Shown }) {
  const t = printStrings(useLang())
  const { kind } = answers
  const { mayWhole, villages } = shown.choices
  if (!mayWhole || kind === 'shopping' || kind === 'log') return null
  return (
    <form method="get" action="/sheets/print" class="ds-tight">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="campaign" value={answers.campaign} />
      <Select
        name="within"
        label={t.streets}
        value={shown.within}
        items={[{ value: '', text: t.choose }, ...itemsOf(villages)]}
      />
      <button class="ds-button ds-button--second" type="submit">
        {t.show}
      </button>
    </form>
  )
}
