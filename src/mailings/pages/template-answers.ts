// What was typed about a wording, and what is wrong with it, in words?
import { type Id, isId, newId } from '../../kernel/ids.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Form } from '../../web/request.ts'
import type { Wordings } from '../domain/render.ts'
import { type WordingProblem, wordingProblems } from '../domain/save-template.ts'
import { languages, type MailingChannel, mailingChannels } from '../domain/terms.ts'
import type { Template } from '../store/templates.ts'
import { templateStrings } from './template-strings.ts'

export type TemplateAnswers = {
  readonly template: Id
  readonly isNew: boolean
  readonly name: string
  readonly channel: MailingChannel | ''
  readonly wordings: Wordings
}

/** Field to sentence. */
export type TemplateProblems = Readonly<Record<string, string>>

export function noAnswers(template: Id): TemplateAnswers {
  return { template, isNew: true, name: '', channel: '', wordings: {} }
}

export function answersOf({ id, name, channel, wordings }: Template): TemplateAnswers {
  return { template: id, isNew: false, name, channel, wordings }
}

export function readTemplate(form: Form): TemplateAnswers {
  const template = form.text('template')
  const channel = mailingChannels.find(one => one === form.text('channel')) ?? ''
  const typed = languages.flatMap(language => {
    const subject = channel === 'text' ? '' : form.text(`subject-${language}`)
    const body = form.text(`body-${language}`).replaceAll('\r\n', '\n')
    const isEmpty = subject === '' && body === ''
    return isEmpty && language !== 'en' ? [] : [[language, { subject, body }] as const]
  })
  return {
    template: isId(template) ? template : newId(),
    isNew: form.text('isNew') !== 'no',
    name: form.text('name'),
    channel,
    wordings: Object.fromEntries(typed),
  }
}

const nameLettersMax = 80

export function problemsOf(
  lang: Lang,
  { name, channel, wordings }: TemplateAnswers,
): TemplateProblems {
  const t = templateStrings(lang)
  const problems: Record<string, string> = {}
  if (name === '' || name.length > nameLettersMax) problems.name = t.wrong.name
  if (channel === '') problems.channel = t.wrong.channel
  const ofWords = wordingProblems(channel === '' ? 'letter' : channel, wordings)
  for (const [field, problem] of Object.entries(ofWords)) problems[field] = sentenceOf(t, problem)
  return problems
}

function sentenceOf(t: ReturnType<typeof templateStrings>, problem: WordingProblem): string {
  if (problem.startsWith('names-need:')) return t.namesNeed(problem.slice('names-need:'.length))
  return t.wrong[problem as keyof typeof t.wrong]
}
