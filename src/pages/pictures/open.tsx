// What are the same facts as a table? Under every picture, one press away, open on paper.
import type { PropsWithChildren } from 'hono/jsx'

export type OpenProps = PropsWithChildren<{ summary: string; open?: boolean }>

export function Open({ summary, open, children }: OpenProps) {
  return (
    <details class="ds-open" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
