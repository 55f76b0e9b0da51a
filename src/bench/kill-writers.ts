// Who writes while the server is killed? People at pages, who send again what got no answer.
import { addUser, openSession, systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { act, foundCouncil } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { type Client, openClient } from './ask.ts'

export const killCouncil = 'kill-loop'

export type Writer = {
  readonly cookie: string
  /** Sent, but the answer never came: sent again after the restart under the same id. */
  pending: Id | undefined
}

/** A council and its administrators, each with a session, made while no server runs. */
export async function makeWriters(dataDir: string, count: number): Promise<Writer[]> {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    await foundCouncil(node, { id: killCouncil, name: 'Kill loop', gss: null, practice: true })
    const writers: Writer[] = []
    for (let i = 0; i < count; i++) {
      writers.push({ cookie: await makeCookie(node, i), pending: undefined })
    }
    return writers
  } finally {
    await node.store.close()
    await database.stop()
  }
}

async function makeCookie(node: Node, i: number): Promise<string> {
  const user = newId()
  const grant = {
    role: 'system-administrator' as const,
    place: null,
    purpose: 'bench',
    until: null,
  }
  const input = { user, name: `Writer ${i}`, email: null, grants: [grant] }
  const done = await act(node, systemActor(killCouncil), addUser, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`A writer was refused: ${done.refused}`)
  const { token } = await node.store.transaction({ council: killCouncil, actor: user }, tx =>
    openSession(tx, { council: killCouncil, user, now: node.clock.now() }),
  )
  return `doorstep=${killCouncil}.${token}`
}

export type Writing = {
  /** Ends when every writer has met the death of the server. */
  readonly ended: Promise<void>
  /** From now on a failure is the kill and not a fault. */
  expectDeath(): void
}

/** Writes until the server is gone. Every command that was acknowledged is told to `onAck`. */
export function startWriting(
  url: string,
  writers: readonly Writer[],
  onAck: (command: Id) => void,
): Writing {
  const client = openClient(url)
  const state = { isDying: false }
  const all = writers.map(writer => write({ client, writer, onAck, state }))
  const ended = Promise.all(all).then(() => client.close())
  return {
    ended,
    expectDeath() {
      state.isDying = true
    },
  }
}

type Run = {
  readonly client: Client
  readonly writer: Writer
  readonly onAck: (command: Id) => void
  readonly state: { isDying: boolean }
}

async function write({ client, writer, onAck, state }: Run): Promise<void> {
  for (;;) {
    const command = writer.pending ?? newId()
    writer.pending = command
    const status = await send(client, writer.cookie, command)
    if (status === 303) {
      writer.pending = undefined
      onAck(command)
    } else if (state.isDying) return
    else throw new Error(`A living server answered ${status} to a command.`)
  }
}

async function send(client: Client, cookie: string, command: Id): Promise<number | string> {
  const role = { role: 'officer', place: 'council', purpose: 'bench' }
  const form = { command, name: `Person ${command}`, email: '', ...role }
  try {
    return (await client.ask({ path: '/users/add', cookie, form })).status
  } catch (error) {
    return (error as Error).message
  }
}
