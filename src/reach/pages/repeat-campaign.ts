// A campaign is asked again: the same rule, from three weeks on, spread so that nobody is worn out.
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate } from '../../kernel/london.ts'
import { personFlags } from '../../people/index.ts'
import { type Ctx, reading } from '../../web/request.ts'
import { callerRoles } from '../domain/terms.ts'
import { findRule, type Meant } from '../store/find-rule.ts'
import { moreStrings } from './more-strings.ts'
import {
  type CampaignAnswers,
  noCampaignAnswers,
  organisationKinds,
} from './open-campaign-answers.ts'

const weeksAfter = 3
const perDayUsual = 100
const restDaysUsual = 14

export async function answersToRepeat(c: Ctx, campaign: Id): Promise<CampaignAnswers | undefined> {
  return reading(c, 'reach.run', async (tx, scope, now) => {
    const meant = scope.everywhere ? await findRule(tx, scope.council, campaign) : undefined
    return meant && repeated(meant, now)
  })
}

function repeated(meant: Meant, now: number): CampaignAnswers {
  const { rule, workers, spread, lastsHours } = meant
  const has = <T extends string>(all: readonly T[], some: readonly string[] | undefined) =>
    all.filter(one => some?.includes(one))
  const said = (n: number | undefined) => (n === undefined ? '' : `${n}`)
  return {
    ...noCampaignAnswers,
    title: moreStrings('en').again(meant.title).slice(0, 200),
    purpose: meant.purpose,
    pack: meant.pack,
    memberKind: meant.memberKind,
    lists: rule.lists,
    withFlags: has(personFlags, rule.withFlags),
    withoutFlags: has(personFlags, rule.withoutFlags),
    kinds: has(organisationKinds, rule.kinds),
    places: rule.places,
    holding: lastsHours === null ? 'pack' : lastsHours === 0 ? 'round' : 'hours',
    hours: lastsHours ? `${lastsHours}` : '',
    answerable: meant.answerable,
    area: rule.area ?? '',
    ageFrom: said(rule.ageFrom),
    ageTo: said(rule.ageTo),
    notReachedIn: rule.notReachedIn ?? '',
    roles: has(callerRoles, workers.roles),
    users: workers.users,
    workPlaces: workers.places,
    fromDay: londonDate(now + weeksAfter * 7 * dayMs),
    perDay: `${spread?.perDay ?? perDayUsual}`,
    restDays: `${spread?.restDays ?? restDaysUsual}`,
    repeats: meant.campaign,
  }
}
