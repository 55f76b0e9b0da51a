// How is a date that people know by heart asked for? Day, month, year.

import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { beside, FormGroup, type GroupProps } from './field.tsx'
import { Fieldset, type FieldsetProps } from './fieldset.tsx'
import { Input } from './input.tsx'
import { ErrorMessage, type ErrorWords, Hint } from './label.tsx'
import { type Attributes, classes, type Words } from './words.ts'

export type DateItem = {
  name: string
  id?: string
  label?: string
  value?: string | number
  classes?: string
  error?: boolean
  /** Four digits wide. */
  isYear?: boolean
  inputmode?: string
  autocomplete?: string
  pattern?: string
  attributes?: Attributes
}

type DatePart = Partial<DateItem> | false

export type DateInputProps = {
  id: string
  namePrefix?: string
  /** Other parts than day, month and year, or in another order. */
  items?: readonly (DateItem | null | undefined)[]
  /** Differences of one usual part; `false` leaves it out. */
  day?: DatePart
  month?: DatePart
  year?: DatePart
  values?: Readonly<Record<string, string | number>>
  fieldset?: FieldsetProps
  hint?: Words
  errorMessage?: Words<ErrorWords>
  classes?: string
  attributes?: Attributes
  formGroup?: GroupProps
}

export function DateInput(props: DateInputProps) {
  const { id, hint, errorMessage, fieldset, formGroup } = props
  const inner = (
    <>
      {hint && <Hint words={hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage words={errorMessage} id={`${id}-error`} />}
      <div class={classes('govuk-date-input', props.classes)} {...props.attributes} id={id}>
        {beside(formGroup?.beforeInputs)}
        <DateItems {...props} />
        {beside(formGroup?.afterInputs)}
      </div>
    </>
  )
  const describedBy = classes(
    fieldset?.describedBy,
    Boolean(hint) && `${id}-hint`,
    Boolean(errorMessage) && `${id}-error`,
  )
  return (
    <FormGroup group={formGroup} hasError={Boolean(errorMessage)}>
      {fieldset ? (
        <Fieldset {...fieldset} role="group" describedBy={describedBy}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

function DateItems(props: DateInputProps) {
  const items = dateItems(props)
  const marksOne = items.some(isMarked)
  return (
    <>
      {items.map(item => (
        <div class="govuk-date-input__item">
          <DatePartInput item={item} props={props} isWrongTogether={!marksOne} />
        </div>
      ))}
    </>
  )
}

const usual = ['day', 'month', 'year'] as const

function dateItems(props: DateInputProps): DateItem[] {
  const given = (props.items ?? []).filter(item => item !== null && item !== undefined)
  if (given.length > 0)
    return given.map(item => ({ ...item, value: item.value ?? own(item, props) }))
  return usual
    .filter(name => props[name] !== false)
    .map(name => ({ name, ...(props[name] || {}), isYear: name === 'year' }))
}

function own(item: DateItem, props: DateInputProps): DateItem['value'] {
  const part = usual
    .map(name => ({ name, ...(props[name] || {}) }))
    .find(one => one.name === item.name)
  return part && 'value' in part ? part.value : undefined
}

type PartProps = { item: DateItem; props: DateInputProps; isWrongTogether: boolean }

function DatePartInput({ item, props, isWrongTogether }: PartProps) {
  const { isYear, error, ...given } = item
  const { namePrefix, values = {}, errorMessage, id } = props
  const t = govukStrings(useLang())
  const labels: Record<string, string> = { day: t.day, month: t.month, year: t.year }
  const name = namePrefix ? `${namePrefix}-${item.name}` : item.name
  return (
    <Input
      {...given}
      id={item.id || `${id}-${item.name}`}
      name={name}
      label={{
        text: item.label ?? labels[item.name] ?? capital(item.name),
        classes: 'govuk-date-input__label',
      }}
      value={item.value ?? values[name]}
      inputmode={item.inputmode || 'numeric'}
      classes={itemClasses(item, Boolean(errorMessage) && isWrongTogether)}
    />
  )
}

function itemClasses(item: DateItem, isWrongTogether: boolean): string {
  const own = item.classes ?? ''
  const isWrong = isMarked(item) || (item.error !== false && isWrongTogether)
  return classes(
    'govuk-date-input__input',
    isWrong && !own.includes('govuk-input--error') && 'govuk-input--error',
    !own.includes('govuk-input--width-') && width(item),
    own,
  )
}

function isMarked(item: DateItem): boolean {
  return item.error === true || (item.classes ?? '').includes('govuk-input--error')
}

function width(item: DateItem): string {
  return item.isYear || item.name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
