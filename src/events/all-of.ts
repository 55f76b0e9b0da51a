// How are several things done side by side in one transaction? Nobody goes on after it has ended.

/**
 * As `Promise.all`, and when one fails the others are waited for all the same: what they ask next
 * would else be asked in somebody else's transaction.
 */
export async function allOf<const T extends readonly unknown[]>(
  things: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ends = await Promise.allSettled(things)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  const values = ends.map(end => (end as PromiseFulfilledResult<unknown>).value)
  return values as { -readonly [K in keyof T]: Awaited<T[K]> }
}
