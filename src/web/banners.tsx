// What must everybody concerned see on every page, whatever they do? Each capability says so for
// its own matters, from outside: the frame may not import them.
import type { Child } from 'hono/jsx'
import type { Scope } from '../access/index.ts'
import type { Lang } from '../pages/strings/index.ts'
import type { Tx } from '../store/open.ts'
import { chosenLang } from './language.ts'
import { asking, type Ctx, holds } from './request.ts'

export type BannerAsk = { readonly tx: Tx; readonly scope: Scope; readonly lang: Lang }
export type Shown = {
  /** What it tells of: an open page asks whether it is still the same. */
  readonly ids: readonly string[]
  readonly content: Child
}

export type Banner = {
  readonly name: string
  /** Only who holds this is shown it, within their scope. */
  readonly may: string
  /** One statement: it is asked for every page. Undefined where nothing is to be said. */
  of(ask: BannerAsk & { readonly now: number }): Promise<Shown | undefined>
}

const banners: Banner[] = []

/** Called once, where a capability is put together. */
export function addBanner(banner: Banner): void {
  if (!banners.some(({ name }) => name === banner.name)) banners.push(banner)
}

/** Undefined for whoever is never shown one. */
export async function bannersFor(c: Ctx): Promise<Shown | undefined> {
  const lang = chosenLang(c)
  const mine = banners.filter(({ may }) => holds(c, may))
  if (mine.length === 0) return undefined
  const found: Shown[] = []
  for (const { may, of } of mine) {
    const shown = await asking(c, may, (tx, scope, now) => of({ tx, scope, lang, now }))
    if (shown) found.push(shown)
  }
  return { ids: found.flatMap(one => one.ids), content: found.map(one => one.content) }
}
