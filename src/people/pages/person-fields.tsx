// The boxes in which somebody is described: the same for adding and for correcting.

import { format } from '../../pages/format.ts'
import { DateInput, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { fieldStrings } from './field-strings.ts'
import { HomePicker, type Homes } from './home-picker.tsx'
import {
  type Answers,
  type Field,
  homeFields,
  lettersMax,
  moreFields,
  nameFields,
  type Problems,
  type TextField,
  wayFields,
} from './person-answers.ts'

type Props = {
  readonly answers: Answers
  readonly problems: Problems
  /** "Another phone": what is known already stays. */
  readonly isMore?: boolean
  /** Shown once somebody asked which homes there are. */
  readonly homes: Homes
}

export function PersonFields(props: Props) {
  const { answers, problems, homes } = props
  const lang = useLang()
  const t = fieldStrings(lang)
  const wrong = problems.born && problemText(lang, 'born', problems)
  return (
    <>
      {nameFields.map(field => (
        <Box field={field} {...props} />
      ))}
      <DateInput
        id="born"
        namePrefix="born"
        fieldset={{ legend: { text: t.bornField } }}
        hint={t.bornHint}
        values={answers}
        {...(wrong ? { errorMessage: wrong } : {})}
      />
      {[...wayFields, ...homeFields].map(field => (
        <Box field={field} {...props} />
      ))}
      <HomePicker homes={homes} />
      {moreFields.map(field => (
        <Box field={field} {...props} />
      ))}
    </>
  )
}

const shortFields = ['given', 'family', 'phone', 'address', 'postcode'] as const

/** What somebody on the phone says in a minute; the rest is for their own page. */
export function ShortFields({ answers, problems }: Omit<Props, 'homes' | 'isMore'>) {
  return (
    <>
      {shortFields.map(field => (
        <Box field={field} answers={answers} problems={problems} />
      ))}
    </>
  )
}

const widths: Readonly<Partial<Record<TextField, string>>> = {
  phone: 'govuk-input--width-20',
  otherPhone: 'govuk-input--width-20',
  postcode: 'govuk-input--width-10',
  nhs: 'govuk-input--width-10',
}

type BoxProps = Omit<Props, 'homes'> & { field: TextField }

function Box({ field, answers, problems, isMore = false }: BoxProps) {
  const lang = useLang()
  const t = fieldStrings(lang)
  const error = problems[field] && problemText(lang, field, problems)
  const more: Partial<Record<TextField, string>> = isMore
    ? { phone: t.morePhone, otherPhone: t.moreOtherPhone, email: t.moreEmail }
    : {}
  return (
    <Input
      id={field}
      name={field}
      label={more[field] ?? t.boxes[field]}
      value={answers[field]}
      autocomplete="off"
      classes={widths[field] ?? 'govuk-!-width-two-thirds'}
      {...(error ? { errorMessage: error } : {})}
    />
  )
}

/** What is wrong with one answer, as a sentence that says what to do. */
function problemText(lang: Lang, field: Field, problems: Problems) {
  const t = fieldStrings(lang)
  const problem = problems[field]
  if (problem === undefined) return ''
  if (problem !== 'tooLong') return t[problem]
  const name = field === 'born' ? t.bornField : t.boxes[field]
  return t.tooLong(name, format(lang).number(lettersMax(field)))
}

type Other = { readonly href: string; readonly text: string }

/** Links to each wrong box; `others` are of the boxes that one page adds. */
export function PersonProblems({
  problems,
  others = [],
}: {
  problems: Problems
  others?: Other[]
}) {
  const lang = useLang()
  const t = fieldStrings(lang)
  const fields = Object.keys(problems) as Field[]
  const errorList = fields.map(field => ({
    href: field === 'born' ? '#born-day' : `#${field}`,
    text: problemText(lang, field, problems),
  }))
  if (errorList.length + others.length === 0) return null
  return <ErrorSummary titleText={t.problem} errorList={[...errorList, ...others]} />
}
