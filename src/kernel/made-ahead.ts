// How is the next batch made while somebody waits for what became of the one before?

/** So few at a time that an answer which arrives meanwhile is heard at once. */
const atATime = 20

/**
 * Each batch of `batches` with `make` done to every one in it. The next is made a few at a time, as
 * soon as whoever takes the batches has to wait for something else. Never more than one is ahead.
 */
export async function* madeAhead<Given, Made>(
  batches: AsyncIterable<readonly Given[]>,
  make: (one: Given) => Made,
): AsyncGenerator<Made[], void> {
  const given = batches[Symbol.asyncIterator]()
  let next = makeNext(given, make)
  try {
    for (let made = await next; made; made = await next) {
      next = makeNext(given, make)
      // What goes wrong is said when it is taken, not before.
      next.catch(() => {})
      yield made
    }
  } finally {
    await next.catch(() => {})
    await given.return?.()
  }
}

async function makeNext<Given, Made>(
  given: AsyncIterator<readonly Given[]>,
  make: (one: Given) => Made,
): Promise<Made[] | undefined> {
  await aMoment()
  const batch = await given.next()
  if (batch.done) return undefined
  const made: Made[] = []
  for (let at = 0; at < batch.value.length; at += atATime) {
    if (at > 0) await aMoment()
    made.push(...batch.value.slice(at, at + atATime).map(make))
  }
  return made
}

/** Others come first: those who wait already. */
function aMoment(): Promise<void> {
  return new Promise(go => setImmediate(go))
}
