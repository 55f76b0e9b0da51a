// `./doorstep local-admin`: nobody can sign in, so whoever keeps the machine opens a short way in.
import { findCouncil, listCouncils } from '../events/index.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { openDatabase } from './database.ts'

const usualUrl = 'http://127.0.0.1:8080'

export const command: Command = {
  name: 'local-admin',
  summary: 'open emergency access: a link for 15 minutes, on the record, to be reviewed',
  options: { council: { type: 'string' }, reason: { type: 'string' }, url: { type: 'string' } },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const { makeEmergencyLink, reasonLettersMin } = await import('../sign-in/index.ts')
  const reason = String(args.options.reason ?? '').trim()
  if (reason.length < reasonLettersMin || reason.length > 500) {
    const sentence = 'Say why with --reason "…": it goes on the record and is reviewed.'
    throw new CommandProblem('reason-missing', sentence, 2)
  }
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(args.dataDir)
  const node = await openNode(database)
  try {
    const council = await councilFor(node, args.options.council)
    const made = await makeEmergencyLink(node, council, reason)
    if (isRefusal(made)) throw new CommandProblem(made.refused, 'Emergency access was refused.')
    const link = `${String(args.options.url ?? usualUrl)}/sign-in/${made.token}`
    tell(io, link, made.told)
    io.answer({ council, link, told: made.told })
    return 0
  } finally {
    await node.store.close()
    await database.stop()
  }
}

async function councilFor(node: Node, named: unknown): Promise<string> {
  const councils = await listCouncils(node)
  const found = typeof named === 'string' ? await findCouncil(node, named) : undefined
  const only = named === undefined && councils.length === 1 ? councils[0] : undefined
  const council = found ?? only
  if (council) return council.id
  const names = councils.map(one => one.id).join(', ') || 'none yet'
  throw new CommandProblem('no-such-council', `Name a council with --council: ${names}.`, 2)
}

function tell(io: Io, link: string, told: number): void {
  io.say('Emergency access is open. This link signs one person in, once, within 15 minutes:')
  io.say(`  ${link}`)
  io.say('They are a system administrator for 2 hours. All that they do is marked and reviewed.')
  io.say(`Told by email: ${told}.`)
}
