// What is said in a mailing is written down, in each language, as a version that stays.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { templateSaved, Wording } from './events.ts'
import { needNamedIn } from './need-words.ts'
import { unknownGaps } from './render.ts'
import { languages, type MailingChannel, mailingChannels } from './terms.ts'

/** Six parts of a text, which is as long as GOV.UK Notify sends. */
const bodyLettersMax: Readonly<Record<MailingChannel, number>> = {
  text: 918,
  email: 5_000,
  letter: 3_000,
}
const subjectLettersMax = 120

export const SaveTemplate = z.strictObject({
  template: z.uuid(),
  name: z.string().trim().min(1).max(80),
  channel: z.enum(mailingChannels),
  wordings: z.partialRecord(z.enum(languages), Wording),
})
export type SaveTemplate = z.infer<typeof SaveTemplate>

export type TemplateState = {
  /** 0 when it is new. */
  readonly version: number
  readonly channel: MailingChannel | null
}

export const saveTemplate: Command<SaveTemplate, TemplateState> = command({
  name: 'mailings.save-template',
  input: SaveTemplate,
  may: 'mailings.send',
  decide(state, { template, name, channel, wordings }) {
    if (state.channel !== null && state.channel !== channel) return refuse('invalid')
    const wrong = wordingProblems(channel, wordings)
    if (Object.keys(wrong).length > 0) return refuse('invalid', wrong)
    const templateVersion = state.version + 1
    const body = { template, templateVersion, channel }
    const saved = templateSaved({ subjects: [], body, words: { name, wordings } })
    return decided([saved], { template, version: templateVersion })
  },
})

export type WordingProblem =
  | 'missing'
  | 'too-long'
  | 'unknown-gap'
  | `names-need:${string}`
  | 'no-subject'

/** By field: `body-en`, `subject-cy`. English must be there; it is what is left for everybody. */
export function wordingProblems(
  channel: MailingChannel,
  wordings: SaveTemplate['wordings'],
): Record<string, WordingProblem> {
  const wrong: Record<string, WordingProblem> = {}
  for (const language of languages) {
    const wording = wordings[language]
    if (!wording && language !== 'en') continue
    const { subject, body } = wording ?? { subject: '', body: '' }
    const ofBody = textProblem(body, bodyLettersMax[channel])
    if (ofBody) wrong[`body-${language}`] = ofBody
    if (channel === 'text') continue
    const ofSubject = textProblem(subject, subjectLettersMax)
    if (ofSubject) wrong[`subject-${language}`] = ofSubject === 'missing' ? 'no-subject' : ofSubject
  }
  return wrong
}

function textProblem(text: string, lettersMax: number): WordingProblem | undefined {
  if (text.trim() === '') return 'missing'
  if (text.length > lettersMax) return 'too-long'
  if (unknownGaps(text).length > 0) return 'unknown-gap'
  const named = needNamedIn(text)
  return named === undefined ? undefined : `names-need:${named}`
}
