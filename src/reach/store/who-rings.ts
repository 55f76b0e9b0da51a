// Who may be ringing? As the box of every page finds them, and by the doorstep word beside a fact.
import {
  doorstepWordsOf,
  type Finding,
  type Found,
  findPeople,
  foundMax,
  isSameWord,
  readSearch,
  wordSplits,
} from '../../people/index.ts'

export type Ringing = Found & { readonly isByWord: boolean }

/**
 * A word alone finds nobody, and where several fit it names none of them: nobody gets a list of
 * those who share one.
 */
export async function whoRings(finding: Finding, typed: string): Promise<readonly Ringing[]> {
  const found = await findPeople(finding, readSearch(typed))
  const byWord = await findByWord(finding, typed)
  const others = found.filter(one => one.id !== byWord?.id)
  return [
    ...(byWord ? [{ ...byWord, isByWord: true }] : []),
    ...others.slice(0, foundMax).map(one => ({ ...one, isByWord: false })),
  ]
}

async function findByWord(finding: Finding, typed: string): Promise<Found | undefined> {
  const fitting = new Map<string, Found>()
  for (const { word, rest } of wordSplits(typed)) {
    const found = await findPeople(finding, readSearch(rest))
    const ids = found.map(one => one.id)
    const words = await doorstepWordsOf(finding.tx, finding.scope.council, ids)
    for (const one of found) {
      if (isSameWord(words.get(one.id) ?? '', word)) fitting.set(one.id, one)
    }
  }
  return fitting.size === 1 ? [...fitting.values()][0] : undefined
}
