// A Doorstep in a process of its own, on a database that is given.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../src/store/root.ts'

export type Server = {
  readonly url: string
  readonly child: ChildProcess
  /** What it wrote to its standard error until now. */
  said(): string
}

export async function start(adminUrl: string, words: readonly string[] = []): Promise<Server> {
  const all = ['start', '--json', '--port', '0', ...words]
  const child = spawn(join(projectRoot, 'doorstep'), all, {
    env: { ...process.env, DATABASE_URL: adminUrl, DOORSTEP_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
    process.stderr.write(chunk)
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { url: JSON.parse(line).url, child, said: () => said }
}

export async function stop({ child }: Server): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
