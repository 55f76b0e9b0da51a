// Is this text one JSON value without tricks? Two readers must never understand it differently.

export type ReadJson =
  | { readonly value: unknown }
  | { readonly problem: 'not-json' | 'repeated-key' | 'too-deep'; readonly at: string }

export const depthMax = 32

/** `at` names the repeated key, or is empty. */
export function readJson(text: string): ReadJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'not-json', at: '' }
  }
  return findTrick(text) ?? { value }
}

type Open = { readonly keys: Set<string> | null; isKeyNext: boolean }

const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/g

/** The text is valid JSON here, so its strings and brackets say where every key stands. */
function findTrick(text: string): ReadJson | undefined {
  const open: Open[] = []
  for (const [found] of text.matchAll(token)) {
    const inside = open.at(-1)
    if (found === '{' || found === '[') {
      open.push({ keys: found === '{' ? new Set() : null, isKeyNext: found === '{' })
      if (open.length > depthMax) return { problem: 'too-deep', at: '' }
    } else if (found === '}' || found === ']') open.pop()
    else if (found === ',') {
      if (inside?.keys) inside.isKeyNext = true
    } else if (inside?.keys && inside.isKeyNext) {
      const key = JSON.parse(found) as string
      if (inside.keys.has(key)) return { problem: 'repeated-key', at: key.slice(0, 80) }
      inside.keys.add(key)
      inside.isKeyNext = false
    }
  }
  return undefined
}
