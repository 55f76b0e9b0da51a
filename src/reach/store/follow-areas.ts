// An area is drawn anew: what does each campaign that follows it do?
import type { FollowAsk, Following } from '../../areas/index.ts'
import { followDrafts } from '../domain/join-cohort.ts'
import { rulesThatFollow } from './find-rule.ts'
import { newcomersOf } from './join-cohort.ts'

export async function followArea(ask: FollowAsk): Promise<readonly Following[]> {
  const { tx, council, now, version, number, inside } = ask
  const all: Following[] = []
  for (const meant of await rulesThatFollow(tx, council, { area: ask.area })) {
    const area = { version, number, inside }
    const state = await newcomersOf(tx, meant, { council, now, area })
    const left = state.turned.filter(one => one.reason !== null).length
    const { campaign, title } = meant
    all.push({
      ...{ campaign, title, joined: state.newcomers.length, left },
      restored: state.turned.length - left,
      drafts: followDrafts(state, { campaign, now }),
    })
  }
  return all
}
