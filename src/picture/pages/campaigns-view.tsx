// Which campaigns run, and how far has each got? One line each, its sum beside it.
import { calendarDay, format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { CoverageSum } from '../../pages/pictures/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { membersHref } from '../domain/filter.ts'
import type { Campaign, Longest } from '../domain/model.ts'
import type { Counts } from '../domain/terms.ts'
import { campaignsWords } from './campaigns-strings.ts'
import { coverageWords } from './coverage-strings.ts'
import { pictureWords } from './strings.ts'

export type CampaignLine = {
  readonly campaign: Campaign
  readonly counts: Counts
  readonly longest: Longest | null
}

export type CampaignsViewProps = {
  context: PageContext
  /** Whether the reader runs campaigns: opens them, begins rounds. */
  mayRun: boolean
  lines: readonly CampaignLine[]
  now: number
}

export function CampaignsView({ context, lines, now, mayRun }: CampaignsViewProps) {
  const t = campaignsWords(context.lang)
  return (
    <Page context={context} title={t.title}>
      <h1 class="ds-h1 ds-headline">{t.headline(lines.length)}</h1>
      {mayRun && (
        <p class="ds-acts ds-tight">
          <a class="ds-button" href="/campaigns/open">
            {t.open}
          </a>
          <a href="/calls/share">{t.share}</a>
          <a href="/areas">{t.areas}</a>
        </p>
      )}
      {lines.map(line => (
        <Line line={line} now={now} mayRun={mayRun} />
      ))}
    </Page>
  )
}

function Line({ line, now, mayRun }: { line: CampaignLine; now: number; mayRun: boolean }) {
  const lang = useLang()
  const t = campaignsWords(lang)
  const { campaign, counts } = line
  const days = calendarDay(now) - calendarDay(campaign.openedAt) + 1
  return (
    <section class="ds-section" aria-labelledby={`h-${campaign.id}`}>
      <div class="ds-section__head">
        <h2 class="ds-h2" id={`h-${campaign.id}`}>
          <a href={`/campaigns/${campaign.id}/coverage`}>{campaign.name}</a>
        </h2>
        <span class="ds-small ds-quiet">
          {t.started(format(lang).date(campaign.openedAt), days)}{' '}
          {campaign.rounds.length > 1 && t.round(campaign.rounds.length)}{' '}
          {mayRun && <a href={`/campaigns/${campaign.id}/run`}>{t.run}</a>}
        </span>
      </div>
      <CoverageSum
        counts={counts}
        href={state => membersHref(campaign.id, state === 'listed' ? {} : { state })}
        small
      />
      {line.longest && <Waiting longest={line.longest} />}
    </section>
  )
}

/** Nobody is so far from the front that nobody looks. */
function Waiting({ longest }: { longest: Longest }) {
  const lang = useLang()
  const place = longest.place ?? pictureWords(lang).placeNotKnown
  const { longest: label, longestWho } = coverageWords(lang)
  return (
    <p>
      {label}:{' '}
      <a href={`/people/${longest.person}`}>
        <b>{longest.name}</b>
      </a>
      {'. '}
      {longestWho(place, format(lang).days(longest.days), longest.triesCount)}
    </p>
  )
}
