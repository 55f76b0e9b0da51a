// What did somebody of the desk write, and is it enough to keep?
import { type Ending, type Step, wordsLettersMax } from '../domain/terms.ts'

export type ConcernAnswers = {
  /** The step whose words are kept on the page. */
  readonly step: Step | null
  readonly words: string
  readonly ending: Ending | null
  readonly evidence: string
  readonly confirmedBy: string
}

export const noAnswers: ConcernAnswers = {
  step: null,
  words: '',
  ending: null,
  evidence: '',
  confirmedBy: '',
}

export type EndProblem =
  | 'endingMissing'
  | 'evidenceMissing'
  | 'evidenceTooLong'
  | 'confirmedByMissing'
  | 'confirmedByTooLong'
export type ConcernProblem = EndProblem | { readonly step: Step }

export const confirmedByLettersMax = 100

export function stepProblems(step: Step, words: string): readonly ConcernProblem[] {
  return words === '' || words.length > wordsLettersMax ? [{ step }] : []
}

export function endProblems({ ending, evidence, confirmedBy }: ConcernAnswers): EndProblem[] {
  const problems: (EndProblem | false)[] = [
    ending === null && 'endingMissing',
    evidence === '' && 'evidenceMissing',
    evidence.length > wordsLettersMax && 'evidenceTooLong',
    confirmedBy === '' && 'confirmedByMissing',
    confirmedBy.length > confirmedByLettersMax && 'confirmedByTooLong',
  ]
  return problems.filter(one => one !== false)
}
