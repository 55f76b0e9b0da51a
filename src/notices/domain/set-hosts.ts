// To which machines may notices go at all? One list for the council, kept by its administrator.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { hostEntry } from './destination.ts'
import { hostsSet } from './events.ts'

const hostsMax = 100

export const SetHosts = z.strictObject({ hosts: z.array(z.string().min(1).max(300)).max(hostsMax) })
export type SetHosts = z.infer<typeof SetHosts>

export const setHosts = command<SetHosts, { readonly allowsLoopback: boolean }>({
  name: 'notices.set-hosts',
  input: SetHosts,
  may: 'notices.administer',
  decide({ allowsLoopback }, { hosts }) {
    const entries = hosts.map(host => hostEntry(host, allowsLoopback))
    const wrong = hosts.find((_, at) => entries[at] === undefined)
    if (wrong !== undefined) return refuse('invalid', { hosts: wrong })
    const all = new Set(entries.flatMap(entry => entry ?? []))
    return [hostsSet({ subjects: [], body: { hosts: [...all].sort() } })]
  },
})
