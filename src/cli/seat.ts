// Where does Doorstep listen, and what if somebody else sits there?
import type { Running } from '../main.ts'
import { type Arguments, CommandProblem } from './command.ts'

export type Seat = { readonly host: string; readonly port: number }

const portMax = 65_535
const loopback = '127.0.0.1'

/** Host and port from the options; loopback unless asked otherwise. */
export function findSeat(options: Arguments['options'], defaultPort: number): Seat {
  const port = options.port === undefined ? defaultPort : portOf('port', options.port)
  return { host: String(options.host ?? loopback), port }
}

/** Metrics are read nowhere unless a port is named. */
export function findMetricsSeat(options: Arguments['options']): Seat | undefined {
  const { 'metrics-port': port, 'metrics-host': host } = options
  if (port === undefined) return undefined
  return { host: String(host ?? loopback), port: portOf('metrics-port', port) }
}

function portOf(option: string, value: unknown): number {
  const port = Number(value)
  if (value !== '' && Number.isInteger(port) && port >= 0 && port <= portMax) return port
  const sentence = `Give --${option} a whole number from 0 to ${portMax}.`
  throw new CommandProblem('port-wrong', sentence, 2)
}

/** Listens, or says in one sentence why not. */
export async function openSeat(listen: () => Promise<Running>, seat: Seat): Promise<Running> {
  try {
    return await listen()
  } catch (error) {
    const { code, port = seat.port } = error as NodeJS.ErrnoException & { port?: number }
    if (code === 'EADDRINUSE') {
      const sentence = `Port ${port} is taken by another program; choose one with --port.`
      throw new CommandProblem('port-taken', sentence)
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      const sentence = `Doorstep may not listen on ${seat.host} port ${port}.`
      throw new CommandProblem('port-refused', sentence)
    }
    throw error
  }
}
