// Which level is this heading? The page decides, so that levels never jump.
import type { PropsWithChildren } from 'hono/jsx'

type HeadingProps = PropsWithChildren<{ level: number; class?: string; id?: string }>

export function Heading({ level, children, ...own }: HeadingProps) {
  const Level = `h${level}` as 'h2'
  return <Level {...own}>{children}</Level>
}
