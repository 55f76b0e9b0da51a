// How is text given to a GOV.UK part? As plain text or an element, or as an object with options.
import type { Child } from 'hono/jsx'

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

export type Worded = {
  text?: Child
  classes?: string
  attributes?: Attributes
}

/** `hint="As on the letter"` or `hint={{ text: 'As on the letter', classes: 'ds-small' }}`. */
export type Words<T extends Worded = Worded> = Child | T

export function worded<T extends Worded>(words: Words<T>): T {
  const isObject = typeof words === 'object' && words !== null && !Array.isArray(words)
  return isObject && !isElement(words) && !(words instanceof Promise)
    ? (words as T)
    : ({ text: words } as T)
}

function isElement(words: object): boolean {
  return 'tag' in words || 'isEscaped' in words
}

export function hasText(words: Words | undefined): boolean {
  return words !== undefined && isShown(worded(words).text)
}

export function isShown(text: Child): boolean {
  return text !== undefined && text !== null && text !== false && text !== ''
}

/** Class names in one string, without the absent ones. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Ids in one `aria-describedby`, or nothing at all. */
export function describedBy(...ids: readonly (string | false | undefined)[]) {
  const all = classes(...ids)
  return all === '' ? {} : { 'aria-describedby': all }
}

/** Drops what was not given: JSX would print some of it as an empty attribute. */
export function given(attributes: Attributes): Record<string, string | number | boolean> {
  const present = Object.entries(attributes).filter(
    ([, value]) => value !== undefined && value !== null && value !== false,
  )
  return Object.fromEntries(present) as Record<string, string | number | boolean>
}
