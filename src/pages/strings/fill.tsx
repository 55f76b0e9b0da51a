// How does a sentence carry links? `{gaps}` in a string are filled with elements, in any order.
import type { Child } from 'hono/jsx'

/** `fill(t.reached, { n: <a href="…">5,310</a> })` for `'{n} people reached'`. */
export function fill(text: string, parts: Readonly<Record<string, Child>>): Child[] {
  return text.split(/(\{[a-zA-Z]+\})/).map(piece => {
    const gap = /^\{([a-zA-Z]+)\}$/.exec(piece)?.[1]
    if (gap === undefined) return piece
    if (!(gap in parts)) throw new Error(`Nothing was given for {${gap}} in "${text}".`)
    return parts[gap]
  })
}
