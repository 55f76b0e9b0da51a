// What does a capability bring? Everything it adds to Doorstep, as data, in its own index.ts.
import type { Handler } from 'hono'
import type { z } from 'zod'
import type { Actor, RoleName } from '../access/actor.ts'
import type { Scope } from '../access/scope.ts'
import type { Id } from '../kernel/ids.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import type { Tx } from '../store/open.ts'
import type { SecretColumn } from '../store/secrets/index.ts'
import type { Command } from './commands.ts'
import type { AnyEventKind, Draft, Recorded } from './kinds.ts'

export type LoadContext = { readonly actor: Actor; readonly now: number; readonly commandId: Id }

/** `place` is where the permission is asked for: a place, null = the whole council. */
export type Loaded<State> = { readonly state: State; readonly place: Id | null | 'anywhere' }

export type Load<Input, State> = (
  tx: Tx,
  input: Input,
  context: LoadContext,
) => Promise<Loaded<State> | Refusal>

/**
 * What makes commands of one kind independent of each other, so that those which wait at the same
 * moment share a transaction. Their loading only reads, and locks only what they are about; the
 * best way to ask what they ask never changes, so that it is planned once.
 */
export type Apart<Input, State> = {
  /** Whom or what it is about: no two with one in common go together. */
  of(state: State, input: Input): readonly Id[]
  /** Is it so still, now that nobody else can write? For what others may join meanwhile. */
  still?(tx: Tx, council: string, states: readonly State[]): Promise<boolean>
}

export type BoundCommand = {
  readonly name: string
  readonly may: string
  readonly command: Command<never, never>
  readonly load: Load<never, never>
  readonly apart?: Apart<never, never>
}

/** Joins a pure decision to the query that feeds it. */
export function bind<Input, State>(
  command: Command<Input, State>,
  load: Load<Input, State>,
  apart?: Apart<Input, State>,
): BoundCommand {
  const { name, may } = command
  return { name, may, command, load, ...(apart && { apart }) } as unknown as BoundCommand
}

/** Changes read models for a run of consecutive events of one kind, oldest first. */
export type Apply = (tx: Tx, events: readonly Recorded<never, never>[]) => Promise<void>

export type Check = {
  readonly name: string
  /** What was looked at, how many, and what is wrong; no personal data in the sentences. */
  run(tx: Tx, council: string, now: Date): Promise<{ counted: number; wrong: readonly string[] }>
}

/**
 * Work that a running server does by itself. Two processes may do it at the same time, so it takes
 * its own locks (`for update skip locked`); it never overlaps with itself in one process.
 */
export type Task = {
  readonly name: string
  /** From the end of one run to the start of the next. */
  readonly everyMs: number
  run(node: Node): Promise<void>
}

/** A figure of a council that whoever runs Doorstep watches. Never about one person. */
export type Gauge = {
  /** As metrics are named, without the product: `reach_oldest_unreached_days`. */
  readonly name: string
  readonly help: string
  of(tx: Tx, council: string, now: Date): Promise<number>
}

/** What a read of the interface is given: within the caller's scope, inputs already checked. */
export type ApiAsk<Query> = {
  readonly tx: Tx
  readonly scope: Scope
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** The ids in the address, by the names of its gaps. */
  readonly ids: Readonly<Record<string, Id>>
  /** What `query` made of the question, in its own shape. */
  readonly query: Query
}

/** A read for other systems: `GET /api/v1` and its path. */
export type ApiRead = {
  /** Gaps are ids: `/people/:person`. */
  readonly path: string
  readonly may: string
  /** One line for who builds on it. */
  readonly summary: string
  readonly query?: z.ZodObject
  readonly answer: z.ZodType
  read(ask: ApiAsk<never>): Promise<unknown>
}

type ReadOf<Query extends z.ZodObject> = Omit<ApiRead, 'query' | 'read'> & {
  readonly query?: Query
  read(ask: ApiAsk<z.output<Query>>): Promise<unknown>
}

/** Names the question's type once, so that `read` is checked against it. */
export function apiRead<Query extends z.ZodObject>(given: ReadOf<Query>): ApiRead {
  return given as unknown as ApiRead
}

