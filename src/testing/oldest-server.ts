// The oldest PostgreSQL we support, from the system's own packages, for a test run.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

type Server = { adminUrl: string; stop(): Promise<void> }

export async function startDebianServer(major: string): Promise<Server> {
  const programs = `/usr/lib/postgresql/${major}/bin`
  if (!existsSync(programs)) throw new Error(`PostgreSQL ${major} is not installed here.`)
  const folder = mkdtempSync(join(tmpdir(), 'ds-old-'))
  const account = unprivileged(folder)
  const data = join(folder, 'data')
  const options = { ...account, stdio: 'ignore' } as const
  execFileSync(`${programs}/initdb`, ['-D', data, '-U', 'postgres', '--locale=C.UTF-8'], options)
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`]
  const child = spawn(`${programs}/postgres`, ['-D', data, ...settings], options)
  const server = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`
  await untilReady(server)
  await query(server, 'create database doorstep')
  return {
    adminUrl: server.replace('/postgres?', '/doorstep?'),
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const uid = Number(execFileSync('id', ['-u', 'postgres']).toString())
  const gid = Number(execFileSync('id', ['-g', 'postgres']).toString())
  chownSync(folder, uid, gid)
  return { uid, gid }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await query(url, 'select 1')
    } catch (error) {
      if (tries > 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
