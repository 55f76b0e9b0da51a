// How are rows shown on public pages? Staff pages write `ds-table` markup for 32 px rows.
import type { Child } from 'hono/jsx'
import { type Attributes, classes, given } from './words.ts'

export type TableCell = {
  text?: Child
  format?: string
  classes?: string
  colspan?: number
  rowspan?: number
  attributes?: Attributes
}

export type TableProps = {
  rows: readonly (readonly TableCell[] | false | null | undefined)[]
  head?: readonly TableCell[]
  caption?: Child
  captionClasses?: string
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}

export function Table(props: TableProps) {
  const { head, caption, captionClasses, rows, firstCellIsHeader } = props
  return (
    <table class={classes('govuk-table', props.classes)} {...props.attributes}>
      {caption && (
        <caption class={classes('govuk-table__caption', captionClasses)}>{caption}</caption>
      )}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map(cell => (
              <Header cell={cell} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, i) =>
                  i === 0 && firstCellIsHeader ? (
                    <Header cell={{ ...cell, format: undefined }} scope="row" />
                  ) : (
                    <Cell cell={cell} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function Header({ cell, scope }: { cell: TableCell; scope: 'col' | 'row' }) {
  const name = classes(
    'govuk-table__header',
    Boolean(cell.format) && `govuk-table__header--${cell.format}`,
    cell.classes,
  )
  return (
    <th scope={scope} class={name} {...spans(cell)}>
      {cell.text}
    </th>
  )
}

function Cell({ cell }: { cell: TableCell }) {
  const name = classes(
    'govuk-table__cell',
    Boolean(cell.format) && `govuk-table__cell--${cell.format}`,
    cell.classes,
  )
  return (
    <td class={name} {...spans(cell)}>
      {cell.text}
    </td>
  )
}

function spans({ colspan, rowspan, attributes }: TableCell) {
  return {
    ...given({ colspan: colspan || undefined, rowspan: rowspan || undefined }),
    ...attributes,
  }
}
