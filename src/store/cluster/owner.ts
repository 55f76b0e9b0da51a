// Which Doorstep process looks after this data folder? At most one, and the dead do not count.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClusterProblem, folderProblem } from './problem.ts'
import { isAlive, markOf, type ProcessMark } from './process-mark.ts'

const attemptsMax = 20

/** Takes the folder for this process or throws `already-running`; returns how to give it back. */
export function takeOwnership(home: string): () => void {
  const file = join(home, 'owner.json')
  const mine = JSON.stringify(markOf(process.pid))
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    if (writeIfAbsent(file, mine)) return () => giveBack(file, mine)
    const seen = readText(file)
    const owner = parseMark(seen)
    if (owner && isAlive(owner)) throw alreadyRunning(home, owner.pid)
    if (seen !== undefined) removeIfStill(file, seen)
  }
  throw alreadyRunning(home, undefined)
}

export function alreadyRunning(home: string, pid: number | undefined): ClusterProblem {
  const who = pid === undefined ? 'Another Doorstep' : `Another Doorstep (process ${pid})`
  return new ClusterProblem(
    'already-running',
    `${who} is already using the folder ${home}; ` +
      'stop that one first, or choose another folder with --data.',
  )
}

/** A link appears whole or not at all, so no reader ever sees half a note. */
export function writeIfAbsent(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, text)
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw folderProblem(error, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Two who find the same dead owner must not remove the note of the one that was quicker. */
function removeIfStill(file: string, seen: string): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (readText(aside) !== seen) linkSync(aside, file)
  } catch {
    // Someone else was quicker; the next attempt looks again.
  } finally {
    rmSync(aside, { force: true })
  }
}

function giveBack(file: string, mine: string): void {
  if (readText(file) === mine) rmSync(file, { force: true })
}

function parseMark(text: string | undefined): ProcessMark | undefined {
  try {
    return JSON.parse(text ?? '') as ProcessMark
  } catch {
    return undefined
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
