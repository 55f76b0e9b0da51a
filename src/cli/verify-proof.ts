// `./doorstep verify-proof`: is the file of a proof what it says, by itself and against the log?
import { readFileSync, statSync } from 'node:fs'
import { systemId } from '../access/index.ts'
import { chainHolds } from '../events/verify-log.ts'
import type { Node } from '../node.ts'
import type { Part, ProofFile } from '../proof/index.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { fileGiven, withNode } from './in-council.ts'

export const command: Command = {
  name: 'verify-proof',
  summary: 'check the file of a proof by itself; with --data also against the log there',
  words: 'FILE',
  options: { key: { type: 'string' } },
  run,
}

const fileBytesMax = 256 * 1024 * 1024

async function run({ words, options, dataDir }: Arguments, io: Io): Promise<number> {
  const path = fileGiven(words, 'Name the file of one proof: ./doorstep verify-proof FILE.')
  if (statSync(path).size > fileBytesMax) {
    throw new CommandProblem('file-too-large', 'The file is larger than any proof: over 256 MB.')
  }
  const { checkProofFile, fingerprintOf } = await import('../proof/index.ts')
  const checked = checkProofFile(readFileSync(path))
  if (checked.wrong !== undefined) return tellWrong(io, checked.wrong)
  const [first] = checked.file
  if (!first) return tellWrong(io, 'The file is empty.')
  const fingerprint = fingerprintOf(first.head.key)
  const key = plain(String(options.key ?? ''))
  if (key !== '' && ![plain(fingerprint), first.head.key].includes(key)) {
    return tellWrong(io, `It is signed with another key than you gave: ${fingerprint}.`)
  }
  const isAgainstLog = options.data !== undefined || Boolean(process.env.DATABASE_URL)
  const wrong = isAgainstLog ? await withNode(dataDir, node => wrongHere(node, checked.file)) : null
  if (typeof wrong === 'string') return tellWrong(io, wrong)
  tellWhole(io, { file: checked.file, fingerprint, isAgainstLog })
  return 0
}

function plain(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase()
}

function tellWrong(io: Io, wrong: string): number {
  io.say(`WRONG   ${wrong}`)
  io.answer({ ok: false, wrong })
  return 1
}

async function wrongHere(node: Node, file: ProofFile): Promise<string | undefined> {
  const { checkAgainstLog } = await import('../proof/index.ts')
  for (const part of file) {
    const wrong = await checkAgainstLog(node, part)
    if (wrong) return wrong
  }
  return brokenChain(node, file[0])
}

/** A hash is worth what the chain before it is worth. */
async function brokenChain(node: Node, part: Part | undefined): Promise<string | undefined> {
  if (part?.head.kind === 'countersignature') return undefined
  const council = part?.head.council.id ?? ''
  const who = { council, actor: systemId }
  const now = new Date(node.clock.now())
  const found = await node.store.transaction(who, tx => chainHolds.run(tx, council, now))
  return found.wrong.length > 0 ? `The log here is broken: ${found.wrong.join('; ')}.` : undefined
}

type Whole = { file: ProofFile; fingerprint: string; isAgainstLog: boolean }

function tellWhole(io: Io, { file, fingerprint, isAgainstLog }: Whole): void {
  const [first, ...others] = file
  if (!first || first.head.kind === 'countersignature') return
  const { head, lines } = first
  const { counts, log, number, council, campaign, place } = head
  const where = place === null ? council.name : `${place.name}, ${council.name}`
  io.say(`HOLDS   Proof ${number} of ${campaign.title}, ${where}, as known at ${head.at}.`)
  const said = (n: number | null) => (n === null ? 'not said' : n.toLocaleString('en-GB'))
  io.say(
    `        ${said(counts.reached)} reached + ${said(counts.tried)} tried + ` +
      `${said(counts.untried)} not yet tried + ${said(counts.excused)} excused = ` +
      `${said(counts.listed)} listed.`,
  )
  io.say(`        Every one of ${lines.length.toLocaleString('en-GB')} lines was checked.`)
  io.say(`        It rests on the log up to entry ${log.position}, hash ${log.hash}.`)
  io.say(
    isAgainstLog
      ? '        The log here has that entry with that hash, and gives the same proof again.'
      : '        Whether the log has that hash is seen with --data.',
  )
  io.say(`        Key: ${fingerprint}. Compare it with the council’s page of keys.`)
  const countersigns = others.length
  if (countersigns > 0) io.say(`        Counter-signed ${countersigns} times.`)
  const about = { number, proof: head.proof, kind: head.kind, at: head.at, log, counts }
  io.answer({ ok: true, ...about, lines: lines.length, fingerprint, countersigns, isAgainstLog })
}
