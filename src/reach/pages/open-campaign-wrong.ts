// What do the questions about a campaign share: their answers, and what is wrong with one.
import type { PageContext } from '../../pages/layout.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import type { CampaignChoices } from '../store/campaign-choices.ts'
import { campaignStrings } from './campaign-strings.ts'
import { moreStrings } from './more-strings.ts'
import type {
  CampaignAnswers,
  CampaignField,
  CampaignProblem,
  CampaignProblems,
} from './open-campaign-answers.ts'

export type CampaignFormProps = {
  context: PageContext
  answers: CampaignAnswers
  problems: CampaignProblems
  choices: CampaignChoices
}

/** What is said beside a field that needs another look. */
export function wrongAt({ context, problems }: CampaignFormProps, field: CampaignField) {
  const problem = problems[field]
  return problem ? { errorMessage: { text: saidOf(context.lang, problem) } } : {}
}

export function saidOf(lang: Lang, problem: CampaignProblem): string {
  return { ...campaignStrings(lang).wrong, ...moreStrings(lang).wrong }[problem]
}
