// The questions about a new campaign: what it is, whom it is to reach, and who answers for it.
import { newestPacks } from '../../hazards/index.ts'
import { addStyle } from '../../pages/assets.ts'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { campaignStrings } from './campaign-strings.ts'
import { campaignFields } from './open-campaign-answers.ts'
import { AreaOf, More } from './open-campaign-more.tsx'
import { Who } from './open-campaign-who.tsx'
import { type CampaignFormProps, saidOf, wrongAt } from './open-campaign-wrong.ts'

const style = addStyle('reach-campaign.css', 'src/reach/pages/campaign.css')

export function CampaignForm(props: CampaignFormProps) {
  const { context, problems } = props
  const t = campaignStrings(context.lang)
  const wrong = campaignFields.flatMap(field => {
    const problem = problems[field]
    return problem ? [{ text: saidOf(context.lang, problem), href: `#${field}` }] : []
  })
  const crumbs = [{ href: '/campaigns', label: t.campaigns }, { label: t.open }]
  return (
    <Page
      context={context}
      title={t.open}
      breadcrumbs={crumbs}
      hasErrors={wrong.length > 0}
      styles={[style]}
    >
      {wrong.length > 0 && <ErrorSummary errorList={wrong} />}
      <h1 class="ds-h1 ds-headline">{t.open}</h1>
      <form class="ds-form ds-ask ds-tight" method="post" action="/campaigns/open" novalidate>
        <input type="hidden" name="step" value="preview" />
        <What {...props} />
        <Who {...props} />
        <Where {...props} />
        <AreaOf {...props} />
        <Holding {...props} />
        <Owner {...props} />
        <More {...props} />
        <Button text={t.preview} />
        <p class="ds-small ds-quiet">{t.previewNote}</p>
      </form>
    </Page>
  )
}

function What(props: CampaignFormProps) {
  const t = campaignStrings(useLang())
  const { title, purpose, pack } = props.answers
  return (
    <>
      <Input
        id="title"
        name="title"
        value={title}
        label={{ text: t.name, classes: 'govuk-label--s' }}
        hint={{ text: t.nameHint }}
        attributes={{ autocomplete: 'off' }}
        {...wrongAt(props, 'title')}
      />
      <Textarea
        id="purpose"
        name="purpose"
        rows={2}
        value={purpose}
        label={{ text: t.purpose, classes: 'govuk-label--s' }}
        hint={{ text: t.purposeHint }}
        {...wrongAt(props, 'purpose')}
      />
      <Radios
        idPrefix="pack"
        classes="govuk-radios--small"
        name="pack"
        value={pack}
        fieldset={{ legend: { text: t.pack } }}
        hint={{ text: t.packHint }}
        items={newestPacks().map(one => ({
          value: one.id,
          text: one.title,
          hint: { text: t.packPurpose(one.purposes.join(', ')) },
        }))}
        {...wrongAt(props, 'pack')}
      />
    </>
  )
}

/** No village chosen is everywhere. The names are many, so they wait behind one press. */
function Where(props: CampaignFormProps) {
  const t = campaignStrings(useLang())
  const { answers, choices, problems } = props
  const chosen = answers.places.length
  return (
    <div class="govuk-form-group" id="places">
      <h2 class="ds-where">{t.where}</h2>
      <details class="ds-open" open={chosen > 0 || problems.places !== undefined}>
        <summary>{t.villages(chosen)}</summary>
        <Checkboxes
          idPrefix="place"
          name="places"
          classes="govuk-checkboxes--small ds-choose"
          values={answers.places}
          fieldset={{ legend: { text: t.whereHint } }}
          items={choices.villages.map(village => ({ value: village.id, text: village.name }))}
          {...wrongAt(props, 'places')}
        />
      </details>
    </div>
  )
}

function Holding(props: CampaignFormProps) {
  const t = campaignStrings(useLang())
  const { holding, hours } = props.answers
  const says = newestPacks()
    .map(pack => t.packHolds(pack.title, pack.reachedLastsHours))
    .join('. ')
  return (
    <>
      <Radios
        idPrefix="holding"
        classes="govuk-radios--small"
        name="holding"
        value={holding}
        fieldset={{ legend: { text: t.holding } }}
        hint={{ text: t.holdingHint }}
        items={[
          { value: 'pack', text: t.holdings.pack, hint: { text: says } },
          { value: 'round', text: t.holdings.round },
          { value: 'hours', text: t.holdings.hours },
        ]}
      />
      <div class="ds-when ds-when--hours">
        <Input
          id="hours"
          name="hours"
          value={hours}
          classes="govuk-input--width-4"
          inputmode="numeric"
          label={{ text: t.hours }}
          {...wrongAt(props, 'hours')}
        />
      </div>
    </>
  )
}

function Owner(props: CampaignFormProps) {
  const t = campaignStrings(useLang())
  return (
    <Select
      id="answerable"
      name="answerable"
      value={props.answers.answerable}
      label={{ text: t.owner, classes: 'govuk-label--s' }}
      hint={{ text: t.ownerHint }}
      items={[
        { value: '', text: t.ownerNone },
        ...props.choices.owners.map(owner => ({ value: owner.id, text: owner.name })),
      ]}
      {...wrongAt(props, 'answerable')}
    />
  )
}
