// Which statements does a connection keep ready? Those asked before, so that each is read once.

/** Each costs the database some memory in every connection. */
const statementsMax = 150
/** Texts looked out for; what is made up anew for every question would fill any memory. */
const textsMax = 2_000
const textLengthMax = 20_000

/** Gives a statement a name from the second time on that it is asked. */
export function statementNames(): (text: string) => string | undefined {
  const asked = new Map<string, string | undefined>()
  let named = 0
  return text => {
    const known = asked.get(text)
    if (known !== undefined) return known
    const isKept = asked.has(text) || asked.size < textsMax
    if (!isKept || text.length > textLengthMax || named >= statementsMax) return undefined
    const name = asked.has(text) ? `s${++named}` : undefined
    asked.set(text, name)
    return name
  }
}
