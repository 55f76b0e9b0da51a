// How is one line of text asked for?
import { beside, describers, Field, type FieldProps, fieldId } from './field.tsx'
import { type Attributes, classes, given, hasText, type Words, worded } from './words.ts'

export type InputProps = FieldProps & {
  value?: string | number
  type?: string
  inputmode?: string
  autocomplete?: string
  autocapitalize?: string
  pattern?: string
  spellcheck?: boolean
  prefix?: Words
  suffix?: Words
  inputWrapper?: { classes?: string; attributes?: Attributes }
}

export function Input(props: InputProps) {
  const { prefix, suffix, formGroup, inputWrapper } = props
  const inWrapper = [prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput].some(hasText)
  if (!inWrapper) {
    return (
      <Field field={props} inWrapper>
        <InputElement {...props} />
      </Field>
    )
  }
  return (
    <Field field={props} inWrapper>
      <div
        class={classes('govuk-input__wrapper', inputWrapper?.classes)}
        {...inputWrapper?.attributes}
      >
        {beside(formGroup?.beforeInput)}
        {hasText(prefix) && <Affix words={prefix} side="prefix" />}
        <InputElement {...props} />
        {hasText(suffix) && <Affix words={suffix} side="suffix" />}
        {beside(formGroup?.afterInput)}
      </div>
    </Field>
  )
}

function InputElement(props: InputProps) {
  const own = given({
    id: fieldId(props),
    name: props.name,
    type: props.type || 'text',
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    value: props.value,
    disabled: props.disabled,
    'aria-describedby': describers(props) || undefined,
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    inputmode: props.inputmode,
  })
  const name = classes('govuk-input', props.classes, errorClass(props))
  return <input class={name} {...own} {...props.attributes} />
}

function errorClass(props: InputProps): string | false {
  return Boolean(props.errorMessage) && 'govuk-input--error'
}

function Affix({ words, side }: { words: Words; side: 'prefix' | 'suffix' }) {
  const affix = worded(words)
  const name = classes(`govuk-input__${side}`, affix.classes)
  return (
    <div class={name} aria-hidden="true" {...affix.attributes}>
      {affix.text}
    </div>
  )
}
