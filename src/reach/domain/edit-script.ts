// What callers say in a campaign is written anew: another version, and none is lost.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { ScriptLines } from '../../hazards/domain/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { scriptEdited } from './events.ts'

export const EditScript = z.strictObject({
  campaign: z.uuid(),
  /** The number that it is to have: another edit meanwhile is noticed. */
  version: z.number().int().min(2).max(10_000),
  lines: ScriptLines,
  /** Empty: in Welsh nothing is written, and callers see the English. */
  welsh: z.union([z.array(z.string()).length(0), ScriptLines]),
})
export type EditScript = z.infer<typeof EditScript>

export type ScriptState = { readonly version: number }

export const editScript: Command<EditScript, ScriptState> = command({
  name: 'reach.edit-script',
  input: EditScript,
  may: 'reach.run',
  decide(state, { campaign, version, lines, welsh }) {
    if (version !== state.version + 1) return refuse('already-done')
    return decided([scriptEdited({ subjects: [], body: { campaign, version, lines, welsh } })], {
      version,
    })
  },
})
