// How long is each piece of a bar? In proportion, but nothing that exists is too thin to press.

/** Lengths add up to `whole`; a count above 0 gets `least`, and the others share what is left. */
export function lengths(counts: readonly number[], whole: number, least = 0): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return counts.map(() => 0)
  const thin = counts.map(n => n > 0 && (n / total) * whole < least)
  const thinCount = thin.filter(Boolean).length
  if (thinCount * least >= whole) return counts.map(n => (n / total) * whole)
  const rest = counts.reduce((sum, n, i) => (thin[i] ? sum : sum + n), 0)
  const room = whole - thinCount * least
  return counts.map((n, i) => (thin[i] ? least : (n / rest) * room))
}

/** Where each piece starts and how long it is. */
export function pieces(lengthsOf: readonly number[], from = 0): { x: number; width: number }[] {
  let x = from
  return lengthsOf.map(width => {
    const piece = { x, width }
    x += width
    return piece
  })
}

/** One decimal is enough for the eye and keeps pages small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
