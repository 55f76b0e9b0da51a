// Is the process that wrote this note still the one with that number? Numbers are reused.
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** Names one process for as long as the machine is up; a restart of the machine changes it. */
export type ProcessMark = { pid: number; started: string }

export function markOf(pid: number): ProcessMark | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : askPs(pid, 'lstart=')
  return started ? { pid, started } : undefined
}

export function isAlive(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started
}

/** True when process `pid` is a PostgreSQL server on exactly this folder. */
export function servesFolder(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return askPs(pid, 'args=').includes(folder)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

function startedOnLinux(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The process name may hold spaces and brackets, so fields are counted after its last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const isZombie = fields[0] === 'Z' || fields[0] === 'X'
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return isZombie ? '' : `${boot}/${fields[19]}`
  } catch {
    return ''
  }
}

function askPs(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
