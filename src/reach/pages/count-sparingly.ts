// How often is a figure counted again that many look at while it changes all the time?

/** What is kept of a figure between two looks. */
export type Counted = {
  last?: { readonly asOf: string; readonly n: number; readonly at: number; readonly tookMs: number }
  /** Somebody counts at this moment. */
  counting?: Promise<number>
}

/** Counted in less, a figure is as of the log, always. */
const quickMs = 10
/** Else no more than this share of the time goes into counting. */
const shareMax = 1 / 20

/**
 * The figure as of `asOf`, or where counting takes long, one that is older by no more than twenty
 * times as long as it took. Two never count at once: the other takes what is known, or waits.
 */
export async function countSparingly(
  counted: Counted,
  asOf: string,
  count: () => Promise<number>,
): Promise<number> {
  const { last, counting } = counted
  if (last && (last.asOf === asOf || isFreshEnough(last))) return last.n
  if (counting) return last ? last.n : counting.catch(count)
  const began = performance.now()
  counted.counting = count()
  try {
    const n = await counted.counting
    const at = performance.now()
    counted.last = { asOf, n, at, tookMs: at - began }
    return n
  } finally {
    delete counted.counting
  }
}

function isFreshEnough({ at, tookMs }: NonNullable<Counted['last']>): boolean {
  return tookMs > quickMs && performance.now() - at < tookMs / shareMax
}
