// A shop, care home, school or hall is put on the map, so that it can be asked and helped.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { organisationAdded, organisationKinds } from './events.ts'

export const AddOrganisation = z.strictObject({
  organisation: z.uuid(),
  kind: z.enum(organisationKinds),
  place: z.uuid(),
  name: z.string().trim().min(1).max(200),
  phone: z.string().max(20).nullable(),
})
export type AddOrganisation = z.infer<typeof AddOrganisation>

export const addOrganisation = command<AddOrganisation, null>({
  name: 'places.add-organisation',
  input: AddOrganisation,
  may: 'places.organise',
  decide(_state, { organisation, kind, place, name, phone }) {
    const body = { organisation, kind }
    return [organisationAdded({ subjects: [], place, body, words: { name, phone } })]
  },
})
