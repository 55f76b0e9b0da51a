// Whoever runs a campaign writes what its callers say; every version stays.
import { ScriptLines } from '../../hazards/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { editScript } from '../domain/edit-script.ts'
import { type CampaignScripts, scriptsOf } from '../store/scripts.ts'
import { type ScriptAnswers, ScriptPage, type ScriptProblem } from './script-view.tsx'

/** GET /campaigns/:campaign/script */
export async function showScript(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  return scriptPage(c, found, { answers: answersOf(found), problem: undefined })
}

/** POST /campaigns/:campaign/script */
export async function saveScript(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const form = await formOf(c)
  const base = Number(form.text('base'))
  const answers = { lines: form.text('lines'), welsh: form.text('welsh'), base }
  const problem = problemOf(answers, found)
  if (problem) return scriptPage(c, found, { answers, problem })
  const { campaign } = found
  const script = { lines: linesIn(answers.lines), welsh: linesIn(answers.welsh) }
  const input = { campaign, version: base + 1, ...script }
  const done = await actFor(c, editScript, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/campaigns/${campaign}/script?saved=${base + 1}`, 303)
}

type Found = CampaignScripts & { readonly campaign: Id }

function answersOf({ versions }: Found): ScriptAnswers {
  const [now] = versions
  const text = (lines: readonly string[] = []) => lines.join('\n')
  return { lines: text(now?.lines), welsh: text(now?.welsh), base: now?.version ?? 1 }
}

function linesIn(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim())
  return lines.filter(line => line !== '')
}

function problemOf(answers: ScriptAnswers, found: Found): ScriptProblem | undefined {
  const [lines, welsh] = [linesIn(answers.lines), linesIn(answers.welsh)]
  const now = answersOf(found)
  if (!ScriptLines.safeParse(lines).success) return 'lines'
  if (welsh.length > 0 && !ScriptLines.safeParse(welsh).success) return 'welsh'
  const gaps = [...lines, ...welsh].flatMap(line => line.match(/\{[^}]*\}/g) ?? [])
  if (gaps.some(gap => gap !== '{caller}' && gap !== '{council}')) return 'gaps'
  if (answers.base !== now.base) return 'behind'
  const isSame = lines.join('\n') === now.lines && welsh.join('\n') === now.welsh
  return isSame ? 'same' : undefined
}

/** Only for those who run things in the whole council. */
async function findHere(c: Ctx): Promise<Found | undefined> {
  const campaign: Id = c.req.param('campaign') ?? ''
  if (!isId(campaign)) return undefined
  return reading(c, 'reach.run', async (tx, scope) => {
    const found = scope.everywhere ? await scriptsOf(tx, scope, campaign) : undefined
    return found && { ...found, campaign }
  })
}

type Shown = { readonly answers: ScriptAnswers; readonly problem: ScriptProblem | undefined }

/** Behind another's version, the next press of Save is on top of theirs: they were shown. */
async function scriptPage(c: Ctx, found: Found, { answers, problem }: Shown) {
  const context = await pageContext(c, '/campaigns')
  const saved = Number(c.req.query('saved') ?? '')
  const base = answersOf(found).base
  const shown = { ...found, answers: { ...answers, base }, problem, saved: saved || undefined }
  return c.html(<ScriptPage context={context} {...shown} />, problem ? 422 : 200)
}
