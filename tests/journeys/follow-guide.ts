// Does a guide say what is on the screen? Its sentences are done in a browser, word for word.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))

const verbs = ['Open', 'Press', 'Choose', 'Tick', 'Type'] as const
type Verb = (typeof verbs)[number]

/** What one name in bold asks for; without a verb before it, it is only looked for. */
export type Act =
  | { readonly verb: Verb | 'See'; readonly name: string; readonly value: string | null }
  | { readonly verb: 'Aside' | 'Run' | 'Start'; readonly name: string }

export type Step = { readonly line: number; readonly acts: readonly Act[] }

/** What no name on the screen can say: `<!-- first main a -->`, and the commands between fences. */
export type Beside = {
  aside(page: Page, words: string): Promise<Page>
  run?(command: string, stays: boolean): Promise<void>
  /** What is typed where the guide's own ports are not free. */
  translate?(words: string): string
}

/**
 * **Name** stands for what the screen calls it, `value` for what is typed or chosen. "Open" is a
 * link, "Press" a button, "Choose" and "Tick" an answer, "Type" a box.
 */
export function readGuide(name: string): readonly Step[] {
  const lines = readFileSync(`${root}/docs/guides/${name}.md`, 'utf8').split('\n')
  let fence: 'Run' | 'Start' | null = null
  const steps: Step[] = []
  for (const [at, text] of lines.entries()) {
    const mark = text.trim()
    if (mark.startsWith('```')) fence = fence ? null : mark === '```sh stays' ? 'Start' : 'Run'
    else if (fence) steps.push({ line: at + 1, acts: [{ verb: fence, name: mark }] })
    else steps.push({ line: at + 1, acts: actsOf(text) })
  }
  return steps.filter(({ acts }) => acts.length > 0)
}

const tokens = /<!--(.*?)-->|\*\*(.+?)\*\*|`([^`]+)`|\b([A-Z][a-z]+)\b|([.:;] |[.:;]$)/g

function actsOf(text: string): readonly Act[] {
  if (!/^\s*\d+\. /.test(text)) return []
  const acts: Act[] = []
  let verb: Verb | undefined
  let value: string | null = null
  for (const [, aside, name, typed, word, end] of text.matchAll(tokens)) {
    if (aside) acts.push({ verb: 'Aside', name: aside.trim() })
    else if (typed) value = typed
    else if (word) verb = verbs.find(one => one === word) ?? verb
    if (name) acts.push({ verb: verb ?? 'See', name, value })
    if (name || end) [verb, value] = [undefined, null]
  }
  return acts
}

/** Does every step; says which line of the guide did not hold. */
export async function follow(page: Page, guide: string, beside: Beside): Promise<number> {
  let here = page
  let done = 0
  for (const { line, acts } of readGuide(guide)) {
    for (const act of acts) {
      try {
        here = await perform(here, act, beside)
        done += 1
      } catch (error) {
        const shown = await words(here).catch(() => '')
        const where = `docs/guides/${guide}.md:${line}: ${act.verb} "${act.name}" at ${here.url()}`
        throw new Error(`${where}\n${shown}`, { cause: error })
      }
    }
  }
  return done
}

async function perform(page: Page, act: Act, beside: Beside): Promise<Page> {
  if (!('value' in act)) return performBeside(page, act, beside)
  const { verb, name, value } = act
  if (verb === 'See') await see(page, name)
  if (verb === 'Open') await go(page, await linkOf(page, name))
  if (verb === 'Press') await go(page, await named(page, 'button', name))
  if (verb === 'Choose' || verb === 'Tick') await choose(page, name, value)
  if (verb === 'Type') {
    const typed = beside.translate?.(`${value}`) ?? `${value}`
    await (await boxOf(page, name)).fill(typed, { timeout: 5_000 })
  }
  return page
}

async function performBeside(page: Page, { verb, name }: Act, beside: Beside): Promise<Page> {
  if (verb === 'Aside') return beside.aside(page, name)
  await beside.run?.(name, verb === 'Start')
  return page
}

async function see(page: Page, name: string): Promise<void> {
  const until = Date.now() + 5_000
  while (!(await words(page)).includes(name)) {
    if (Date.now() > until) throw new Error(`The page does not say "${name}".`)
    await page.waitForTimeout(100)
  }
}

async function words(page: Page): Promise<string> {
  // While one page gives way to the next there is nothing to read.
  const text = await page.evaluate('document.body.innerText').catch(() => '')
  return String(text).replaceAll(/\s+/g, ' ')
}

async function choose(page: Page, name: string, value: string | null): Promise<void> {
  if (value === null) return (await answerOf(page, name)).click({ timeout: 5_000 })
  const field = await boxOf(page, name)
  const kind = await field.evaluate(element => (element as unknown as { type: string }).type)
  if (kind === 'file') await field.setInputFiles(`${root}/${value}`)
  else await field.selectOption({ label: value })
}

async function boxOf(page: Page, name: string): Promise<Locator> {
  const exact = page.getByLabel(name, { exact: true })
  return (await exact.count()) > 0 ? exact.first() : page.getByLabel(start(name)).first()
}

async function answerOf(page: Page, name: string): Promise<Locator> {
  return page.locator('label:visible', { hasText: start(name) }).first()
}

async function linkOf(page: Page, name: string): Promise<Locator> {
  const summary = page.locator('summary', { hasText: start(name) })
  if ((await summary.count()) > 0) return summary.first()
  return named(page, 'link', name)
}

/** The whole name where there is one, else one that begins so: the rest may be for the ear. */
async function named(page: Page, role: 'link' | 'button', name: string): Promise<Locator> {
  const begun = page.getByRole(role, { name: start(name) }).first()
  await begun.waitFor({ timeout: 5_000 })
  const exact = page.getByRole(role, { name, exact: true })
  return (await exact.count()) > 0 ? exact.first() : begun
}

/** Keys stand before the words of an answer: "A Answered". */
function start(name: string): RegExp {
  return new RegExp(`^\\s*(\\S?\\s*)${name.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}`)
}

function go(page: Page, target: Locator): Promise<void> {
  return goBy(page, () => target.click())
}

/** A button may also stay on its page, so nothing insists on another. */
async function goBy(page: Page, act: () => Promise<unknown>): Promise<void> {
  const moved = page.waitForEvent('framenavigated', { timeout: 1_200 }).catch(() => null)
  await act()
  await moved
  await page.waitForLoadState('load')
}
