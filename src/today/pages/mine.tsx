// What is mine today in the places I look after: promises, gaps, worries, streets, questions?
import { recordRead, scopeOf } from '../../access/index.ts'
import { type HandledNear, handledNear } from '../../concerns/index.ts'
import { type Waiting, waitingOf } from '../../escalations/index.ts'
import { newId } from '../../kernel/ids.ts'
import { headOf } from '../../live/index.ts'
import { type ActionGap, actionGaps } from '../../needs/index.ts'
import {
  campaignAsked,
  readingOnce,
  type VillageModel,
  villageFigures,
  villagesSeen,
} from '../../picture/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds } from '../../web/request.ts'
import { MineView } from './mine-view.tsx'

/** Whoever looks after more goes to the page of all villages. */
export const villagesShownMax = 4

export type Village = { readonly id: string; readonly name: string }

export type Mine = {
  readonly villages: readonly Village[]
  /** One for each village that is shown, while a campaign runs. */
  readonly models: readonly VillageModel[]
  /** Null for whoever plans nothing. */
  readonly jobs: readonly ActionGap[] | null
  readonly worries: readonly HandledNear[]
  /** What I asked and wait for, what breaks first on top. */
  readonly asked: readonly Waiting[]
  /** What waits for my answer. */
  readonly forMe: number
  readonly since: number
  readonly now: number
}

/** GET /today/mine */
export async function showMine(c: Ctx) {
  const mine = await readMine(c)
  const context = await pageContext(c, '/today/mine')
  const mayTake = holds(c, 'places.organise')
  const { id: reader } = c.var.actor
  const shown = { ...mine, reader, commandIds: mayTake ? mine.models.map(() => newId()) : null }
  return c.html(<MineView context={context} shown={shown} />)
}

function readMine(c: Ctx): Promise<Mine> {
  const { node, actor } = c.var
  return readingOnce(c, 'today.mine', async (tx, scope, now) => {
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, actor, { permission, now })
    const since = await headOf(tx, scope)
    const seen = scopeFor('picture.read')
    const villages = await villagesSeen(tx, seen, now)
    const asked = await campaignAsked(tx, seen, { id: undefined, round: undefined, at: null, now })
    const models: VillageModel[] = []
    for (const { id: village } of asked ? villages.slice(0, villagesShownMax) : []) {
      const model = asked && (await villageFigures(tx, seen, { ...asked, village, now, node }))
      if (model) models.push(model)
    }
    const known = scopeFor('people.read')
    const asking = { now: new Date(now), known }
    const jobs = holds(c, 'needs.read')
      ? await actionGaps(tx, scopeFor('needs.read'), asking)
      : null
    const worries = await handledNear(tx, scopeFor('concerns.see'))
    const { mine: forMe, others } = await waitingOf(tx, scopeFor('escalations.ask'), now)
    const open = others.filter(one => !one.question.answeredAt && isMine(one, actor.id))
    const named = [
      ...models.flatMap(one => [...one.due, ...one.unowned]),
      ...(jobs ?? []),
      ...worries,
    ]
    const subjects = [...new Set([...named.map(one => one.person), ...peopleIn(open)])]
    await recordRead(tx, scope, { what: 'list', route: '/today/mine', subjects, at: now })
    return { villages, models, jobs, worries, asked: open, forMe: forMe.length, since, now }
  })
}

function isMine({ question }: Waiting, reader: string): boolean {
  return question.askedBy === reader
}

function peopleIn(asked: readonly Waiting[]): readonly string[] {
  return asked.flatMap(({ question }) => (question.kind === 'person' ? [question.about] : []))
}
