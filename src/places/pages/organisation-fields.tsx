// The questions about an organisation, shared by adding one and changing one.
import type { Id } from '../../kernel/ids.ts'
import { Input, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Form } from '../../web/request.ts'
import { type OrganisationKind, organisationKinds } from '../domain/events.ts'
import { organisationStrings } from './strings.ts'

export type OrganisationAnswers = {
  readonly name: string
  readonly kind: string
  /** A street, or the village where the street is not known. */
  readonly place: string
  readonly phone: string
}

const fields = ['name', 'kind', 'place', 'phone'] as const
export type OrganisationProblem =
  | 'nameMissing'
  | 'nameLong'
  | 'kindMissing'
  | 'placeUnknown'
  | 'phoneWrong'
export type OrganisationProblems = Partial<Record<(typeof fields)[number], OrganisationProblem>>

export const noOrganisation: OrganisationAnswers = { name: '', kind: '', place: '', phone: '' }
const nameLettersMax = 200

export function readOrganisation(form: Form): OrganisationAnswers {
  const text = (name: string) => form.text(name)
  return { name: text('name'), kind: text('kind'), place: text('place'), phone: text('phone') }
}

export function kindOf({ kind }: OrganisationAnswers): OrganisationKind | undefined {
  return organisationKinds.find(one => one === kind)
}

export function phoneOf({ phone }: OrganisationAnswers): string | null {
  return phone === '' ? null : phone.replace(/[ ()-]/g, '')
}

/** `places` null: the place is not asked for. */
export function organisationProblems(
  answers: OrganisationAnswers,
  places: readonly Id[] | null,
): OrganisationProblems {
  const found: OrganisationProblems = {}
  if (answers.name === '') found.name = 'nameMissing'
  if (answers.name.length > nameLettersMax) found.name = 'nameLong'
  if (!kindOf(answers)) found.kind = 'kindMissing'
  if (places && !places.includes(answers.place)) found.place = 'placeUnknown'
  if (!/^(\+?\d{6,15})?$/.test(phoneOf(answers) ?? '')) found.phone = 'phoneWrong'
  return found
}

export function useProblems(problems: OrganisationProblems) {
  const t = organisationStrings(useLang())
  return fields.flatMap(field => {
    const problem = problems[field]
    return problem ? [{ text: t.wrong[problem], href: `#${field}` }] : []
  })
}

type FieldsProps = {
  answers: OrganisationAnswers
  problems: OrganisationProblems
  /** Streets to choose from; absent where the place stays as it is. */
  streets?: readonly { readonly id: Id; readonly name: string }[]
  village?: Id
}

export function OrganisationFields({ answers, problems, streets, village }: FieldsProps) {
  const t = organisationStrings(useLang())
  const wrong = (field: (typeof fields)[number]) => {
    const problem = problems[field]
    return problem ? { errorMessage: { text: t.wrong[problem] } } : {}
  }
  return (
    <>
      <Input
        id="name"
        name="name"
        value={answers.name}
        label={{ text: t.name }}
        hint={{ text: t.nameHint }}
        attributes={{ autocomplete: 'off' }}
        {...wrong('name')}
      />
      <Select
        id="kind"
        name="kind"
        value={answers.kind}
        label={{ text: t.kind }}
        items={[
          { value: '', text: t.kindNone },
          ...organisationKinds.map(kind => ({ value: kind, text: t.kinds[kind] })),
        ]}
        {...wrong('kind')}
      />
      {streets && (
        <Select
          id="place"
          name="place"
          value={answers.place}
          label={{ text: t.street }}
          items={[
            { value: village ?? '', text: t.streetUnknown },
            ...streets.map(street => ({ value: street.id, text: street.name })),
          ]}
          {...wrong('place')}
        />
      )}
      <Input
        id="phone"
        name="phone"
        type="tel"
        value={answers.phone}
        classes="govuk-input--width-20"
        label={{ text: t.phone }}
        hint={{ text: t.phoneHint }}
        attributes={{ autocomplete: 'off' }}
        {...wrong('phone')}
      />
    </>
  )
}
