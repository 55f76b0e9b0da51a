// `./doorstep staff`: who joins, who leaves, by the file of the council's staff system.
import { readFileSync, statSync } from 'node:fs'
import { applyStaffFile, readStaffFile, staffStrings, systemActor } from '../access/index.ts'
import { act } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { refusalWords } from '../pages/refusals.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { fileGiven, inCouncil } from './in-council.ts'

const bytesMax = 1024 * 1024

export const command: Command = {
  name: 'staff',
  summary: 'read a staff file: joiners are let in, leavers are shut out',
  words: 'FILE',
  options: {
    council: { type: 'string' },
    everybody: { type: 'boolean' },
    purpose: { type: 'string' },
    sure: { type: 'boolean' },
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const rows = readStaffFile(contentOf(args.words))
  if (typeof rows === 'string') throw new CommandProblem(rows, `${staffStrings('en')[rows]}.`)
  return inCouncil(args, async (node, council) => {
    const input = {
      rows,
      isEverybody: args.options.everybody === true,
      purpose: String(args.options.purpose ?? 'work for the council'),
      isSure: args.options.sure === true,
      shown: null,
    }
    const done = await act(node, systemActor(council.id), applyStaffFile, { id: newId(), input })
    if (isRefusal(done)) {
      const again = done.refused === 'too-many-leavers' ? '. If it is right, add --sure.' : ''
      throw new CommandProblem(done.refused, refusalWords('en', done.refused).title + again)
    }
    return tell(io, done.answer)
  })
}

function tell(io: Io, counts: Readonly<Record<string, unknown>>): number {
  const { rows, accepted, changed, unchanged, refused, leftOut } = counts
  io.say(
    `${rows} rows: ${accepted} joiners + ${changed} changed + ${unchanged} the same + ` +
      `${refused} refused. Shut out because the file does not name them: ${leftOut}.`,
  )
  io.answer({ ...counts })
  return 0
}

function contentOf(words: readonly string[]): string {
  const file = fileGiven(words, 'Name one staff file.')
  if (statSync(file).size <= bytesMax) return readFileSync(file, 'utf8')
  throw new CommandProblem('too-large', 'A staff file may have up to 1 MB.', 2)
}
