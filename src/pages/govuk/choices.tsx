// How is one of a few, or any of a few, chosen? Radios and checkboxes share all but the input.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { beside, FormGroup, type GroupProps } from './field.tsx'
import { Fieldset, type FieldsetProps } from './fieldset.tsx'
import { ErrorMessage, type ErrorWords, Hint, Label } from './label.tsx'
import {
  type Attributes,
  classes,
  given,
  hasText,
  type Worded,
  type Words,
  worded,
} from './words.ts'

export type ChoiceItem = {
  value: string | number
  text: Child
  id?: string
  name?: string
  hint?: Words
  label?: { classes?: string; attributes?: Attributes }
  checked?: boolean
  disabled?: boolean
  /** Shown when this choice is made; without JavaScript always shown. */
  conditional?: Child
  attributes?: Attributes
  /** `exclusive`: clears the other checkboxes. */
  behaviour?: string
}

export type Divider = { divider: Child }

export type ChoicesProps = {
  name: string
  idPrefix?: string
  items: readonly (ChoiceItem | Divider | false | null | undefined)[]
  fieldset?: FieldsetProps
  hint?: Words
  errorMessage?: Words<ErrorWords>
  classes?: string
  attributes?: Attributes
  formGroup?: GroupProps
}

export type RadiosProps = ChoicesProps & { value?: string | number | null }
export type CheckboxesProps = ChoicesProps & {
  values?: readonly (string | number)[]
  describedBy?: string
}

export function Radios({ value, ...props }: RadiosProps) {
  const isChosen = (item: ChoiceItem) => Boolean(value) && item.value === value
  return (
    <Group props={props} kind="radios">
      {listed({ props, kind: 'radios' }, (item, id) => (
        <Item item={item} id={id} props={props} kind="radios" isChosen={isChosen(item)} />
      ))}
    </Group>
  )
}

export function Checkboxes({ values, ...props }: CheckboxesProps) {
  const isChosen = (item: ChoiceItem) => (values ?? []).includes(item.value)
  return (
    <Group props={props} kind="checkboxes">
      {listed({ props, kind: 'checkboxes' }, (item, id) => (
        <Item item={item} id={id} props={props} kind="checkboxes" isChosen={isChosen(item)} />
      ))}
    </Group>
  )
}

type Kind = 'radios' | 'checkboxes'
type InGroup = { props: CheckboxesProps; kind: Kind }

/** The first id has no number, so that an error summary can link to it. */
function listed({ props, kind }: InGroup, show: (item: ChoiceItem, id: string) => Child): Child[] {
  const prefix = props.idPrefix || props.name
  return props.items.map((item, i) => {
    if (!item) return null
    if ('divider' in item) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
    return show(item, item.id || (i === 0 ? prefix : `${prefix}-${i + 1}`))
  })
}

function Group({ props, kind, children }: PropsWithChildren<InGroup>) {
  const { fieldset, hint, errorMessage, formGroup } = props
  const prefix = props.idPrefix || props.name
  const inner = (
    <>
      {hint && <Hint words={hint} id={`${prefix}-hint`} />}
      {errorMessage && <ErrorMessage words={errorMessage} id={`${prefix}-error`} />}
      <div
        class={classes(`govuk-${kind}`, props.classes)}
        {...props.attributes}
        data-module={`govuk-${kind}`}
      >
        {beside(formGroup?.beforeInputs)}
        {children}
        {beside(formGroup?.afterInputs)}
      </div>
    </>
  )
  return (
    <FormGroup group={formGroup} hasError={Boolean(errorMessage)}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={describers(props)}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

type ItemProps = InGroup & { item: ChoiceItem; id: string; isChosen: boolean }

function Item({ item, id, props, kind, isChosen }: ItemProps) {
  const checked = item.checked || (isChosen && item.checked !== false)
  const hintId = hasText(item.hint) ? `${id}-item-hint` : ''
  const inherited = kind === 'checkboxes' && !props.fieldset ? describers(props) : ''
  const own = given({
    id,
    name: item.name || props.name,
    type: kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value ?? '',
    checked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional ? `conditional-${id}` : undefined,
    'data-behaviour': kind === 'checkboxes' ? item.behaviour : undefined,
    'aria-describedby': classes(inherited, hintId) || undefined,
  })
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input class={`govuk-${kind}__input`} {...own} {...item.attributes} />
        <Label words={inKind(kind, 'label', { ...item.label, text: item.text })} of={id} />
        {hintId && <Hint words={inKind(kind, 'hint', worded(item.hint))} id={hintId} />}
      </div>
      {item.conditional && (
        <div
          class={classes(
            `govuk-${kind}__conditional`,
            !checked && `govuk-${kind}__conditional--hidden`,
          )}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

function describers(props: CheckboxesProps): string {
  const prefix = props.idPrefix || props.name
  return classes(
    props.fieldset?.describedBy ?? props.describedBy,
    Boolean(props.hint) && `${prefix}-hint`,
    Boolean(props.errorMessage) && `${prefix}-error`,
  )
}

function inKind(kind: Kind, part: 'label' | 'hint', words: Worded): Worded {
  return { ...words, classes: classes(`govuk-${kind}__${part}`, words.classes) }
}
