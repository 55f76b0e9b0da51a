// The machine that the guide for the IT officer is followed on: a home, two windows, free ports.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/store/root.ts'

export type Machine = {
  /** Ports of the guide become free ones: all else is as it stands there. */
  translate(words: string): string
  run(command: string, stays: boolean): Promise<void>
  /** The newest link that was printed for this. */
  link(what: string): string
  close(): Promise<void>
}

const portsOfGuides = [8080, 8081, 9000, 9464]
const waitMsMax = 90_000

export async function startMachine(): Promise<Machine> {
  const home = mkdtempSync(join(tmpdir(), 'guide-'))
  chmodSync(home, 0o755)
  const ports = new Map<string, string>()
  for (const port of portsOfGuides) ports.set(`${port}`, `${await freePort()}`)
  const translate = (words: string) =>
    words.replaceAll(/\b(8080|8081|9000|9464)\b/g, port => ports.get(port) ?? port)
  const staying: ChildProcess[] = []
  let printed = ''
  return {
    translate,
    async run(command, stays) {
      const line = translate(command).replace('./doorstep', `exec node ${join('dist', 'cli.js')}`)
      const child = spawn('sh', ['-c', line], {
        cwd: projectRoot,
        env: { ...process.env, HOME: home, DATABASE_URL: '' },
      })
      if (stays) staying.push(child)
      printed += await said(child, stays)
    },
    link(what) {
      const pattern = what === 'set-up' ? /http:\S+\/set-up\/\S+/g : /http:\S+\/sign-in\/\S+/g
      const found = printed.match(pattern)?.at(-1)
      if (!found) throw new Error(`No link was printed:\n${printed}`)
      return found
    },
    async close() {
      await Promise.all(staying.map(ended))
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** What it prints until it ends well, or, if it stays, until it has said its last line. */
async function said(child: ChildProcess, stays: boolean): Promise<string> {
  let text = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`It took too long:\n${text}`)), waitMsMax)
    const hear = (piece: Buffer) => {
      text += piece
      if (stays && /Press Ctrl-C|Client secret/.test(text)) resolve(text)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', code => {
      clearTimeout(timer)
      if (code === 0) resolve(text)
      else reject(new Error(`It ended with ${code}:\n${text}`))
    })
    if (stays) setTimeout(() => clearTimeout(timer), waitMsMax - 1)
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const over = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await over
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
