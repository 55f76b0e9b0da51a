// Whom is a campaign to reach? Each kind brings its own questions, shown by style alone.
import { format } from '../../pages/format.ts'
import { Checkboxes, Radios } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { personFlags, sourceName } from '../../people/index.ts'
import { memberKinds } from '../domain/terms.ts'
import { campaignStrings } from './campaign-strings.ts'
import { organisationKinds } from './open-campaign-answers.ts'
import { type CampaignFormProps, wrongAt } from './open-campaign-wrong.ts'

export function Who(props: CampaignFormProps) {
  const t = campaignStrings(useLang())
  return (
    <>
      <Radios
        idPrefix="memberKind"
        classes="govuk-radios--small"
        name="memberKind"
        value={props.answers.memberKind}
        fieldset={{ legend: { text: t.who } }}
        items={memberKinds.map(kind => ({
          value: kind,
          text: t.kinds[kind],
          hint: { text: t.kindHints[kind] },
        }))}
        {...wrongAt(props, 'memberKind')}
      />
      <div class="ds-when ds-when--person">
        <OfPeople {...props} />
      </div>
      <div class="ds-when ds-when--organisation">
        <OfOrganisations {...props} />
      </div>
    </>
  )
}

function OfPeople(props: CampaignFormProps) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const { answers, choices } = props
  const known = choices.lists.map(({ code, people }) => ({
    value: code,
    text: sourceName(lang, code),
    hint: { text: t.listPeople(people, format(lang).number(people)) },
  }))
  const hasSpl = choices.lists.some(list => list.code === 'spl')
  const lists = hasSpl
    ? known
    : [{ value: 'spl', text: sourceName(lang, 'spl'), hint: { text: t.noLists } }, ...known]
  const flags = (name: 'withFlags' | 'withoutFlags') => (
    <Checkboxes
      idPrefix={name}
      name={name}
      classes="govuk-checkboxes--small ds-choose"
      values={answers[name]}
      fieldset={{ legend: { text: t[name] } }}
      items={personFlags.map(flag => ({ value: flag, text: t.flags[flag] }))}
      {...(name === 'withoutFlags' ? wrongAt(props, name) : {})}
    />
  )
  return (
    <>
      <Checkboxes
        idPrefix="lists"
        name="lists"
        classes="govuk-checkboxes--small"
        values={answers.lists}
        fieldset={{ legend: { text: t.lists } }}
        items={lists}
        {...wrongAt(props, 'lists')}
      />
      {flags('withFlags')}
      {flags('withoutFlags')}
    </>
  )
}

function OfOrganisations({ answers }: CampaignFormProps) {
  const t = campaignStrings(useLang())
  return (
    <Checkboxes
      idPrefix="kinds"
      name="kinds"
      classes="govuk-checkboxes--small"
      values={answers.kinds}
      fieldset={{ legend: { text: t.organisations } }}
      hint={{ text: t.organisationsHint }}
      items={organisationKinds.map(kind => ({ value: kind, text: t.organisationKinds[kind] }))}
    />
  )
}
