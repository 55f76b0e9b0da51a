// What was answered about a new mailing, and what is missing?
import { isId } from '../../kernel/ids.ts'
import type { Form } from '../../web/request.ts'
import { type Whom, whoms } from '../domain/terms.ts'

export const newFields = ['campaign', 'template', 'whom', 'within'] as const
export type NewField = (typeof newFields)[number]
export type NewAnswers = Readonly<Record<NewField, string>>

/** `all` is a place too: nobody writes to a whole district by leaving a field alone. */
export const everywhere = 'all'

export function readAnswers(form: Form): NewAnswers {
  const [campaign, template, whom, within] = newFields.map(field => form.text(field))
  return {
    campaign: campaign ?? '',
    template: template ?? '',
    whom: whom ?? '',
    within: within ?? '',
  }
}

type Known = Readonly<Record<'campaigns' | 'templates' | 'villages', readonly { id: string }[]>>

export function missingFrom(answers: NewAnswers, known: Known & { isEverywhere: boolean }) {
  const has = (rows: readonly { id: string }[], id: string) => rows.some(row => row.id === id)
  const isPlace = answers.within === everywhere && known.isEverywhere
  const isRight: Record<NewField, boolean> = {
    campaign: has(known.campaigns, answers.campaign),
    template: has(known.templates, answers.template),
    whom: (whoms as readonly string[]).includes(answers.whom),
    within: isPlace || (isId(answers.within) && has(known.villages, answers.within)),
  }
  return newFields.filter(field => !isRight[field])
}

export function askedOf(answers: NewAnswers) {
  const { campaign, template, whom, within } = answers
  const place = within === everywhere ? null : within
  return { campaign, template, whom: whom as Whom, within: place }
}
