// How are very many short texts kept in little memory? In one long text, with where each begins.

export type Packed = { readonly text: string; readonly starts: Uint32Array }

const between = '\n'

/** None of them may hold the sign that parts them. */
export function pack(texts: readonly string[]): Packed {
  const starts = new Uint32Array(texts.length + 1)
  let next = 0
  texts.forEach((text, at) => {
    starts[at] = next
    next += text.length + between.length
  })
  starts[texts.length] = next
  return { text: texts.join(between) + between, starts }
}

export function textAt({ text, starts }: Packed, at: number): string {
  return text.slice(starts[at], (starts[at + 1] ?? 0) - between.length)
}

/** Of texts in order: the first that begins so, and the one after the last. */
export function rangeOf(packed: Packed, beginning: string): readonly [number, number] {
  const first = search(packed, { beginning, from: 0, isAfter: false })
  return [first, search(packed, { beginning, from: first, isAfter: true })]
}

/** Whether this one, which begins so, is no longer. */
export function isWhole({ starts }: Packed, at: number, beginning: string): boolean {
  return (starts[at + 1] ?? 0) - (starts[at] ?? 0) === beginning.length + between.length
}

type Edge = { readonly beginning: string; readonly from: number; readonly isAfter: boolean }

function search(packed: Packed, { beginning, from, isAfter }: Edge): number {
  let low = from
  let high = packed.starts.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compare(packed, middle, beginning)
    if (order < 0 || (isAfter && order === 0)) low = middle + 1
    else high = middle
  }
  return low
}

/** 0 if it begins so. Letter by letter: to cut each text out would cost more than all else. */
function compare({ text, starts }: Packed, at: number, beginning: string): number {
  const start = starts[at] ?? 0
  for (let i = 0; i < beginning.length; i++) {
    const order = text.charCodeAt(start + i) - beginning.charCodeAt(i)
    if (order !== 0) return order
  }
  return 0
}
