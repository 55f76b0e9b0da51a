// Which rows of a file share a key? All keys of a million rows in a few typed arrays. Most keys
// have one row, which stands beside its key; only where there are more is there a chain of them.
import { grown } from '../encode/texts.ts'

export type RowHeaps = {
  /** Rows, counted from 1, must come in rising order. */
  add(key: number, row: number): void
  /** The last ones, `most` and one more if there are more. */
  rowsOf(key: number, most: number): number[]
}

const roomAtFirst = 1 << 12
const fullAt = 0.75

export function newRowHeaps(): RowHeaps {
  // Of a key: 0 where there is none, its only row below zero, or the last link of its chain.
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

  /** Gives the place of the new link. */
  function chained(row: number, next: number): number {
    if (links === rows.length) {
      rows = grown(rows, links + 1)
      nexts = grown(nexts, links + 1)
    }
    rows[links] = row
    nexts[links] = next
    return links++
  }

  return {
    add(key, row) {
      if (heaps > keys.length * fullAt) widen()
      const slot = slotOf(key)
      const head = heads[slot] as number
      keys[slot] = key
      if (head === 0) {
        heaps += 1
        heads[slot] = -row
      } else heads[slot] = chained(row, head < 0 ? chained(-head, 0) : head)
    },
    rowsOf(key, most) {
      const head = heads[slotOf(key)] as number
      if (head < 0) return [-head]
      const found: number[] = []
      for (let link = head; link !== 0 && found.length <= most; link = nexts[link] as number) {
        found.push(rows[link] as number)
      }
      return found.reverse()
    },
  }
}
