// Who waits, how long, for what; and who waits longest?
import { format } from '../../pages/format.ts'
import { DaysWaiting, Sum } from '../../pages/pictures/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Filter } from '../domain/filter.ts'
import type { CoverageModel } from '../domain/model.ts'
import { promiseDays } from '../domain/terms.ts'
import { nextWord } from './codes.ts'
import { linker } from './coverage-headline.tsx'
import { coverageWords } from './coverage-strings.ts'
import { Figure } from './figure.tsx'
import { LongestPanel } from './longest-panel.tsx'

export function WaitingSection({ model }: { model: CoverageModel }) {
  const waiting = model.total.untried + model.total.tried
  return (
    <section class="ds-section" aria-labelledby="h-wait">
      <div class="ds-cols ds-cols--2-1">
        <div>
          <div class="ds-section__head">
            <Title model={model} waiting={waiting} />
          </div>
          {waiting > 0 && <Waits model={model} />}
          {waiting > 0 && model.nexts && <Nexts model={model} waiting={waiting} />}
        </div>
        <div>
          <LongestPanel longest={model.longest} now={model.at ?? model.now} />
        </div>
      </div>
    </section>
  )
}

function Title({ model, waiting }: { model: CoverageModel; waiting: number }) {
  const t = coverageWords(useLang())
  const link = linker(model)
  const over = model.waits
    .filter(wait => wait.days > promiseDays)
    .reduce((sum, wait) => sum + wait.untried + wait.tried, 0)
  const past: Filter = { state: 'open', wait: { is: 'over', days: promiseDays } }
  if (waiting === 0) {
    return (
      <h2 class="ds-h2" id="h-wait">
        {t.nobodyWaiting}
      </h2>
    )
  }
  return (
    <h2 class="ds-h2" id="h-wait">
      {fill(t.waiting(waiting), { n: <Figure n={waiting} href={link({ state: 'open' })} /> })}{' '}
      {fill(t.waitingLong(over, promiseDays), { n: <Figure n={over} href={link(past)} /> })}
    </h2>
  )
}

function Waits({ model }: { model: CoverageModel }) {
  const link = linker(model)
  return (
    <DaysWaiting
      days={model.waits.map(({ days, untried, tried }) => ({ day: days, untried, tried }))}
      promiseDays={promiseDays}
      href={query => {
        if ('state' in query) return link({ state: query.state })
        return link({ state: 'open', wait: waitOf(query) })
      }}
    />
  )
}

function waitOf(query: { day: number; orMore: boolean } | { pastDays: number }) {
  if ('pastDays' in query) return { is: 'over', days: query.pastDays } as const
  if (query.orMore && query.day > 0) return { is: 'over', days: query.day - 1 } as const
  return { is: 'exactly', days: query.day } as const
}

function Nexts({ model, waiting }: { model: CoverageModel; waiting: number }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const link = linker(model)
  const nexts = model.nexts ?? []
  return (
    <>
      <h3 class="ds-h3 ds-tight">{t.nextTitle(format(lang).number(waiting))}</h3>
      <Sum
        parts={nexts.map(next => ({
          n: next.n,
          label: nextWord(lang, next.code),
          href: link({ state: 'open', next: next.code }),
        }))}
        total={{ n: waiting, label: t.waitingWord, href: link({ state: 'open' }) }}
        small
      />
    </>
  )
}
