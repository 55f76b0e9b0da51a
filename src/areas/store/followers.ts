// Who follows an area? Campaigns do; they say from outside what a new version means for them.
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Inside } from './who-is-inside.ts'

export type FollowAsk = {
  readonly tx: Tx
  readonly council: string
  readonly now: number
  readonly area: Id
  readonly version: Id
  readonly number: number
  readonly inside: Inside
}

/** What one campaign would do: how many join, leave and come back, and the drafts for it. */
export type Following = {
  readonly campaign: Id
  readonly title: string
  readonly joined: number
  readonly left: number
  readonly restored: number
  readonly drafts: readonly Draft[]
}

export type AreaFollower = (ask: FollowAsk) => Promise<readonly Following[]>

const followers: AreaFollower[] = []

/** Called once, where a capability is put together. */
export function addAreaFollower(follower: AreaFollower): void {
  if (!followers.includes(follower)) followers.push(follower)
}

export async function followersOf(ask: FollowAsk): Promise<readonly Following[]> {
  const all: Following[] = []
  for (const follower of followers) all.push(...(await follower(ask)))
  return all
}
