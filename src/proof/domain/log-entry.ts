// What does a proof read of the log? An entry as it was recorded, without anybody's words.
import type { Id } from '../../kernel/ids.ts'

/** Times in milliseconds since 1970 UTC. */
export type LogEntry = {
  readonly seq: number
  readonly kind: string
  readonly actor: Id
  readonly place: Id | null
  readonly happenedAt: number
  readonly recordedAt: number
  readonly body: Readonly<Record<string, unknown>>
}

export function idIn({ body }: LogEntry, name: string): Id {
  const id = body[name]
  if (typeof id === 'string') return id
  throw new Error(`An entry of the log has no ${name}.`)
}
