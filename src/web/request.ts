// What a page does with a request: read within its scope, act once, show itself.
import type { Context } from 'hono'
import { grantsFor, type Scope, scopeOf } from '../access/index.ts'
import type { Act } from '../events/act.ts'
import { act, type Done } from '../events/act.ts'
import type { AppEnv } from '../events/capability.ts'
import type { Command } from '../events/commands.ts'
import { isId, newId } from '../kernel/ids.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { TransactionOptions, Tx } from '../store/open.ts'

export type Ctx = Context<AppEnv>

type Work<T> = (tx: Tx, scope: Scope, now: number) => Promise<T>

/** Reads in one transaction, within what the asker may see under this permission. */
export function reading<T>(c: Ctx, permission: string, work: Work<T>): Promise<T> {
  return within(c, permission, { work })
}

/** The same for one statement, which is planned once: one message, and nothing else is asked. */
export function asking<T>(c: Ctx, permission: string, work: Work<T>): Promise<T> {
  return within(c, permission, { work, options: { isOneStatement: true, isPlannedOnce: true } })
}

type Bound<T> = { readonly work: Work<T>; readonly options?: TransactionOptions }

async function within<T>(c: Ctx, permission: string, { work, options }: Bound<T>): Promise<T> {
  const { node, actor } = c.var
  const now = node.clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission, now })
  const who = { council: actor.council, actor: actor.id }
  return node.store.transaction(who, tx => work(tx, scope, now), options)
}

/** May they do this anywhere at all? For what is offered; each door asks again. */
export function holds(c: Ctx, permission: string): boolean {
  const { node, actor } = c.var
  const asked = { permission, now: node.clock.now() }
  return actor.isSystem || grantsFor(node.registry.permissions, actor, asked).length > 0
}

/** Fields of a posted form. A repeated field gives all its values. */
export async function formOf(c: Ctx): Promise<Form> {
  const body = await c.req.parseBody({ all: true }).catch(noFields)
  return new Form(body)
}

/** A body that is no form has no fields, and the page says what is missing. */
function noFields(error: unknown): Record<string, never> {
  const isTooLarge = (error as { cause?: Error }).cause?.name === 'BodyLimitError'
  if (error instanceof TypeError && !isTooLarge) return {}
  throw error
}

export class Form {
  readonly #body: Record<string, unknown>
  constructor(body: Record<string, unknown>) {
    this.#body = body
  }
  /** The text of a field, trimmed; empty when it is missing. */
  text(name: string): string {
    const value = this.all(name)[0] ?? ''
    return value.trim()
  }
  /** Without NUL characters: nobody types them, and the database keeps none. */
  all(name: string): string[] {
    const value = this.#body[name]
    const texts = [value].flat().filter(one => typeof one === 'string')
    return texts.map(text => text.replaceAll('\0', ''))
  }
  file(name: string): File | undefined {
    const value = this.#body[name]
    return value instanceof File ? value : undefined
  }
  /** The command's id that the page was given, so that a second press changes nothing. */
  commandId(): string {
    const id = this.text('command')
    return isId(id) ? id : newId()
  }
}

/** Acts as the person who is signed in. */
export function actFor(
  c: Ctx,
  command: Pick<Command<never, never>, 'name'>,
  request: Act,
): Promise<Done | Refusal> {
  return act(c.var.node, c.var.actor, command, request)
}
