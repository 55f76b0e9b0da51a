// How far has the campaign got, in the words a person would say aloud?
import { fill, useLang } from '../../pages/strings/index.ts'
import { asOfText } from '../domain/as-of.ts'
import { type Filter, membersHref } from '../domain/filter.ts'
import type { CoverageModel, VillageModel } from '../domain/model.ts'
import { coverageWords } from './coverage-strings.ts'
import { Figure } from './figure.tsx'
import { pictureWords } from './strings.ts'

/** The list behind a figure of this page: same campaign, same round, same moment. */
export function linker(model: Pick<CoverageModel, 'campaign' | 'round' | 'at'>) {
  const isLast = model.campaign.rounds.at(-1)?.id === model.round.id
  const round = isLast ? undefined : `${model.round.number}`
  const at = model.at === null ? undefined : asOfText(model.at)
  return (filter: Filter) => membersHref(model.campaign.id, filter, { round, at })
}

/** The list of everybody in a village whom nobody has reached yet. */
export function waitingIn(model: Pick<VillageModel, 'campaign' | 'round' | 'at' | 'village'>) {
  return linker(model)({ state: 'open', place: model.village.id })
}

export function CoverageHeadline({ model }: { model: CoverageModel }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const { total, campaign } = model
  const link = linker(model)
  if (total.listed === 0) return <h1 class="ds-h1 ds-headline">{t.nobodyListed}</h1>
  const noun = pictureWords(lang).nouns[campaign.kind](total.listed)
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">
        {fill(t.reached(noun), {
          reached: <Figure n={total.reached} href={link({ state: 'reached' })} />,
          listed: <Figure n={total.listed} href={link({})} />,
        })}
      </span>
      <span class="ds-headline__rest">
        {fill(t.untried(total.untried), {
          n: <Figure n={total.untried} href={link({ state: 'untried' })} />,
        })}{' '}
        <WithoutNext model={model} />
      </span>
    </h1>
  )
}

function WithoutNext({ model }: { model: CoverageModel }) {
  const t = coverageWords(useLang())
  if (model.nexts === null) return null
  const without = model.nexts.find(next => next.code === 'none')?.n ?? 0
  if (without === 0) return <>{t.allHaveNext}</>
  const href = linker(model)({ state: 'open', next: 'none' })
  return <>{fill(t.without(without), { n: <Figure n={without} href={href} /> })}</>
}
