// A list of whole numbers that grows, and that a loop may read as a plain typed array.
import { grown } from './texts.ts'

export type Ints = { data: Int32Array; length: number }

export function newInts(room = 256): Ints {
  return { data: new Int32Array(room), length: 0 }
}

export function push(ints: Ints, value: number): void {
  if (ints.length === ints.data.length) ints.data = grown(ints.data, ints.length + 1)
  ints.data[ints.length] = value
  ints.length += 1
}
