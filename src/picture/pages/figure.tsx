// How is a number shown? Every number that counts people is a door to the list of them.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'

export type FigureProps = { n: number; href: string; strong?: boolean }

/** Nobody to list behind a zero, so a zero is plain. */
export function Figure({ n, href, strong }: FigureProps) {
  const shown = format(useLang()).number(n)
  const inner = strong ? <b>{shown}</b> : shown
  return n === 0 ? <>{inner}</> : <a href={href}>{inner}</a>
}
