// How is one of many (more than about nine) chosen?
import { describers, Field, type FieldProps, fieldId } from './field.tsx'
import { type Attributes, classes, given } from './words.ts'

export type SelectItem = {
  value?: string | number
  text: string | number
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}

export type SelectProps = FieldProps & {
  value?: string | number
  items: readonly (SelectItem | false | null | undefined)[]
}

export function Select(props: SelectProps) {
  const name = classes(
    'govuk-select',
    props.classes,
    Boolean(props.errorMessage) && 'govuk-select--error',
  )
  const own = given({
    id: fieldId(props),
    name: props.name,
    disabled: props.disabled,
    'aria-describedby': describers(props) || undefined,
  })
  return (
    <Field field={props}>
      <select class={name} {...own} {...props.attributes}>
        {props.items.map(item => item && <Choice item={item} chosen={props.value} />)}
      </select>
    </Field>
  )
}

function Choice({ item, chosen }: { item: SelectItem; chosen: SelectProps['value'] }) {
  const isChosen = chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen
  const selected = item.selected || (isChosen && item.selected !== false)
  const own = given({ value: item.value, selected, disabled: item.disabled })
  return (
    <option {...own} {...item.attributes}>
      {item.text}
    </option>
  )
}
