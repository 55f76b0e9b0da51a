// Records in the order of their keys, and of their place among equals: three rounds of counting.

export type Sorted = { keys: Int32Array; records: Int32Array }
type Source = { keys: Int32Array; width: number; offset: number; stride: number; count: number }

const bits = 11
const size = 1 << bits
const mask = size - 1

/** Records without a key (0) are left out; a record with several keys comes several times. */
export function sortByKey(source: Source): Sorted {
  let from = gathered(source)
  const length = from.keys.length
  let to: Sorted = { keys: new Int32Array(length), records: new Int32Array(length) }
  for (let shift = 0; shift < 32; shift += bits) {
    pass(from, to, shift)
    ;[from, to] = [to, from]
  }
  return from
}

function gathered({ keys, width, offset, stride, count }: Source): Sorted {
  const all = new Int32Array(count * stride)
  const records = new Int32Array(count * stride)
  let length = 0
  for (let i = 0; i < count; i++) {
    const at = i * width + offset
    for (let s = at; s < at + stride; s++) {
      if (keys[s] === 0 || isRepeated(keys, at, s)) continue
      all[length] = keys[s] as number
      records[length] = i
      length += 1
    }
  }
  return { keys: all.subarray(0, length), records: records.subarray(0, length) }
}

function isRepeated(keys: Int32Array, from: number, at: number): boolean {
  for (let i = from; i < at; i++) if (keys[i] === keys[at]) return true
  return false
}

function pass(from: Sorted, to: Sorted, shift: number): void {
  const places = new Int32Array(size + 1)
  for (const key of from.keys) {
    const digit = (key >>> shift) & mask
    places[digit + 1] = (places[digit + 1] as number) + 1
  }
  for (let i = 0; i < size; i++) places[i + 1] = (places[i + 1] as number) + (places[i] as number)
  for (let i = 0; i < from.keys.length; i++) {
    const key = from.keys[i] as number
    const digit = (key >>> shift) & mask
    const place = places[digit] as number
    places[digit] = place + 1
    to.keys[place] = key
    to.records[place] = from.records[i] as number
  }
}
