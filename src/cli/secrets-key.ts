// `./doorstep secrets-key`: are all kept secrets sealed? With --rotate, with a new key from now on.
import { sealSecrets } from '../health/index.ts'
import { addKey } from '../store/secrets/index.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { openDatabase } from './database.ts'

export const command: Command = {
  name: 'secrets-key',
  summary: 'say whether every kept secret is sealed; --rotate makes a new key',
  options: { rotate: { type: 'boolean' } },
  run,
}

async function run({ options, dataDir }: Arguments, io: Io): Promise<number> {
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(dataDir)
  const node = await openNode(database)
  try {
    const before = await sealSecrets(node)
    if (options.rotate === true && before.locked > 0) throw lockedProblem(before.locked)
    if (options.rotate === true) addKey(database.keyFile)
    const { sealed } = options.rotate === true ? await sealSecrets(node) : before
    const { locked } = before
    io.say(`The key is in ${database.keyFile}: keep a copy apart from the backups.`)
    if (options.rotate === true) io.say(`A new key is in use; ${sealed} sealed with it.`)
    if (locked > 0) io.say(lockedWords(locked))
    else io.say('Every kept secret can be read with it.')
    io.answer({ ok: locked === 0, key_file: database.keyFile, sealed, locked })
    return locked === 0 ? 0 : 1
  } finally {
    await node.store.close()
    await database.stop()
  }
}

export function lockedWords(locked: number): string {
  const many = locked === 1 ? '1 kept secret cannot' : `${locked} kept secrets cannot`
  return (
    `${many} be read, because the key is missing. Put the file of keys back, or enter ` +
    'the client secret, the mail server and the notices anew.'
  )
}

/** A new key would push out the last trace of which one is missing. */
function lockedProblem(locked: number): CommandProblem {
  return new CommandProblem('key-missing', lockedWords(locked))
}
