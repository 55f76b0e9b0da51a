// A message to somebody whose language nobody asked: both, in one.
import { partnerStrings } from './partner-strings.ts'

type Words = { readonly subject: string; readonly body: string }

export function inBoth(words: (t: ReturnType<typeof partnerStrings>) => Words) {
  const [en, cy] = [words(partnerStrings('en')), words(partnerStrings('cy'))]
  return {
    subject: `${en.subject} / ${cy.subject}`,
    body: `${en.body}\n\n----\n\n${cy.body}`,
    language: 'en',
  } as const
}
