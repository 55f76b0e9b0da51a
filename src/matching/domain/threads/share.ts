// The same data for every thread, in memory that all of them see. Functions and maps stay behind:
// what another thread needs of them it makes anew.

const smallBytes = 4096

export function shared<T>(data: T): T {
  return copied(data, { known: new Map(), place: inSharedMemory }) as T
}

type Copying = {
  readonly known: Map<object, unknown>
  readonly place: (numbers: Numbers) => Numbers
}

function copied(data: unknown, copying: Copying): unknown {
  const { known, place } = copying
  if (typeof data === 'function') return undefined
  if (typeof data !== 'object' || data === null) return data
  const before = known.get(data)
  if (before !== undefined) return before
  if (data instanceof Map) return undefined
  if (ArrayBuffer.isView(data)) return remember(data, place(data as Numbers), known)
  if (Array.isArray(data)) {
    const list: unknown[] = []
    known.set(data, list)
    for (const item of data) list.push(copied(item, copying))
    return list
  }
  const copy: Record<string, unknown> = {}
  known.set(data, copy)
  for (const [key, value] of Object.entries(data)) copy[key] = copied(value, copying)
  return copy
}

type Numbers = Int32Array | Uint16Array | Uint8Array | Float64Array

function inSharedMemory(numbers: Numbers): Numbers {
  const isShared = numbers.buffer instanceof SharedArrayBuffer
  if (isShared || numbers.byteLength < smallBytes) return numbers
  const kind = numbers.constructor as new (buffer: SharedArrayBuffer) => Numbers
  const copy = new kind(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}

function remember(data: object, copy: unknown, known: Map<object, unknown>): unknown {
  known.set(data, copy)
  return copy
}
