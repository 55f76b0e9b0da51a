// Which memory is handed over with a message, so that it need not be copied?

export function buffersIn(data: unknown, known = new Set<unknown>()): ArrayBuffer[] {
  if (typeof data !== 'object' || data === null || known.has(data)) return []
  known.add(data)
  if (!ArrayBuffer.isView(data)) {
    return Object.values(data).flatMap(value => buffersIn(value, known))
  }
  const { buffer } = data
  if (!(buffer instanceof ArrayBuffer) || known.has(buffer)) return []
  known.add(buffer)
  return [buffer]
}
