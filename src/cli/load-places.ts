// `./doorstep load-places`: what would this file of places do, and then load it.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { systemActor } from '../access/index.ts'
import {
  fileKinds,
  geographyStrings,
  isFileProblem,
  type Loaded,
  loadPlaces,
  type Summary,
} from '../geography/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { refusalWords } from '../pages/refusals.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { fileGiven, inCouncil } from './in-council.ts'

export const command: Command = {
  name: 'load-places',
  summary: 'read a file of places (areas, streets, addresses, postcodes), and load it',
  words: 'FILE',
  options: {
    council: { type: 'string' },
    kind: { type: 'string' },
    as: { type: 'string' },
    metres: { type: 'boolean' },
    preview: { type: 'boolean' },
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const file = fileGiven(args.words, 'Name one file to load.')
  const takenAs = takenAsOf(args.options.as)
  kindOf(args.options.kind)
  return inCouncil(args, (node, council) => {
    const isInMetres = args.options.metres === true
    const isPreviewOnly = args.options.preview === true
    const asked = { file, takenAs, isInMetres, isPreviewOnly, kind: args.options.kind }
    return loadFile(node, io, { ...asked, council: council.id })
  })
}

type Asked = {
  readonly council: string
  readonly file: string
  readonly takenAs: 'villages' | 'map' | null
  readonly isInMetres: boolean
  readonly isPreviewOnly: boolean
  readonly kind: unknown
}

async function loadFile(node: Node, io: Io, asked: Asked): Promise<number> {
  const bar = io.progress('Rows read')
  const { file, takenAs, isInMetres, isPreviewOnly } = asked
  const done = await loadPlaces(node, systemActor(asked.council), {
    id: newId(),
    name: basename(file),
    file: { open: () => createReadStream(file) },
    options: { isInMetres, takenAs, onRows: rows => bar.update(rows) },
    isPreviewOnly,
    ...(isKind(asked.kind) ? { kind: asked.kind } : {}),
  })
  bar.end()
  const t = geographyStrings('en')
  if (isFileProblem(done)) {
    const more = done.problem === 'not-known' ? ` ${t.understood}` : ''
    const names = done.columns ? ` ${done.columns.join(', ')}.` : ''
    const say = done.problem === 'in-metres' ? ' (here: --metres)' : ''
    throw new CommandProblem(done.problem, `${t.problems[done.problem]}${names}${more}${say}`)
  }
  if (isRefusal(done)) {
    throw new CommandProblem(done.refused, refusalWords('en', done.refused).title)
  }
  return tell(io, done, isPreviewOnly)
}

function tell(io: Io, { summary, version, isNew }: Loaded, isPreviewOnly: boolean): number {
  saySummary(io, summary)
  if (!isNew) io.say(geographyStrings('en').sameFile)
  else io.say(isPreviewOnly ? 'Nothing is written.' : 'Loaded: all of it is written.')
  const { kind, edition, counts } = summary
  io.answer({ ...counts, version_id: version, kind, edition })
  return 0
}

function saySummary(io: Io, { kind, edition, counts, remarks, reasons }: Summary): void {
  const t = geographyStrings('en')
  io.say(`${t.kinds[kind]}. ${edition === null ? t.editionNone : t.edition(edition)}.`)
  const { rows, accepted, changed, unchanged, needs_review, refused } = counts
  io.say(
    `${rows} rows: ${accepted} new + ${changed} changed + ${unchanged} the same + ` +
      `${needs_review} need a person + ${refused} refused.`,
  )
  for (const { remark, count = 0 } of remarks) {
    const words = t.remarks[remark]
    io.say(`  ${typeof words === 'string' ? words : words(count, String(count))}`)
  }
  for (const { reason, rows: n } of reasons) io.say(`  ${n}  ${t.reasons[reason]}.`)
}

function takenAsOf(named: unknown): 'villages' | 'map' | null {
  if (named === undefined) return null
  if (named === 'villages' || named === 'map') return named
  throw new CommandProblem('as-unknown', 'Say --as villages or --as map.', 2)
}

function isKind(named: unknown): named is (typeof fileKinds)[number] {
  return fileKinds.some(kind => kind === named)
}

/** The file says by itself what it is; a kind that is named must be the same. */
function kindOf(named: unknown): void {
  if (named === undefined || named === 'auto' || isKind(named)) return
  throw new CommandProblem('kind-unknown', `Say --kind auto or one of ${fileKinds.join(', ')}.`, 2)
}
