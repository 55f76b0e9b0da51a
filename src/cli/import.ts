// `./doorstep import`: what would this list do, and then load it: as the upload page does.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { systemActor } from '../access/index.ts'
import { type Imported, importList, listStrings, type Preview, profiles } from '../lists/index.ts'
import { refusalWords } from '../pages/refusals.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { fileGiven, inCouncil } from './in-council.ts'

export const command: Command = {
  name: 'import',
  summary: 'read a list as received, say what it would do, and load it',
  words: 'FILE',
  options: {
    council: { type: 'string' },
    list: { type: 'string' },
    preview: { type: 'boolean' },
    'force-shrink': { type: 'string' },
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const file = fileGiven(args.words, 'Name one file to import.')
  const profile = profiles.find(({ id }) => id === args.options.list)
  const known = profiles.map(({ id }) => id).join(', ')
  if (!profile && args.options.list !== undefined) {
    const sentence = `There is no such list. Leave --list out, or name one of: ${known}.`
    throw new CommandProblem('list-unknown', sentence, 2)
  }
  // Nobody waits for a page here: collecting more often holds a long list in less memory.
  setFlagsFromString('--heap-growing-percent=50')
  return inCouncil(args, async (node, council) => {
    const isPreviewOnly = args.options.preview === true
    const bars = progressOf(io)
    const result = await importList(node, systemActor(council.id), {
      profile,
      name: basename(file),
      chunks: createReadStream(file),
      isPreviewOnly,
      shrinkReason: String(args.options['force-shrink'] ?? ''),
      onProgress: bars.update,
      onPreview: preview => {
        bars.end()
        sayPreview(io, preview)
      },
    })
    bars.end()
    return tell(io, result, isPreviewOnly)
  })
}

function progressOf(io: Io) {
  let stage = ''
  let bar: ReturnType<Io['progress']> | undefined
  return {
    update(now: 'reading' | 'loading', rows: number) {
      if (now !== stage) {
        bar?.end()
        bar = io.progress(now === 'reading' ? 'Rows read' : 'Rows loaded')
        stage = now
      }
      bar?.update(rows)
    },
    end() {
      bar?.end()
      bar = undefined
      stage = ''
    },
  }
}

function sayPreview(io: Io, preview: Preview): void {
  const { counts, died, dropped, remarks, reasons } = preview
  const t = listStrings('en')
  io.say(`${counts.rows} rows: ${sumOf(counts)}.`)
  io.say(`Contact stops first for ${died} people who died. ${dropped} entries are dropped.`)
  for (const { remark } of remarks) io.say(`  ${t.remarks[remark]}.`)
  for (const { reason, rows } of reasons) io.say(`  ${rows}  ${t.reason[reason]}`)
}

const howToForce = 'nothing was written. If the file is right, add --force-shrink "why it is".'

function sumOf(counts: Imported['counts']): string {
  const { accepted, changed, unchanged, needs_review, rejected } = counts
  return (
    `${accepted} added + ${changed} changed + ${unchanged} the same + ` +
    `${needs_review} need a person + ${rejected} not loaded`
  )
}

function tell(
  io: Io,
  result: Awaited<ReturnType<typeof importList>>,
  isPreviewOnly: boolean,
): number {
  if ('problem' in result) {
    const { problem, columns = [] } = result
    const names = columns.length > 0 ? ` ${columns.join(', ')}.` : ''
    throw new CommandProblem(problem, `${listStrings('en').problems[problem]}${names}`)
  }
  if ('refused' in result) {
    const { title } = refusalWords('en', result.refused)
    const how = result.refused === 'list-halved' ? `: ${howToForce}` : ''
    throw new CommandProblem(result.refused, `${title}${how}`)
  }
  const { counts, isNew, version } = result
  if (!isNew) io.say(`This very file was loaded before: nothing was written. ${sumOf(counts)}.`)
  else io.say(isPreviewOnly ? 'Nothing is written.' : 'Loaded: all of it is written.')
  io.answer({ ...counts, version_id: version })
  return 0
}
