// The answer as files: a line per pair, a line per record.
import { closeSync, openSync, writeSync } from 'node:fs'
import type { DecidedPair, Linked, Received } from '../../matching/index.ts'
import { CommandProblem } from '../command.ts'

const bufferLetters = 1 << 18

export function writePairs(file: string, { ids }: Received, { pairs, model }: Linked): void {
  const words = model.fields.map(({ name, levels }) => levels.map(({ code }) => `${name}=${code}`))
  writeLines(file, 'id_a,id_b,weight,probability,decision,why', write => {
    for (const pair of pairs) write(pairLine(pair, ids, words))
  })
}

function pairLine(pair: DecidedPair, ids: readonly string[], words: readonly string[][]): string {
  const { a, b, weight, isSame, levels } = pair
  const probability = 1 / (1 + 2 ** -weight)
  const said: string[] = []
  for (let k = 0; k < levels.length; k++) {
    const word = words[k]?.[levels[k] as number]
    if (word) said.push(word)
  }
  const decision = isSame ? 'same' : 'review'
  const [one, other] = [cell(ids[a] as string), cell(ids[b] as string)]
  const figures = `${weight.toFixed(3)},${probability.toFixed(6)}`
  return `${one},${other},${figures},${decision},${cell(said.join('; '))}`
}

/** In two lists that share an id, each id says first from which list it is. */
export function writeClusters(file: string, table: Received, { clusters }: Linked): void {
  const { ids, lists } = table
  const isShared = lists !== undefined && new Set(ids).size < ids.length
  const nameOf = (i: number) =>
    cell(isShared ? `${(lists[i] as number) + 1}:${ids[i]}` : `${ids[i]}`)
  writeLines(file, 'id,cluster', write => {
    for (let i = 0; i < ids.length; i++) write(`${nameOf(i)},${nameOf(clusters[i] as number)}`)
  })
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function writeLines(
  file: string,
  head: string,
  fill: (write: (line: string) => void) => void,
): void {
  const target = open(file)
  let waiting = `${head}\n`
  try {
    fill(line => {
      waiting += `${line}\n`
      if (waiting.length < bufferLetters) return
      writeSync(target, waiting)
      waiting = ''
    })
    writeSync(target, waiting)
  } finally {
    closeSync(target)
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandProblem('cannot-write', `${file} cannot be written (${code}).`)
  }
}
