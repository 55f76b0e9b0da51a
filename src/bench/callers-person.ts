// What does one caller of the bench do? Rings whom they are given, now and then makes a mistake.
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { type Id, newId } from '../kernel/ids.ts'
import type { Asked, Client, Question } from './ask.ts'
import type { Chance } from './chance.ts'

export const kinds = ['page', 'save', 'draft', 'search'] as const
export type Kind = (typeof kinds)[number]

/** What all callers share: who is with whom, and what went wrong. */
export type Room = {
  readonly client: Client
  readonly chance: Chance
  readonly endsMs: number
  readonly thinkMs: { readonly least: number; readonly most: number }
  readonly families: readonly string[]
  readonly times: Record<Kind, number[]>
  readonly outcomes: Map<string, number>
  /** Whom each person is with, between their page and their saving. */
  readonly inHand: Map<Id, string>
  /** Given out twice at a time. */
  doubled: number
  /** Answers that came back without what was typed. */
  lostDrafts: number
  drafts: number
  idle: number
}

const wrongFirst = 0.1
const searches = 0.03

export async function ringOn(room: Room, cookie: string): Promise<void> {
  await pause(room.chance() * room.thinkMs.most)
  let path = '/call'
  while (performance.now() < room.endsMs) {
    const at = await showNext(room, { cookie, path })
    if (!at) {
      room.idle += 1
      path = '/call'
    } else path = await oneCall(room, cookie, at)
    await think(room)
  }
}

async function oneCall(room: Room, cookie: string, path: string): Promise<string> {
  await think(room)
  if (room.chance() < wrongFirst) await sendWrong(room, { path, cookie })
  if (room.chance() < searches) await lookUp(room, cookie)
  const { name, form } = answerOf(room.chance())
  // Before it is sent: as soon as it is saved somebody else may be given them.
  room.inHand.delete(path)
  const saved = await timed(room, 'save', { path, cookie, form: { ...ids(), ...form } })
  expectStatus(saved, [303])
  room.outcomes.set(name, (room.outcomes.get(name) ?? 0) + 1)
  return saved.headers.location ?? '/call'
}

/** Follows to the person who is held, and notes whose they are now. Nobody: nothing. */
async function showNext(room: Room, { cookie, path }: Question): Promise<string | undefined> {
  const asked = await timed(room, 'page', { path, ...(cookie && { cookie }) })
  const moved = asked.status === 303 ? (asked.headers.location ?? '') : path
  const person = /^\/call\/[0-9a-f-]{36}/.exec(moved)?.[0]
  if (!person) return undefined
  const page =
    asked.status === 303
      ? await timed(room, 'page', { path: moved, ...(cookie && { cookie }) })
      : asked
  expectStatus(page, [200, 409])
  if (page.status === 409) return undefined
  const other = room.inHand.get(person)
  if (other !== undefined && other !== cookie) room.doubled += 1
  room.inHand.set(person, cookie ?? '')
  return person
}

/** Too early: nothing was chosen. The page must come back with every word that was typed. */
async function sendWrong(room: Room, { path, cookie }: Question): Promise<void> {
  const note = `Half a sentence ${newId()}`
  const form = { ...ids(), need: 'medicine', 'soon-medicine': 'today', note }
  const page = await timed(room, 'draft', { path, ...(cookie && { cookie }), form })
  expectStatus(page, [422])
  room.drafts += 1
  const html = textOf(page)
  const isKept = html.includes(note) && /value="medicine"[^>]*checked/.test(html)
  if (!isKept) room.lostDrafts += 1
}

/** Somebody rings while they work. */
async function lookUp(room: Room, cookie: string): Promise<void> {
  const name = room.families[Math.floor(room.chance() * room.families.length)] ?? 'Pratt'
  const path = `/calls/inbound/hits?q=${encodeURIComponent(name)}`
  expectStatus(await timed(room, 'search', { path, cookie }), [200])
}

type Answer = { readonly name: string; readonly form: Readonly<Record<string, string>> }

const mix: readonly (Answer & { readonly upTo: number })[] = [
  { upTo: 0.38, name: 'no answer', form: { outcome: 'no_answer' } },
  { upTo: 0.5, name: 'voicemail', form: { outcome: 'voicemail_left' } },
  { upTo: 0.76, name: 'needs nothing', form: { outcome: 'answered', need: 'nothing' } },
  {
    upTo: 0.9,
    name: 'one need',
    form: {
      outcome: 'answered',
      need: 'food-shopping',
      'soon-food-shopping': '48h',
      note: 'Bread',
    },
  },
  { upTo: 0.94, name: 'someone else', form: { outcome: 'someone_else' } },
  { upTo: 0.97, name: 'cut off', form: { outcome: 'interrupted' } },
  { upTo: 1, name: 'refused', form: { outcome: 'refused' } },
]

function answerOf(luck: number): Answer {
  return mix.find(({ upTo }) => luck < upTo) ?? { name: 'no answer', form: {} }
}

const ids = () => ({ command: newId(), attempt: newId() })

async function timed(room: Room, kind: Kind, question: Question): Promise<Asked> {
  const startedMs = performance.now()
  const asked = await room.client.ask(question).catch((error: NodeJS.ErrnoException) => {
    // A kept connection that the server had ended meanwhile: the same ids make asking again safe.
    if (error.code !== 'ECONNRESET') throw error
    return room.client.ask(question)
  })
  room.times[kind].push(performance.now() - startedMs)
  return asked
}

function think({ chance, thinkMs: { least, most } }: Room): Promise<void> {
  return pause((least + chance() * (most - least)) / 2)
}

function expectStatus({ status }: Asked, wanted: readonly number[]): void {
  if (!wanted.includes(status)) throw new Error(`The server answered ${status}.`)
}

function textOf({ body, headers }: Asked): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()
}
