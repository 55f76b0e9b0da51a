// What a village group agrees to before anything is shown: a version, the council's own values.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { AgreementTerms, agreementAccepted, agreementSet } from './pause-events.ts'

/** Raise it when the page's own sentences change: everybody is then asked again. */
export const agreementTextVersion = 1

export const SetAgreement = z.strictObject({
  terms: AgreementTerms,
  ageMin: z.number().int().min(16).max(99),
})
export type SetAgreement = z.infer<typeof SetAgreement>

export const setAgreement = command<SetAgreement, { version: number; same: boolean }>({
  name: 'access.set-agreement',
  input: SetAgreement,
  may: 'access.administer',
  decide(state, { terms, ageMin }) {
    if (state.same) return refuse('already-done')
    const version = state.version + 1
    const set = agreementSet({ subjects: [], body: { version, ageMin }, words: terms })
    return decided([set], { version })
  },
})

export const AcceptAgreement = z.strictObject({ version: z.number(), textVersion: z.number() })
export type AcceptAgreement = z.infer<typeof AcceptAgreement>

export type AcceptState = { readonly version: number; readonly isAccepted: boolean }

/** Only what stood on the screen can be accepted: a page of an older version is shown anew. */
export const acceptAgreement = command<AcceptAgreement, AcceptState>({
  name: 'access.accept-agreement',
  input: AcceptAgreement,
  may: 'access.agree',
  decide(state, { version, textVersion }, { actor }) {
    if (state.isAccepted) return refuse('already-done')
    const isCurrent = version === state.version && textVersion === agreementTextVersion
    if (!isCurrent || version === 0) return refuse('stale-preview')
    const body = { user: actor, version, textVersion }
    return [agreementAccepted({ subjects: [actor], body })]
  },
})
