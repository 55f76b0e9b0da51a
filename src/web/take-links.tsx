// How is the list on this page taken as a file? Shown only to those who may.
import { fill, useLang } from '../pages/strings/index.ts'
import { type Ctx, holds } from './request.ts'
import { takeStrings } from './take-strings.ts'

/** Where the same list is as a file: the page's own address and questions, but all its pages. */
export type TakeAddress = { readonly path: string; readonly query: string }

/** Undefined where this reader may not take it. `path` is the page's own unless it is given. */
export function takeAddress(c: Ctx, may: string, path = c.req.path): TakeAddress | undefined {
  if (!holds(c, may)) return undefined
  const asked = new URLSearchParams(c.req.query())
  for (const name of ['page', 'after', 'streets']) asked.delete(name)
  return { path, query: asked.size > 0 ? `?${asked}` : '' }
}

export function TakeLinks({ at }: { at: TakeAddress | undefined }) {
  const t = takeStrings(useLang())
  if (!at) return null
  const href = (format: string) => `${at.path}.${format}${at.query}`
  return (
    <p class="ds-small ds-quiet ds-noprint">
      {fill(t.links, {
        csv: <a href={href('csv')}>{t.csv}</a>,
        xlsx: <a href={href('xlsx')}>{t.xlsx}</a>,
      })}{' '}
      {t.recorded}
    </p>
  )
}
