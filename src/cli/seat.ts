// Where does Doorstep listen, and what if somebody else sits there?
import type { Running } from '../main.ts'
import { type Arguments, CommandProblem } from './command.ts'

export type Seat = { readonly host: string; readonly port: number }

const portMax = 65_535

/** Host and port from the options; loopback unless asked otherwise. */
export function findSeat(options: Arguments['options'], defaultPort: number): Seat {
  const port = options.port === undefined ? defaultPort : Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > portMax) {
    throw new CommandProblem('port-wrong', `Give --port a whole number from 0 to ${portMax}.`, 2)
  }
  return { host: String(options.host ?? '127.0.0.1'), port }
}

/** Listens, or says in one sentence why not. */
export async function openSeat(listen: () => Promise<Running>, seat: Seat): Promise<Running> {
  try {
    return await listen()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') {
      const sentence = `Port ${seat.port} is taken by another program; choose one with --port.`
      throw new CommandProblem('port-taken', sentence)
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      const sentence = `Doorstep may not listen on ${seat.host} port ${seat.port}.`
      throw new CommandProblem('port-refused', sentence)
    }
    throw error
  }
}
