// How are several inputs held together under one question?
import type { PropsWithChildren } from 'hono/jsx'
import {
  type Attributes,
  classes,
  describedBy,
  isShown,
  type Worded,
  type Words,
  worded,
} from './words.ts'

export type LegendWords = Worded & { isPageHeading?: boolean }

export type FieldsetProps = {
  legend?: Words<LegendWords>
  classes?: string
  describedBy?: string
  role?: string
  attributes?: Attributes
}

export function Fieldset({ children, ...props }: PropsWithChildren<FieldsetProps>) {
  return (
    <fieldset
      class={classes('govuk-fieldset', props.classes)}
      {...(props.role ? { role: props.role } : {})}
      {...describedBy(props.describedBy)}
      {...props.attributes}
    >
      {props.legend && <Legend legend={worded(props.legend)} />}
      {children}
    </fieldset>
  )
}

function Legend({ legend }: { legend: LegendWords }) {
  if (!isShown(legend.text)) return null
  return (
    <legend class={classes('govuk-fieldset__legend', legend.classes)}>
      {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
    </legend>
  )
}
