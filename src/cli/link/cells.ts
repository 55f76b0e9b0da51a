// What is in each cell of one column, when most values come many times? Each distinct cell is kept
// once and known by a number, found by its bytes without making a string of it.

export type Cells = {
  /** The number of the cell at these bytes. */
  codeOf(start: number, end: number, hash: number): number
  /** The distinct cells, in the order of their numbers. */
  values(): string[]
}

const firstRoom = 1024

/** `whole`: all of it as one text, where every letter is one byte. */
export function cellsIn(bytes: Buffer, whole?: string): Cells {
  let slots = new Int32Array(firstRoom)
  let starts = new Int32Array(firstRoom)
  let ends = new Int32Array(firstRoom)
  let hashes = new Int32Array(firstRoom)
  let size = 0

  function codeOf(start: number, end: number, hash: number): number {
    const mask = slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let code = slots[slot] as number; code !== 0; code = slots[slot] as number) {
      if (hashes[code - 1] === hash && isSame(code - 1, start, end)) return code - 1
      slot = (slot + 1) & mask
    }
    return add(start, end, { hash, slot })
  }

  function isSame(code: number, start: number, end: number): boolean {
    let at = starts[code] as number
    if ((ends[code] as number) - at !== end - start) return false
    for (let i = start; i < end; i++) if (bytes[i] !== bytes[at++]) return false
    return true
  }

  function add(start: number, end: number, { hash, slot }: { hash: number; slot: number }): number {
    if (size === starts.length) {
      starts = wider(starts)
      ends = wider(ends)
      hashes = wider(hashes)
    }
    starts[size] = start
    ends[size] = end
    hashes[size] = hash
    size += 1
    slots[slot] = size
    if (size * 2 > slots.length) spread()
    return size - 1
  }

  function spread(): void {
    slots = new Int32Array(slots.length * 4)
    const mask = slots.length - 1
    for (let code = 0; code < size; code++) {
      const hash = hashes[code] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = code + 1
    }
  }

  const sliceOf = (start: number, end: number) =>
    whole?.slice(start, end) ?? bytes.toString('utf8', start, end)
  const values = () =>
    Array.from({ length: size }, (_, code) =>
      unquoted(sliceOf(starts[code] as number, ends[code] as number)),
    )
  return { codeOf, values }
}

/** Without the doubling of quotes inside a quoted cell. */
function unquoted(text: string): string {
  return text.includes('""') ? text.replaceAll('""', '"') : text
}

function wider(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(old.length * 2)
  grown.set(old)
  return grown
}
