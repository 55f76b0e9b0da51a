// What may a person open to learn more?
import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classes } from './words.ts'

export type DetailsProps = PropsWithChildren<{
  summaryText: Child
  id?: string
  open?: boolean
  classes?: string
  attributes?: Attributes
}>

export function Details(props: DetailsProps) {
  const { summaryText, id, open, attributes, children } = props
  return (
    <details
      {...(id ? { id } : {})}
      class={classes('govuk-details', props.classes)}
      {...attributes}
      open={Boolean(open)}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
