// What must be noticed? Inset text, warnings, tags, and the panel that says it is done.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { Heading } from './heading.tsx'
import { type Attributes, classes, isShown } from './words.ts'

type Plain = PropsWithChildren<{ id?: string; classes?: string; attributes?: Attributes }>

export function InsetText(props: Plain) {
  return (
    <div
      {...(props.id ? { id: props.id } : {})}
      class={classes('govuk-inset-text', props.classes)}
      {...props.attributes}
    >
      {props.children}
    </div>
  )
}

export function WarningText(props: Plain & { iconFallbackText?: string }) {
  const t = govukStrings(useLang())
  return (
    <div class={classes('govuk-warning-text', props.classes)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || t.warning}</span>
        {props.children}
      </strong>
    </div>
  )
}

export function Tag(props: Plain) {
  return (
    <strong class={classes('govuk-tag', props.classes)} {...props.attributes}>
      {props.children}
    </strong>
  )
}

export type PanelProps = Plain & { titleText: Child; headingLevel?: number }

export function Panel(props: PanelProps) {
  const isInterruption = props.classes?.includes('govuk-panel--interruption')
  const name = classes('govuk-panel', !isInterruption && 'govuk-panel--confirmation', props.classes)
  return (
    <div class={name} {...props.attributes}>
      <Heading level={props.headingLevel || 1} class="govuk-panel__title">
        {props.titleText}
      </Heading>
      {isShown(props.children) && <div class="govuk-panel__body">{props.children}</div>}
    </div>
  )
}
