// What can `./doorstep` do?
import type { Command } from './command.ts'
import { entries } from './commands.ts'

export const command: Command = {
  name: 'help',
  summary: 'list the commands',
  options: {},
  async run(_args, io) {
    const width = Math.max(...entries.map(entry => entry.name.length))
    const list = entries.map(entry => `  ${entry.name.padEnd(width)}  ${entry.summary}`)
    const foot = 'Every command takes --data DIR, --json and --help.'
    io.say(['./doorstep COMMAND [options]', '', ...list, '', foot].join('\n'))
    io.answer({ commands: entries.map(({ name, summary }) => ({ name, summary })) })
    return 0
  },
}
