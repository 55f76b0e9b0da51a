// `./doorstep token`: another system is let in, from the machine itself. The token is shown once.
import { roleNames, systemActor } from '../access/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { inCouncil } from './in-council.ts'

const defaultDays = '90'

export const command: Command = {
  name: 'token',
  summary: 'let another system ask: --council, --name, --role, --purpose, --may, --days',
  options: {
    council: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    purpose: { type: 'string' },
    may: { type: 'string', multiple: true },
    days: { type: 'string' },
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const ask = askOf(args.options)
  const { makeTokenNow, offeredPermissions } = await import('../api/index.ts')
  return inCouncil(args, async (node, council) => {
    const asked = { ...ask, place: null, command: newId() }
    const made = await makeTokenNow(node, systemActor(council.id), asked)
    if (!made || isRefusal(made)) {
      const known = offeredPermissions(node).join(', ')
      const sentence = `Name with --may, once for each, what the role holds of: ${known}.`
      throw new CommandProblem('may-unknown', sentence, 2)
    }
    const until = new Date(made.until).toISOString()
    io.say('Copy this token now; it is not shown again:')
    io.say(`  ${made.token}`)
    io.say(`It may ask until ${until.slice(0, 10)} as "Authorization: Bearer" and the token.`)
    io.answer({ token: made.token, id: made.id, until })
    return 0
  })
}

function askOf(options: Arguments['options']) {
  const text = (name: string) => String(options[name] ?? '').trim()
  const role = roleNames.find(one => one === text('role'))
  const days = Number(options.days ?? defaultDays)
  const permissions = [options.may ?? []].flat().map(String)
  if (!role) throw new CommandProblem('role-unknown', `Give --role: ${roleNames.join(', ')}.`, 2)
  for (const name of ['name', 'purpose']) {
    if (text(name) === '') throw new CommandProblem('wrong-use', `Give --${name}.`, 2)
  }
  return { name: text('name'), role, purpose: text('purpose'), days, permissions }
}
