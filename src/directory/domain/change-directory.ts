// A directory file is taken as a whole, a service goes, the directory is given out or not.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { directoryPublished, serviceListed, serviceRemoved } from './events.ts'
import { Service } from './open-referral.ts'
import { servicesMax } from './read-services.ts'

export const TakeServices = z.strictObject({
  services: z.array(Service).min(1).max(servicesMax),
})
export type TakeServices = z.infer<typeof TakeServices>

export type Directory = {
  /** What is listed now, as it was received. */
  readonly known: ReadonlyMap<Id, string>
  readonly isPublic: boolean
}

export const takeServices: Command<TakeServices, Directory> = command({
  name: 'directory.take-services',
  input: TakeServices,
  may: 'directory.change',
  decide({ known }, { services }) {
    const all = services.map(one => ({ id: one.id.toLowerCase(), document: JSON.stringify(one) }))
    const fresh = all.filter(({ id, document }) => known.get(id) !== document)
    const added = fresh.filter(({ id }) => !known.has(id)).length
    if (known.size + added > servicesMax) return refuse('too-large')
    const events = fresh.map(({ id, document }) =>
      serviceListed({ subjects: [], body: { service: id }, words: { document } }),
    )
    const changed = fresh.length - added
    return decided(events, { added, changed, same: all.length - fresh.length })
  },
})

const OfService = z.strictObject({ service: z.uuid() })

export const removeService: Command<z.infer<typeof OfService>, Directory> = command({
  name: 'directory.remove-service',
  input: OfService,
  may: 'directory.change',
  decide({ known }, body) {
    if (!known.has(body.service)) return refuse('not-found')
    return [serviceRemoved({ subjects: [], body })]
  },
})

const Publish = z.strictObject({ isPublic: z.boolean() })

export const publishDirectory: Command<z.infer<typeof Publish>, Directory> = command({
  name: 'directory.publish-directory',
  input: Publish,
  may: 'directory.change',
  decide(state, body) {
    if (state.isPublic === body.isPublic) return refuse('already-done')
    return [directoryPublished({ subjects: [], body })]
  },
})
