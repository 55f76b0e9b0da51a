// A shop, care home, school or hall is called otherwise now, or has another number.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { organisationCorrected, organisationKinds } from './events.ts'

export const CorrectOrganisation = z.strictObject({
  organisation: z.uuid(),
  kind: z.enum(organisationKinds),
  name: z.string().trim().min(1).max(200),
  phone: z.string().max(20).nullable(),
})
export type CorrectOrganisation = z.infer<typeof CorrectOrganisation>

export type OrganisationState = {
  readonly place: Id
  readonly kind: string
  readonly name: string | null
  readonly phone: string | null
}

export const correctOrganisation = command<CorrectOrganisation, OrganisationState>({
  name: 'places.correct-organisation',
  input: CorrectOrganisation,
  may: 'places.organise',
  decide(state, { organisation, kind, name, phone }) {
    const isSame = state.kind === kind && state.name === name && state.phone === phone
    if (isSame) return refuse('already-done')
    const body = { organisation, kind }
    return [
      organisationCorrected({ subjects: [], place: state.place, body, words: { name, phone } }),
    ]
  },
})
