// How is one of the project's own tools run, whatever the folder we were called from?
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '../store/root.ts'

const textBytesMax = 64 * 1024 * 1024

export function captured(tool: string, words: string[]): { code: number; text: string } {
  const done = spawnSync(join(projectRoot, 'node_modules/.bin', tool), words, {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: textBytesMax,
  })
  return { code: done.status ?? 1, text: `${done.stdout}${done.stderr}` }
}

/** What it says goes to standard error, so that the last line of standard output stays ours. */
export async function shown(
  tool: string,
  words: string[],
  extra: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(join(projectRoot, 'node_modules/.bin', tool), words, {
    cwd: projectRoot,
    env: { ...process.env, ...extra },
    stdio: ['ignore', 2, 2],
  })
  const [code] = await once(child, 'exit')
  return code ?? 1
}
