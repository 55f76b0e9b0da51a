// What surrounds any single input? A group with its label, hint and error message, in that order.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { ErrorMessage, type ErrorWords, Hint, Label, type LabelWords } from './label.tsx'
import { type Attributes, classes, type Words, worded } from './words.ts'

/** What every field of one input takes. `id` defaults to `name`, as GOV.UK does. */
export type FieldProps = {
  name: string
  id?: string
  label: Words<LabelWords>
  hint?: Words
  errorMessage?: Words<ErrorWords>
  describedBy?: string
  disabled?: boolean
  classes?: string
  attributes?: Attributes
  formGroup?: GroupProps
}

export type GroupProps = {
  classes?: string
  attributes?: Attributes
  beforeInput?: Words
  afterInput?: Words
  beforeInputs?: Words
  afterInputs?: Words
}

export function FormGroup({
  group,
  hasError,
  children,
}: PropsWithChildren<{ group: GroupProps | undefined; hasError: boolean }>) {
  const names = classes('govuk-form-group', hasError && 'govuk-form-group--error', group?.classes)
  return (
    <div class={names} {...group?.attributes}>
      {children}
    </div>
  )
}

type WrapProps = PropsWithChildren<{ field: FieldProps; inWrapper?: boolean }>

/** Label, hint, error message, then the input that is its child. */
export function Field({ field, children, inWrapper }: WrapProps) {
  const { label, hint, errorMessage, formGroup } = field
  const id = fieldId(field)
  return (
    <FormGroup group={formGroup} hasError={Boolean(errorMessage)}>
      <Label words={label} of={id} />
      {hint && <Hint words={hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage words={errorMessage} id={`${id}-error`} />}
      {!inWrapper && beside(formGroup?.beforeInput)}
      {children}
      {!inWrapper && beside(formGroup?.afterInput)}
    </FormGroup>
  )
}

export function beside(words: Words | undefined): Child {
  return words ? worded(words).text : null
}

export function fieldId(field: { id?: string; name: string }): string {
  return field.id || field.name
}

/** The ids that describe an input: given ones, its hint, its error. */
export function describers(field: FieldProps): string {
  const id = fieldId(field)
  return classes(
    field.describedBy,
    Boolean(field.hint) && `${id}-hint`,
    Boolean(field.errorMessage) && `${id}-error`,
  )
}
