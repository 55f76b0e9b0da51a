// Which rows of a file share a key? All keys of a million rows in a few typed arrays.
import { grown } from '../encode/texts.ts'

export type RowHeaps = {
  /** Rows must come in rising order. */
  add(key: number, row: number): void
  /** The last ones, `most` and one more if there are more. */
  rowsOf(key: number, most: number): number[]
}

const roomAtFirst = 1 << 12
const fullAt = 0.6

export function newRowHeaps(): RowHeaps {
  let [keys, heads] = [new Int32Array(roomAtFirst), new Int32Array(roomAtFirst)]
  let [rows, nexts] = [new Int32Array(roomAtFirst), new Int32Array(roomAtFirst)]
  let [heaps, links] = [0, 1]

  function slotOf(key: number): number {
    const mask = keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (heads[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  function widen(): void {
    const [oldKeys, oldHeads] = [keys, heads]
    keys = new Int32Array(oldKeys.length * 2)
    heads = new Int32Array(oldKeys.length * 2)
    for (const [at, head] of oldHeads.entries()) {
      if (head === 0) continue
      const slot = slotOf(oldKeys[at] as number)
      keys[slot] = oldKeys[at] as number
      heads[slot] = head
    }
  }

  return {
    add(key, row) {
      if (heaps > keys.length * fullAt) widen()
      if (links === rows.length) {
        rows = grown(rows, links + 1)
        nexts = grown(nexts, links + 1)
      }
      const slot = slotOf(key)
      if (heads[slot] === 0) heaps += 1
      keys[slot] = key
      rows[links] = row
      nexts[links] = heads[slot] as number
      heads[slot] = links
      links += 1
    },
    rowsOf(key, most) {
      const found: number[] = []
      let link = heads[slotOf(key)] as number
      for (; link !== 0 && found.length <= most; link = nexts[link] as number) {
        found.push(rows[link] as number)
      }
      return found.reverse()
    },
  }
}
