// How is a line's code drawn so that a camera reads it? A QR code of version 1, 21 by 21.
// ISO/IEC 18004: letters and digits, level H, so that a third of it may be smudged.

export const qrSize = 21
const dataBytes = 9
const checkBytes = 17
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** As many as nine bytes hold beside the head. */
const lettersMax = 10

/** Row by row, true is black. */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const bytes = dataOf(text)
  const bits = [...bytes, ...checksOf(bytes)].flatMap(byte => bitsOf(byte, 8))
  const { cells, isFixed } = frame()
  place(cells, isFixed, bits)
  return cells
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, at) => (value >> (length - 1 - at)) & 1)
}

function dataOf(text: string): number[] {
  const values = [...text].map(sign => alphabet.indexOf(sign))
  if (values.includes(-1) || values.length > lettersMax)
    throw new Error('No text for a small code.')
  const bits = [0, 0, 1, 0, ...bitsOf(values.length, 9)]
  for (let at = 0; at < values.length; at += 2) {
    const [one = 0, two] = values.slice(at, at + 2)
    bits.push(...(two === undefined ? bitsOf(one, 6) : bitsOf(one * 45 + two, 11)))
  }
  bits.push(...bitsOf(0, Math.min(4, dataBytes * 8 - bits.length)))
  while (bits.length % 8 !== 0) bits.push(0)
  const bytes: number[] = []
  for (let at = 0; at < bits.length; at += 8) {
    bytes.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0))
  }
  for (let pad = 0; bytes.length < dataBytes; pad++) bytes.push(pad % 2 === 0 ? 0xec : 0x11)
  return bytes
}

/** Multiplication in the field of 256 elements of the standard. */
function times(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((other >> bit) & 1) * one
  }
  return product
}

/** Reed-Solomon. */
function checksOf(bytes: readonly number[]): number[] {
  const divisor = [...Array<number>(checkBytes - 1).fill(0), 1]
  for (let step = 0, root = 1; step < checkBytes; step++, root = times(root, 2)) {
    for (let at = 0; at < checkBytes; at++) {
      divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0)
    }
  }
  const rest = Array<number>(checkBytes).fill(0)
  for (const byte of bytes) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    for (const [at, one] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ times(one, factor)
  }
  return rest
}

type Frame = { readonly cells: boolean[][]; readonly isFixed: boolean[][] }

/** The three eyes, the two dotted lines, and which level and mask it is. */
function frame(): Frame {
  const empty = () => Array.from({ length: qrSize }, () => Array<boolean>(qrSize).fill(false))
  const made = { cells: empty(), isFixed: empty() }
  for (let at = 0; at < qrSize; at++) {
    set(made, [6, at], at % 2 === 0)
    set(made, [at, 6], at % 2 === 0)
  }
  for (const [row, column] of [
    [3, 3],
    [3, 17],
    [17, 3],
  ] as const)
    drawEye(made, row, column)
  drawFormat(made)
  return made
}

function set({ cells, isFixed }: Frame, [row, column]: readonly [number, number], is: boolean) {
  const [line, fixed] = [cells[row], isFixed[row]]
  if (!line || !fixed || column < 0 || column >= qrSize) return
  line[column] = is
  fixed[column] = true
}

function drawEye(made: Frame, row: number, column: number): void {
  for (let down = -4; down <= 4; down++) {
    for (let right = -4; right <= 4; right++) {
      const far = Math.max(Math.abs(down), Math.abs(right))
      set(made, [row + down, column + right], far !== 2 && far !== 4)
    }
  }
}

/** Level H is 2, and of the eight masks we take the first: black and white by turns. */
function drawFormat(made: Frame): void {
  const level = 0b10 << 3
  let rest = level
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
  const bits = ((level << 10) | rest) ^ 0x5412
  const bit = (at: number) => ((bits >> at) & 1) === 1
  const rows = [0, 1, 2, 3, 4, 5, 7, 8]
  for (const [at, row] of rows.entries()) set(made, [row, 8], bit(at))
  set(made, [8, 7], bit(8))
  for (let at = 9; at < 15; at++) set(made, [8, 14 - at], bit(at))
  for (let at = 0; at < 8; at++) set(made, [8, qrSize - 1 - at], bit(at))
  for (let at = 8; at < 15; at++) set(made, [qrSize - 15 + at, 8], bit(at))
  set(made, [qrSize - 8, 8], true)
}

/** Up and down in columns of two from the right, around what is fixed. */
function place(cells: boolean[][], isFixed: boolean[][], bits: readonly number[]): void {
  let at = 0
  for (let right = qrSize - 1; right >= 1; right -= 2) {
    const column = right <= 6 ? right - 1 : right
    const isUp = ((column + 1) & 2) === 0
    for (let step = 0; step < qrSize; step++) {
      const row = isUp ? qrSize - 1 - step : step
      for (const x of [column, column - 1]) {
        const line = cells[row]
        if (!line || isFixed[row]?.[x]) continue
        line[x] = (bits[at] === 1) !== ((row + x) % 2 === 0)
        at++
      }
    }
  }
}
