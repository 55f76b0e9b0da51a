// What else may be asked of a campaign: an area, ages, days, and who works it? All of it optional.
import { Checkboxes, Input, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { callerRoles } from '../domain/terms.ts'
import { moreStrings } from './more-strings.ts'
import { moreFields } from './open-campaign-more-answers.ts'
import { type CampaignFormProps, wrongAt } from './open-campaign-wrong.ts'

export function AreaOf(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  const { answers, choices } = props
  return (
    <Select
      id="area"
      name="area"
      value={answers.area}
      label={{ text: t.area, classes: 'govuk-label--s' }}
      hint={{ text: t.areaHint }}
      items={[
        { value: '', text: t.areaNone },
        ...choices.areas.map(({ id, name }) => ({ value: id, text: name })),
      ]}
      {...wrongAt(props, 'area')}
    />
  )
}

export function More(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  const isOpen = moreFields.some(field => props.problems[field]) || props.answers.repeats !== ''
  return (
    <details class="ds-open ds-section" open={isOpen}>
      <summary>{t.more}</summary>
      <Ages {...props} />
      <Other {...props} />
      <Workers {...props} />
      <Days {...props} />
      <Spread {...props} />
      {props.answers.repeats !== '' && (
        <input type="hidden" name="repeats" value={props.answers.repeats} />
      )}
    </details>
  )
}

type FieldName = 'ageFrom' | 'ageTo' | 'perDay' | 'restDays'

function Whole({ of, hint, ...props }: CampaignFormProps & { of: FieldName; hint?: string }) {
  const t = moreStrings(useLang())
  return (
    <Input
      id={of}
      name={of}
      value={props.answers[of]}
      classes="govuk-input--width-4"
      inputmode="numeric"
      label={{ text: t[of] }}
      {...(hint ? { hint: { text: hint } } : {})}
      {...(of === 'ageTo' ? {} : wrongAt(props, of))}
    />
  )
}

function Ages(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  return (
    <>
      <Whole {...props} of="ageFrom" hint={t.agesHint} />
      <Whole {...props} of="ageTo" />
    </>
  )
}

function Other(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  const { answers, choices } = props
  return (
    <Select
      id="notReachedIn"
      name="notReachedIn"
      value={answers.notReachedIn}
      label={{ text: t.notReachedIn }}
      items={[
        { value: '', text: t.otherNone },
        ...choices.campaigns.map(({ id, name }) => ({ value: id, text: name })),
      ]}
      {...wrongAt(props, 'notReachedIn')}
    />
  )
}

function Workers(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  const { answers, choices } = props
  return (
    <>
      <Checkboxes
        idPrefix="roles"
        name="roles"
        classes="govuk-checkboxes--small"
        values={answers.roles}
        fieldset={{ legend: { text: t.roles } }}
        hint={{ text: t.rolesHint }}
        items={callerRoles.map(role => ({ value: role, text: t.roleNames[role] }))}
      />
      <Checkboxes
        idPrefix="users"
        name="users"
        classes="govuk-checkboxes--small ds-choose"
        values={answers.users}
        fieldset={{ legend: { text: t.users } }}
        items={choices.callers.map(({ id, name }) => ({ value: id, text: name }))}
        {...wrongAt(props, 'users')}
      />
      <Checkboxes
        idPrefix="workPlaces"
        name="workPlaces"
        classes="govuk-checkboxes--small ds-choose"
        values={answers.workPlaces}
        fieldset={{ legend: { text: t.workPlaces } }}
        hint={{ text: t.workPlacesHint }}
        items={choices.villages.map(({ id, name }) => ({ value: id, text: name }))}
        {...wrongAt(props, 'workPlaces')}
      />
    </>
  )
}

function Days(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  const { fromDay, untilDay } = props.answers
  const day = (name: 'fromDay' | 'untilDay', value: string) => (
    <Input
      id={name}
      name={name}
      type="date"
      value={value}
      classes="govuk-input--width-10"
      label={{ text: t[name] }}
      {...wrongAt(props, name)}
    />
  )
  return (
    <>
      {day('fromDay', fromDay)}
      {day('untilDay', untilDay)}
    </>
  )
}

function Spread(props: CampaignFormProps) {
  const t = moreStrings(useLang())
  return (
    <>
      <Whole {...props} of="perDay" hint={t.perDayHint} />
      <Whole {...props} of="restDays" hint={t.restDaysHint} />
    </>
  )
}
