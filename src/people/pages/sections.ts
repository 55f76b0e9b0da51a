// What do other capabilities know about a person? They add their part to the page from outside,
// because they may import this capability and this one may not import them.
import type { Child } from 'hono/jsx'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { IconName } from '../../pages/sprite.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import type { Tx } from '../../store/open.ts'
import { peopleStrings } from './strings.ts'

export type PersonAsk = {
  readonly tx: Tx
  /** What the reader may see under a permission of the asked capability's own. */
  scopeFor(permission: string): Scope
  readonly person: Id
  /** Every record that stands for the person. */
  readonly records: readonly Id[]
  readonly now: number
  readonly lang: Lang
}

export type LineGroup = 'attempts' | 'jobs' | 'record'

export type Line = {
  readonly at: Date
  readonly group: LineGroup
  readonly icon: IconName
  readonly what: string
  readonly more?: string
  /** The person's or a colleague's own words. */
  readonly said?: string | null
}

export type PersonPart = {
  /** Shown in the wide column, above the line of everything that happened. */
  readonly main?: Child
  /** Shown in the narrow column, after the ways to reach the person. */
  readonly aside?: Child
  /** Facts for the bar at the top. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[]
  /** The next dated act, beside who is responsible. */
  readonly next?: Child
  /** Buttons beside it; the first may be the solid one. */
  readonly actions?: Child
  readonly lines?: readonly Line[]
}

export type PersonSection = (ask: PersonAsk) => Promise<PersonPart>

type SourceNames = (lang: Lang) => Readonly<Record<string, string>>
const sourceNames: SourceNames[] = [lang => peopleStrings(lang).sources]

/** Lists are known by their own titles, which this capability may not import. */
export function addSourceNames(names: SourceNames): void {
  if (!sourceNames.includes(names)) sourceNames.push(names)
}

/** Where somebody or their number comes from; the code as words if nobody named it. */
export function sourceName(lang: Lang, source: string): string {
  const named = sourceNames.find(names => Object.hasOwn(names(lang), source))
  return named?.(lang)[source] ?? inWords(source)
}

/** A list that the council named itself: `hot-meals-east` is read as Hot meals east. */
function inWords(source: string): string {
  const words = source.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const sections: PersonSection[] = []

/** Called once, where a capability is put together. Sections show in the order of `app.ts`. */
export function addPersonSection(section: PersonSection): void {
  if (!sections.includes(section)) sections.push(section)
}

/** One after another: they share one transaction. */
export async function personParts(ask: PersonAsk): Promise<readonly PersonPart[]> {
  const parts: PersonPart[] = []
  for (const section of sections) parts.push(await section(ask))
  return parts
}
