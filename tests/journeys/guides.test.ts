// Are the guides short enough to be read by somebody in a hurry, and do their links lead somewhere?
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/store/root.ts'
import { readGuide } from './follow-guide.ts'

const folder = join(projectRoot, 'docs/guides')
const followed = [
  'call-handler',
  'coordinator',
  'hub-manager',
  'data-protection-officer',
  'village-group',
  'councillor',
  'staff',
  'it-officer',
]
const textOf = (name: string) => readFileSync(join(folder, `${name}.md`), 'utf8')

/** What is read aloud: no commands, no comments, no tables. */
function sentencesOf(text: string): readonly string[] {
  const prose = text.replaceAll(/```[\s\S]*?```|<!--.*?-->|^\|.*$|^ {4}.*$/gm, '')
  return prose.replaceAll(/^\s*(\d+\.|-|#+) /gm, '\n').split(/(?<=[.?:])\*{0,2}\s|\n+/)
}

test.each(followed)('the guide %s has at most 150 lines and 25 words a sentence', name => {
  const text = textOf(name)
  expect(text.split('\n').length).toBeLessThanOrEqual(151)
  const long = sentencesOf(text).filter(sentence => sentence.split(/\s+/).length > 25)
  expect(long).toEqual([])
})

test.each(followed)('the guide %s names what it asks for', name => {
  expect(readGuide(name).length).toBeGreaterThan(8)
})

test('every link between guides leads to a file', () => {
  for (const file of readdirSync(folder).filter(one => one.endsWith('.md'))) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, to = ''] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect({ file, to, exists: existsSync(join(folder, to)) }).toEqual({ file, to, exists: true })
    }
  }
})
