// The program behind `./doorstep`: what was typed goes in, an exit code comes out.
import { entries } from './cli/commands.ts'
import { runCommand } from './cli/run-command.ts'

process.exitCode = await runCommand(process.argv.slice(2), entries, process)
