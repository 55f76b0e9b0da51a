// How is a figure of the morning shown? As the door to its list; nobody to list is plain.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'

export type FigureProps = { readonly n: number; readonly href: string; readonly strong?: boolean }

export function Figure({ n, href, strong }: FigureProps) {
  const shown = format(useLang()).number(n)
  const inner = strong && n > 0 ? <b>{shown}</b> : shown
  return n === 0 ? <>{inner}</> : <a href={href}>{inner}</a>
}
