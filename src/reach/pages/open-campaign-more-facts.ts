// What else was chosen for a campaign, as its preview says it: only what was chosen.
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { CampaignChoices } from '../store/campaign-choices.ts'
import { moreStrings } from './more-strings.ts'
import { type MoreAnswers, moreTerms } from './open-campaign-more-answers.ts'

export function moreFacts(
  lang: Lang,
  answers: MoreAnswers,
  choices: CampaignChoices,
): readonly (readonly [string, string])[] {
  const t = moreStrings(lang)
  const { area, ageFrom, ageTo, notReachedIn, roles, users, perDay, restDays } = answers
  const nameIn = (all: readonly { id: string; name: string }[], id: string) =>
    all.find(one => one.id === id)?.name ?? ''
  const people = [
    ...roles.map(role => t.roleNames[role]),
    ...users.map(user => nameIn(choices.callers, user)),
    ...answers.workPlaces.map(place => t.whoIsOf(nameIn(choices.villages, place))),
  ]
  const rows: (readonly [string, string])[] = [
    [t.area, nameIn(choices.areas, area)],
    [t.ageFrom, ageFrom],
    [t.ageTo, ageTo],
    [t.notReachedIn, nameIn(choices.campaigns, notReachedIn)],
    [t.roles, people.join(', ')],
    [t.days, daysOf(lang, answers)],
    [t.perDay, perDay],
    [t.restDays, restDays],
  ]
  return rows.filter(([, said]) => said !== '')
}

function daysOf(lang: Lang, answers: MoreAnswers): string {
  const t = moreStrings(lang)
  const { startsAt, endsAt } = moreTerms(answers)
  if (startsAt === undefined && endsAt === undefined) return ''
  const day = (ms: number) => format(lang).date(ms)
  const until = endsAt === undefined ? t.noEnd : day(endsAt - 1)
  return t.between(startsAt === undefined ? t.now : day(startsAt), until)
}