/** What an upload of the interface is given: who sends, under which id, the bytes as they come. */
export type ApiSent<Query> = {
  readonly node: Node
  readonly actor: Actor
  /** The id that the sender chose: sent again, it is done once. */
  readonly id: Id
  readonly query: Query
  /** What the sender says that it is, in small letters and without parameters. */
  readonly type: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Why a file was not taken: a code and a sentence for who sent it. */
export type ApiFault = {
  readonly fault: string
  readonly title: string
  readonly detail: string
  readonly fields?: Readonly<Record<string, string>>
}

export function isFault(value: unknown): value is ApiFault {
  return typeof value === 'object' && value !== null && 'fault' in value
}

/** Bytes that another system hands in: `POST /api/v1` and its path. */
export type ApiUpload = {
  readonly path: string
  readonly may: string
  readonly summary: string
  readonly query: z.ZodObject
  readonly answer: z.ZodType
  readonly bodyBytesMax: number
  /** The kinds of content that are taken, each with a small example where it is text. */
  readonly types: Readonly<Record<string, string | null>>
  receive(sent: ApiSent<never>): Promise<unknown>
}

type UploadOf<Query extends z.ZodObject> = Omit<ApiUpload, 'query' | 'receive'> & {
  readonly query: Query
  receive(sent: ApiSent<z.output<Query>>): Promise<unknown | Refusal | ApiFault>
}

/** Names the question's type once, so that `receive` is checked against it. */
export function apiUpload<Query extends z.ZodObject>(given: UploadOf<Query>): ApiUpload {
  return given as unknown as ApiUpload
}

/** What a capability offers to other systems. */
export type Api = {
  readonly reads: readonly ApiRead[]
  readonly uploads?: readonly ApiUpload[]
  /** Those of its commands that another system may ask for. */
  readonly commands: readonly Pick<Command<never, never>, 'name'>[]
}

export type AppEnv = {
  Variables: {
    node: Node
    actor: Actor
    isTranslated?: boolean
    /** Joins what a person quotes to what the log says. */
    reference?: string
  }
}

export type RouteRule = {
  readonly method: 'get' | 'post'
  readonly path: string
  /** A permission, or who may come without one. */
  readonly may: string
  readonly handler: Handler<AppEnv>
  /** Largest body accepted, in bytes; a small default holds otherwise. */
  readonly bodyBytesMax?: number
  /** Its page speaks every language. Public pages must; staff pages may. */
  readonly isTranslated?: boolean
}

export type Capability = {
  readonly name: string
  readonly hasMigrations: boolean
  readonly events: readonly AnyEventKind[]
  readonly commands: readonly BoundCommand[]
  /** Event kind to what changes; may name another capability's events. */
  readonly project: Readonly<Record<string, Apply>>
  /** Tables that `rebuild` empties and makes again from the record. */
  readonly readModels: readonly string[]
  /** Which roles hold which permission. */
  readonly permissions: Readonly<Record<string, readonly RoleName[]>>
  readonly routes: readonly RouteRule[]
  readonly checks: readonly Check[]
  readonly tasks: readonly Task[]
  readonly gauges: readonly Gauge[]
  readonly api: Api
  /** Columns whose values are sealed: what another system gave us, or knows us by. */
  readonly secrets: readonly SecretColumn[]
  /**
   * After a backup was restored: lets go of what must not live or happen twice, such as sessions
   * and messages that wait. Not the record, which is as it was.
   */
  readonly afterRestore: (tx: Tx, council: string, now: Date) => Promise<void>
}

/** Fills in what a capability does not bring. */
export function capability(given: { readonly name: string } & Partial<Capability>): Capability {
  return {
    hasMigrations: true,
    events: [],
    commands: [],
    project: {},
    readModels: [],
    permissions: {},
    routes: [],
    checks: [],
    tasks: [],
    gauges: [],
    api: { reads: [], commands: [] },
    secrets: [],
    afterRestore: async () => {},
    ...given,
  }
}

export type { Draft, Recorded }
