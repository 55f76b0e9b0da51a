// What was answered, and where is each answer changed?
import type { Child } from 'hono/jsx'
import { Heading } from './heading.tsx'
import { type Attributes, classes, type Worded, type Words, worded } from './words.ts'

export type SummaryAction = Worded & { href: string; visuallyHiddenText?: string }
export type SummaryActions = { items?: readonly SummaryAction[]; classes?: string }

export type SummaryRow = {
  key: Words
  value: Words
  actions?: SummaryActions
  classes?: string
}

export type SummaryCard = {
  title?: Worded & { headingLevel?: number }
  actions?: SummaryActions
  classes?: string
  attributes?: Attributes
}

export type SummaryListProps = {
  rows: readonly (SummaryRow | false | null | undefined)[]
  card?: SummaryCard
  classes?: string
  attributes?: Attributes
}

export function SummaryList({ rows, card, ...props }: SummaryListProps) {
  const anyActions = rows.some(row => (row ? row.actions?.items?.length : false))
  const list = (
    <dl class={classes('govuk-summary-list', props.classes)} {...props.attributes}>
      {rows.map(row => row && <Row row={row} anyActions={Boolean(anyActions)} of={card?.title} />)}
    </dl>
  )
  return card ? <Card card={card}>{list}</Card> : list
}

type RowProps = { row: SummaryRow; anyActions: boolean; of?: Worded }

function Row({ row, anyActions, of }: RowProps) {
  const key = worded(row.key)
  const value = worded(row.value)
  const items = row.actions?.items ?? []
  const name = classes(
    'govuk-summary-list__row',
    anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  return (
    <div class={name}>
      <dt class={classes('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classes('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {items.length > 0 && (
        <dd class={classes('govuk-summary-list__actions', row.actions?.classes)}>
          <Several items={items} of={of} />
        </dd>
      )}
    </div>
  )
}

function Several({ items, of }: { items: readonly SummaryAction[]; of?: Worded }) {
  const [only, ...others] = items
  if (only && others.length === 0) return <Action action={only} of={of} />
  return (
    <ul class="govuk-summary-list__actions-list">
      {items.map(action => (
        <li class="govuk-summary-list__actions-list-item">
          <Action action={action} of={of} />
        </li>
      ))}
    </ul>
  )
}

function Action({ action, of }: { action: SummaryAction; of?: Worded }) {
  const hidden = action.visuallyHiddenText
  return (
    <a class={classes('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
      {(hidden || of) && (
        <span class="govuk-visually-hidden">
          {hidden && ` ${hidden}`}
          {of && <> ({of.text})</>}
        </span>
      )}
    </a>
  )
}

function Card({ card, children }: { card: SummaryCard; children: Child }) {
  const items = card.actions?.items ?? []
  const { title } = card
  return (
    <div class={classes('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <Heading
            level={title.headingLevel || 2}
            class={classes('govuk-summary-card__title', title.classes)}
          >
            {title.text}
          </Heading>
        )}
        {items.length > 0 && <CardActions items={items} card={card} />}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function CardActions({ items, card }: { items: readonly SummaryAction[]; card: SummaryCard }) {
  const name = classes('govuk-summary-card__actions', card.actions?.classes)
  const [only, ...others] = items
  if (only && others.length === 0) {
    return (
      <div class={name}>
        <Action action={only} of={card.title} />
      </div>
    )
  }
  return (
    <ul class={name}>
      {items.map(action => (
        <li class="govuk-summary-card__action">
          <Action action={action} of={card.title} />
        </li>
      ))}
    </ul>
  )
}
