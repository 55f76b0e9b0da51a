// What does a person press? A verb; one solid button a page.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classes, given } from './words.ts'

export type ButtonProps = PropsWithChildren<{
  /** The words, unless given as children. */
  text?: Child
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  id?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  classes?: string
  attributes?: Attributes
}>

export function Button(props: ButtonProps) {
  const common = {
    class: classes('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...props.attributes,
    ...given({ id: props.id || undefined }),
  }
  const inside = (
    <>
      {props.text ?? props.children}
      {props.isStartButton && <StartIcon />}
    </>
  )
  if (props.href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: GOV.UK's own markup for a link that acts.
      <a href={props.href} role="button" draggable="false" {...common}>
        {inside}
      </a>
    )
  }
  const own = given({
    value: props.value || undefined,
    name: props.name || undefined,
    disabled: props.disabled,
    'aria-disabled': props.disabled ? 'true' : undefined,
    'data-prevent-double-click':
      props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick),
  })
  return (
    <button type={props.type || 'submit'} {...own} {...common}>
      {inside}
    </button>
  )
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
