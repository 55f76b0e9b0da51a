// What must hold, holds, or the program says so at once. Never caught in between.

/** Throws when our own reasoning is broken. `claim` must hold no personal data. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`Broken: ${claim}`)
}

/** For the end of an exhaustive switch: fails to compile if a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Broken: unexpected ${typeof value}`)
}
