// How is more than one line of text asked for?
import { describers, Field, type FieldProps, fieldId } from './field.tsx'
import { classes, given } from './words.ts'

export type TextareaProps = FieldProps & {
  value?: string
  rows?: number
  spellcheck?: boolean
  autocomplete?: string
}

export function Textarea(props: TextareaProps) {
  const name = classes(
    'govuk-textarea',
    Boolean(props.errorMessage) && 'govuk-textarea--error',
    props.classes,
  )
  const own = given({
    id: fieldId(props),
    name: props.name,
    rows: props.rows || 5,
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    disabled: props.disabled,
    'aria-describedby': describers(props) || undefined,
    autocomplete: props.autocomplete,
  })
  return (
    <Field field={props}>
      <textarea class={name} {...own} {...props.attributes}>
        {props.value}
      </textarea>
    </Field>
  )
}
