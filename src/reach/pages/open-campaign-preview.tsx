// Whom would it list, and what does opening it do? Shown before anything is written.

import { findPack } from '../../hazards/index.ts'
import { format } from '../../pages/format.ts'
import { Button, SummaryList } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { Icon } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { sourceName } from '../../people/index.ts'
import type { CampaignChoices } from '../store/campaign-choices.ts'
import type { CohortPreview } from '../store/preview-cohort.ts'
import { campaignStrings } from './campaign-strings.ts'
import { moreStrings } from './more-strings.ts'
import { type CampaignAnswers, fieldsOf } from './open-campaign-answers.ts'
import { moreFacts } from './open-campaign-more-facts.ts'

export type CampaignPreviewProps = {
  context: PageContext
  answers: CampaignAnswers
  choices: CampaignChoices
  preview: CohortPreview
  /** What the preview before this one counted, when it is no longer so. */
  before: number | null
  ids: { readonly command: string; readonly campaign: string; readonly round: string }
}

export function CampaignPreview(props: CampaignPreviewProps) {
  const { context, before } = props
  const t = campaignStrings(context.lang)
  const crumbs = [{ href: '/campaigns', label: t.campaigns }, { label: t.open }]
  return (
    <Page context={context} title={t.previewTitle} breadcrumbs={crumbs}>
      {before !== null && (
        <div class="ds-care" role="alert">
          <p>{t.changed(format(context.lang).number(before))}</p>
        </div>
      )}
      <Headline {...props} />
      <div class="ds-cols ds-cols--2-1 ds-tight">
        <section aria-labelledby="h-facts">
          <h2 class="ds-h2" id="h-facts">
            {t.facts}
          </h2>
          <Facts {...props} />
        </section>
        <section class="ds-panel" aria-labelledby="h-does">
          <h2 class="ds-h2" id="h-does">
            {t.willDo}
          </h2>
          <p class="ds-notyet">
            <Icon name="later" /> {t.notYet}
          </p>
          <Effects {...props} />
          <Decide {...props} />
        </section>
      </div>
    </Page>
  )
}

function Headline({ answers, preview }: CampaignPreviewProps) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const { number } = format(lang)
  const kind = answers.memberKind || 'person'
  const { listed, villages } = preview
  if (listed === 0) {
    return (
      <>
        <h1 class="ds-h1 ds-headline">{t.willListNobody}</h1>
        <p>{t.nobodyNote[kind]}</p>
      </>
    )
  }
  const start = t.willList[kind](listed, number(listed))
  return (
    <h1 class="ds-h1 ds-headline" data-listed={listed} data-villages={villages}>
      {t.inVillages(start, villages, number(villages))}
    </h1>
  )
}

function Facts({ answers, choices }: CampaignPreviewProps) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const { memberKind, kinds, lists, withFlags, withoutFlags, places } = answers
  const pack = findPack(answers.pack)
  const names = choices.villages.filter(one => places.includes(one.id)).map(one => one.name)
  const owner = choices.owners.find(one => one.id === answers.answerable)?.name ?? ''
  const flags = (all: typeof withFlags) => all.map(flag => t.flags[flag]).join(', ')
  const rows: readonly (readonly [string, string] | false)[] = [
    [t.name, answers.title],
    [t.purpose, answers.purpose],
    [t.pack, pack?.title ?? ''],
    [t.who, t.kinds[memberKind || 'person']],
    memberKind === 'person' && [t.lists, lists.map(code => sourceName(lang, code)).join(', ')],
    memberKind === 'person' && withFlags.length > 0 && [t.withFlags, flags(withFlags)],
    memberKind === 'person' && withoutFlags.length > 0 && [t.withoutFlags, flags(withoutFlags)],
    memberKind === 'organisation' && [
      t.organisations,
      kinds.length === 0 ? t.all : kinds.map(kind => t.organisationKinds[kind]).join(', '),
    ],
    [t.where, names.length === 0 ? t.wholeCouncil : names.join(', ')],
    [t.holding, holds(t, answers, pack?.reachedLastsHours ?? null)],
    [t.owner, owner],
    ...moreFacts(lang, answers, choices),
  ]
  return (
    <SummaryList
      rows={rows.map(row => row && { key: { text: row[0] }, value: { text: row[1] } })}
    />
  )
}

type Words = ReturnType<typeof campaignStrings>

function holds(t: Words, { holding, hours }: CampaignAnswers, packHours: number | null): string {
  const found = { pack: packHours, round: null, hours: Number(hours) }[holding]
  return found === null ? t.holdsRound : t.holds(found)
}

function Effects({ answers, choices, preview }: CampaignPreviewProps) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const { number } = format(lang)
  const { listed, died, moved, noPhone, placeless } = preview
  const { ageUnknown, homesUnknown, peopleUnknown } = preview
  const more = moreStrings(lang)
  const ring = listed - died - moved - noPhone
  const owner = choices.owners.find(one => one.id === answers.answerable)?.name ?? ''
  return (
    <ol class="ds-willdo">
      <li>{t.doesList(answers.title, owner)}</li>
      {died + moved > 0 && <li>{t.doesExcuse(died, moved)}</li>}
      {ring > 0 && <li>{t.doesRing(ring, number(ring))}</li>}
      {noPhone > 0 && <li>{t.doesVisit(noPhone, number(noPhone))}</li>}
      {placeless > 0 && <li>{t.doesPlaceless(placeless, number(placeless))}</li>}
      {ageUnknown > 0 && <li>{more.doesAge(ageUnknown, number(ageUnknown))}</li>}
      {homesUnknown + peopleUnknown > 0 && <li>{more.doesUnknown(homesUnknown, peopleUnknown)}</li>}
    </ol>
  )
}

/** Both buttons send the answers; only one opens the campaign. */
function Decide({ answers, preview, ids }: CampaignPreviewProps) {
  const t = campaignStrings(useLang())
  return (
    <form method="post" action="/campaigns/open" class="ds-tight">
      {fieldsOf(answers).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="command" value={ids.command} />
      <input type="hidden" name="campaign" value={ids.campaign} />
      <input type="hidden" name="round" value={ids.round} />
      <input type="hidden" name="counted" value={preview.listed} />
      <div class="ds-acts">
        <Button text={t.confirm} name="step" value="open" preventDoubleClick />
        <button class="ds-link-button" type="submit" name="step" value="change">
          {t.change}
        </button>
      </div>
    </form>
  )
}
