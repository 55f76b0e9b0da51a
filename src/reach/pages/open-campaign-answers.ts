// What was answered about a new campaign, and is it enough to open it?
import { findPack } from '../../hazards/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { type PersonFlag, personFlags } from '../../people/index.ts'
import type { Form } from '../../web/request.ts'
import { lastsHoursMax, type OpenCampaign } from '../domain/open-campaign.ts'
import { type MemberKind, memberKinds } from '../domain/terms.ts'
import type { CampaignChoices } from '../store/campaign-choices.ts'
import {
  type MoreAnswers,
  type MoreProblem,
  moreFields,
  moreProblems,
  moreRule,
  moreTerms,
  noMoreAnswers,
  readMore,
} from './open-campaign-more-answers.ts'

export const organisationKinds = [
  'shop',
  'business',
  'care-home',
  'school',
  'hall',
  'park-home-site',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const holdings = ['pack', 'round', 'hours'] as const
export type Holding = (typeof holdings)[number]

export type CampaignAnswers = MoreAnswers & {
  readonly title: string
  readonly purpose: string
  readonly pack: string
  readonly memberKind: MemberKind | ''
  readonly lists: readonly string[]
  readonly withFlags: readonly PersonFlag[]
  readonly withoutFlags: readonly PersonFlag[]
  readonly kinds: readonly OrganisationKind[]
  readonly places: readonly Id[]
  readonly holding: Holding
  readonly hours: string
  readonly answerable: string
}

export const noCampaignAnswers: CampaignAnswers = {
  ...noMoreAnswers,
  title: '',
  purpose: '',
  pack: '',
  memberKind: '',
  lists: [],
  withFlags: [],
  withoutFlags: [],
  kinds: [],
  places: [],
  holding: 'pack',
  hours: '',
  answerable: '',
}

export function readCampaign(form: Form): CampaignAnswers {
  const some = <T extends string>(name: string, choices: readonly T[]): T[] =>
    choices.filter(one => form.all(name).includes(one))
  return {
    ...readMore(form),
    title: form.text('title'),
    purpose: form.text('purpose'),
    pack: form.text('pack'),
    memberKind: memberKinds.find(kind => kind === form.text('memberKind')) ?? '',
    lists: form.all('lists').filter(code => /^[a-z][a-z0-9-]{0,39}$/.test(code)),
    withFlags: some('withFlags', personFlags),
    withoutFlags: some('withoutFlags', personFlags),
    kinds: some('kinds', organisationKinds),
    places: form.all('places').filter(isId),
    holding: holdings.find(one => one === form.text('holding')) ?? 'pack',
    hours: form.text('hours'),
    answerable: form.text('answerable'),
  }
}

/** The answers as a form sends them, to be carried through the preview. */
export function fieldsOf(answers: CampaignAnswers): readonly [string, string][] {
  return Object.entries(answers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
}

export const campaignFields = [
  'title',
  'purpose',
  'pack',
  'memberKind',
  'lists',
  'withoutFlags',
  'places',
  'hours',
  'answerable',
  ...moreFields,
] as const
export type CampaignField = (typeof campaignFields)[number]
export type CampaignProblems = Partial<Record<CampaignField, CampaignProblem>>
export type CampaignProblem =
  | 'titleMissing'
  | 'titleLong'
  | 'purposeMissing'
  | 'purposeLong'
  | 'packMissing'
  | 'kindMissing'
  | 'listsMissing'
  | 'flagsBoth'
  | 'placesUnknown'
  | 'hoursWrong'
  | 'ownerMissing'
  | MoreProblem

const titleLettersMax = 200
const purposeLettersMax = 500

export function campaignProblems(
  answers: CampaignAnswers,
  choices: CampaignChoices,
): CampaignProblems {
  const { title, purpose, memberKind, lists, places, area } = answers
  const found: CampaignProblems = { ...moreProblems(answers, choices) }
  if (title === '') found.title = 'titleMissing'
  if (title.length > titleLettersMax) found.title = 'titleLong'
  if (purpose === '') found.purpose = 'purposeMissing'
  if (purpose.length > purposeLettersMax) found.purpose = 'purposeLong'
  if (!findPack(answers.pack)) found.pack = 'packMissing'
  if (memberKind === '') found.memberKind = 'kindMissing'
  if (memberKind === 'person' && lists.length === 0 && area === '') found.lists = 'listsMissing'
  if (answers.withFlags.some(flag => answers.withoutFlags.includes(flag)))
    found.withoutFlags = 'flagsBoth'
  const villages = new Set(choices.villages.map(village => village.id))
  if (places.some(place => !villages.has(place))) found.places = 'placesUnknown'
  if (answers.holding === 'hours' && hoursOf(answers) === undefined) found.hours = 'hoursWrong'
  if (!choices.owners.some(owner => owner.id === answers.answerable))
    found.answerable = 'ownerMissing'
  return found
}

function hoursOf({ hours }: CampaignAnswers): number | undefined {
  const found = /^\d{1,4}$/.test(hours) ? Number(hours) : 0
  return found >= 1 && found <= lastsHoursMax ? found : undefined
}

/** What is asked only of one kind of member is left out for the others. */
export function campaignInput(
  answers: CampaignAnswers,
  ids: { readonly campaign: Id; readonly round: Id },
): OpenCampaign {
  const { title, purpose, pack, answerable, holding, places } = answers
  const memberKind = answers.memberKind || 'person'
  const isPerson = memberKind === 'person'
  const hours = { pack: undefined, round: null, hours: hoursOf(answers) }[holding]
  const rule = {
    lists: isPerson ? [...answers.lists] : [],
    places: [...places],
    withFlags: isPerson ? [...answers.withFlags] : [],
    withoutFlags: isPerson ? [...answers.withoutFlags] : [],
    ...(memberKind === 'organisation' ? { kinds: [...answers.kinds] } : {}),
    ...moreRule(answers, isPerson),
  }
  const lasts = hours === undefined ? {} : { lastsHours: hours }
  const more = { ...lasts, ...moreTerms(answers) }
  return { ...ids, title, purpose, pack, memberKind, rule, answerable, ...more }
}
