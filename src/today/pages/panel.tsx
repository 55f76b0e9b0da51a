// What frames each group of figures? One rule above, its sentence as a heading.
import type { Child, PropsWithChildren } from 'hono/jsx'

export function Panel({ id, head, children }: PropsWithChildren<{ id: string; head: Child }>) {
  return (
    <section aria-labelledby={id}>
      <div class="ds-section__head">
        <h2 class="ds-h2" id={id}>
          {head}
        </h2>
      </div>
      {children}
    </section>
  )
}

export type Column = { readonly name: string; readonly look?: 'number' | 'wide' | 'wide number' }

const classes = { number: 'ds-number', wide: 'ds-wide', 'wide number': 'ds-number ds-wide' }

export function Columns({ columns }: { columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ name, look }) => (
          <th scope="col" class={look && classes[look]}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
