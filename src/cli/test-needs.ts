// Has this machine what the tests need: a Chromium, and a PostgreSQL older than our own?
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Io } from './command.ts'

const oldestMajor = 15
const newestOlderMajor = 17
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Installs what is missing where it may; says what is missing where it may not. */
export async function readyForTests(io: Io): Promise<boolean> {
  if (missing().length > 0 && process.getuid?.() === 0 && finds('apt-get')) install(io)
  const still = missing()
  if (still.length > 0) io.note(`Missing for the tests: ${still.join(' and ')}; install it first.`)
  return still.length === 0
}

/** The oldest major that is installed and that we support. */
export function oldestServer(): number | undefined {
  const majors = Array.from(
    { length: newestOlderMajor - oldestMajor + 1 },
    (_, i) => oldestMajor + i,
  )
  return majors.find(major => existsSync(`/usr/lib/postgresql/${major}/bin/postgres`))
}

function missing(): string[] {
  const hasBrowser = browsers.some(finds) || existsSync('/Applications/Chromium.app')
  return [
    ...(hasBrowser ? [] : ['Chromium']),
    ...(oldestServer() ? [] : [`PostgreSQL ${oldestMajor} to ${newestOlderMajor}`]),
  ]
}

function install(io: Io): void {
  io.note(`Installing for the tests: ${missing().join(' and ')}.`)
  apt(['update', '-q'])
  const list = spawnSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+$'], {
    encoding: 'utf8',
  }).stdout
  const majors = [...`${list}`.matchAll(/^postgresql-(\d+) /gm)].map(found => Number(found[1]))
  const usable = majors.filter(major => major >= oldestMajor && major <= newestOlderMajor)
  const server = usable.length > 0 ? [`postgresql-${Math.min(...usable)}`] : []
  const browser = browsers.some(finds) ? [] : ['chromium']
  apt(['install', '-y', '-q', '--no-install-recommends', ...browser, ...server])
}

function apt(words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', words, { env, stdio: ['ignore', 2, 2] })
}

function finds(program: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0
}
