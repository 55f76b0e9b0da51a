// `./doorstep flavours`: how do villages work, in what do they differ, and is this file one?
import { readFile } from 'node:fs/promises'
import {
  compare,
  copied,
  councilFlavour,
  type FlavourFile,
  type Line,
  readFlavour,
  type Side,
  villageFlavours,
  writeFlavour,
} from '../flavours/index.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'

export const command: Command = {
  name: 'flavours',
  summary: 'check and compare how villages work; each is a shipped village or a JSON file',
  words: 'VILLAGE-OR-FILE …',
  options: { 'copy-as': { type: 'string' } },
  run,
}

async function run({ options, words }: Arguments, io: Io): Promise<number> {
  const files = words.length > 0 ? await Promise.all(words.map(flavourOf)) : villageFlavours
  const as = options['copy-as']
  if (typeof as === 'string') return writeCopy(files, as, io)
  const lines = compare(files, councilFlavour)
  const villages = files.map(({ village }) => village)
  io.say(`Compared: ${villages.join(', ')}. What the council has is in brackets.`)
  for (const line of lines) for (const words of wordsFor(line, villages)) io.say(words)
  io.answer({ villages, lines })
  return 0
}

async function flavourOf(word: string): Promise<FlavourFile> {
  const shipped = villageFlavours.find(
    ({ village }) => village.toLowerCase() === word.toLowerCase(),
  )
  if (shipped) return shipped
  const text = await readFile(word, 'utf8').catch(() => null)
  if (text === null) {
    throw new CommandProblem(
      'no-flavour',
      `"${word}" is no shipped village and no file to be read.`,
    )
  }
  const { flavour, wrong } = readFlavour(text)
  if (flavour) return flavour
  throw new CommandProblem('wrong-flavour', `"${word}" is not used. ${wrong.join('; ')}`)
}

function writeCopy(files: readonly FlavourFile[], as: string, io: Io): number {
  const [from, ...others] = files
  if (!from || others.length > 0) {
    throw new CommandProblem('wrong-use', 'Name one village to copy from.', 2)
  }
  const { flavour, wrong } = readFlavour(writeFlavour(copied(from, as)))
  if (!flavour) throw new CommandProblem('wrong-flavour', `Not copied. ${wrong.join('; ')}`)
  io.say(writeFlavour(flavour).trimEnd())
  io.answer({ flavour })
  return 0
}

function wordsFor({ aspect, sides, differs }: Line, villages: readonly string[]): string[] {
  const [first] = sides
  if (!differs && first) return [`  ${aspect}: ${shown(first)}`]
  return [`* ${aspect}`, ...sides.map((side, at) => `    ${villages[at]}: ${shown(side)}`)]
}

function shown({ value, isOwn }: Side): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return isOwn ? words : `(${words})`
}
