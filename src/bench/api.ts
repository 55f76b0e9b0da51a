// Does the interface stand up to whatever is sent? Thousands of requests, half of them hostile.
import { systemActor } from '../access/index.ts'
import { makeTokenNow, offeredPermissions } from '../api/index.ts'
import { openDatabase } from '../cli/database.ts'
import { loadDemo } from '../demo/index.ts'
import { foundCouncil } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { openNode } from '../main.ts'
import type { Node } from '../node.ts'
import { type Fuzzed, fuzzApi, hangMs } from './api-fuzz.ts'
import type { OpenApi } from './api-requests.ts'
import type { Bench, BenchOptions } from './bench.ts'
import { chanceFrom } from './chance.ts'
import { type Figure, spreadFigures } from './result.ts'
import { startServer } from './server.ts'

const requestsUsual = 5_000
/** Each token may ask 600 times a minute; these share the requests so that few are told to wait. */
const requestsOfToken = 250
const council = 'south-vale'
const elsewhere = 'elsewhere'
const role = 'hub-manager'

export const bench: Bench = async ({ seed, count = requestsUsual, cores, dataDir, io }) => {
  const { tokens, foreign } = await prepare({ seed, count, dataDir, io })
  const server = await startServer({ dataDir, ...(cores ? { cores } : {}) })
  try {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApi
    const ids = await idsThere(server.url, tokens[0] ?? '', document)
    const progress = io.progress('Requests', count)
    const onDone = progress.update
    const chance = chanceFrom(seed)
    const asked = { url: server.url, document, tokens, foreign, ids, count, chance, onDone }
    const found = await fuzzApi(asked)
    progress.end()
    for (const fault of [...found.faults, ...found.hangs, ...found.speechless]) io.note(fault)
    for (const good of found.goodRefused) io.note(`never taken: ${good}`)
    io.note(`Slowest: ${found.slowest}`)
    return {
      name: 'api',
      load: `${count} requests, 8 at once, made from openapi.json, three in four with a fault`,
      seed,
      figures: figuresOf(found),
    }
  } finally {
    await server.stop()
  }
}

function figuresOf(found: Fuzzed): readonly Figure[] {
  const none = { is: 'exactly', value: 0 } as const
  const { statuses, faults, hangs, speechless, goodRefused, times } = found
  const of5xx = [...statuses].filter(([status]) => status >= 500 || status === 0)
  const sum = of5xx.reduce((all, [, n]) => all + n, 0)
  return [
    { measure: 'answered 5xx or cut off', figure: sum, unit: '', target: none },
    { measure: 'kinds of request that did it', figure: faults.length, unit: '' },
    { measure: `hung ${hangMs / 1000} s`, figure: hangs.length, unit: '', target: none },
    { measure: 'refused without a word', figure: speechless.length, unit: '', target: none },
    { measure: 'operations never taken', figure: goodRefused.length, unit: '', target: none },
    ...[...statuses].map(([status, n]) => ({ measure: `answered ${status}`, figure: n, unit: '' })),
    ...spreadFigures('any answer', times),
  ]
}

type Preparing = Pick<BenchOptions, 'seed' | 'dataDir' | 'io'> & { readonly count: number }

async function prepare({ seed, count, dataDir, io }: Preparing) {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    await loadDemo(node, { size: 'W0', seed, progress: io.progress })
    const other = { id: elsewhere, name: 'Elsewhere', gss: null, practice: true }
    await foundCouncil(node, other)
    const tokens: string[] = []
    while (tokens.length * requestsOfToken < count) tokens.push(await tokenIn(node, council))
    return { tokens, foreign: await tokenIn(node, elsewhere) }
  } finally {
    await node.store.close()
    await database.stop()
  }
}

async function tokenIn(node: Node, its: string): Promise<string> {
  const held = node.registry.permissions
  const permissions = offeredPermissions(node).filter(one => held[one]?.includes(role))
  const named = { name: 'Bench', place: null, purpose: 'bench', days: 1 }
  const ask = { ...named, command: newId(), permissions }
  const made = await makeTokenNow(node, systemActor(its), { ...ask, role })
  if (!made || isRefusal(made)) throw new Error('There is no token.')
  return made.token
}

/** Some of what each list names, so that good requests are about something. */
async function idsThere(url: string, token: string, document: OpenApi): Promise<string[]> {
  const ids = new Set<string>([newId()])
  for (const path of Object.keys(document.paths).filter(one => !one.includes('{'))) {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
    const text = answer.ok ? await answer.text() : ''
    for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
      if (ids.size < 2_000) ids.add(id)
    }
  }
  return [...ids]
}
