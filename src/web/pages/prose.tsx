// How does a page of words look? Sections with a heading, sentences, and a list where it helps.
import type { Child } from 'hono/jsx'
import { fill } from '../../pages/strings/index.ts'

type Words = Readonly<Record<string, string>>

export type Section = { heading: string; says?: Words; items?: Words; after?: Words }

export type ProseProps = {
  /** By the name that other pages link to: `/help#signIn`. */
  sections: Readonly<Record<string, Section>>
  /** What fills the gaps in the words. */
  links?: Readonly<Record<string, Child>>
}

export function Prose({ sections, links = {} }: ProseProps) {
  return (
    <>
      {Object.entries(sections).map(([name, section]) => (
        <section class="ds-section" id={name}>
          <h2 class="govuk-heading-m ds-h2">{section.heading}</h2>
          <Paragraphs words={section.says} links={links} />
          {section.items && (
            <ul class="govuk-list govuk-list--bullet">
              {Object.values(section.items).map(item => (
                <li>{fill(item, links)}</li>
              ))}
            </ul>
          )}
          <Paragraphs words={section.after} links={links} />
        </section>
      ))}
    </>
  )
}

type ParagraphsProps = { words: Words | undefined; links: Readonly<Record<string, Child>> }

function Paragraphs({ words = {}, links }: ParagraphsProps) {
  return (
    <>
      {Object.values(words).map(text => (
        <p class="govuk-body">{fill(text, links)}</p>
      ))}
    </>
  )
}

/** Lines of words are easy to read at two thirds of the page. */
export function Column({ children }: { children: Child }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  )
}
