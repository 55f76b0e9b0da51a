// Did the random stories ever come to what a rule is about? If not, it says nothing.
const turnsMax = 8

/**
 * Checks the property, again with other stories while too few of them came to the case.
 *
 * @param check - asserts the property over one set of stories
 * @param isEnough - whether the case was met often enough in all sets together
 * @throws Error when even eight sets never came to it often enough
 */
export async function untilEnough(
  check: () => Promise<void> | void,
  isEnough: () => boolean,
): Promise<void> {
  for (let turn = 0; turn < turnsMax; turn++) {
    await check()
    if (isEnough()) return
  }
  throw new Error('The stories hardly ever come to what this rule is about')
}
