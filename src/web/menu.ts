// Where does each role go, and where does it land? Never more than six items, some with more.
import type { RoleName } from '../access/index.ts'
import type { webStrings } from './strings.ts'

export type MenuItem = {
  readonly href: string
  readonly name: keyof ReturnType<typeof webStrings>['menu']
  /** Shown beneath, on the pages of this item. */
  readonly also?: readonly MenuItem[]
}

const today: MenuItem = { href: '/today', name: 'today' }
const mine: MenuItem = { href: '/today/mine', name: 'today' }
const campaigns: MenuItem = { href: '/campaigns', name: 'campaigns' }
const villages: MenuItem = { href: '/villages', name: 'villages' }
const calls: MenuItem = { href: '/call', name: 'calls' }
const inbound: MenuItem = { href: '/calls/inbound', name: 'inbound' }
const callBacks: MenuItem = { href: '/call-backs', name: 'callBacks' }
const people: MenuItem = { href: '/find', name: 'people' }
const lists: MenuItem = { href: '/lists', name: 'lists' }
const reviews: MenuItem = { href: '/reviews', name: 'reviews' }
const reads: MenuItem = { href: '/reads', name: 'reads' }
const mailings: MenuItem = { href: '/mailings', name: 'mailings' }
const sheets: MenuItem = { href: '/sheets', name: 'sheets' }
const replies: MenuItem = { href: '/replies', name: 'replies' }
const filesOut: MenuItem = { href: '/files-out', name: 'filesOut' }
const questions: MenuItem = { href: '/questions', name: 'questions' }
const openings: MenuItem = { href: '/openings', name: 'openings' }
const councilCopy: MenuItem = { href: '/council-copy', name: 'councilCopy' }
const erase: MenuItem = { href: '/erase', name: 'erase' }
const gaps: MenuItem = { href: '/gaps', name: 'gaps' }
const concerns: MenuItem = { href: '/concerns', name: 'concerns' }
const stops: MenuItem = { href: '/stops', name: 'stops' }
const escalations: MenuItem = { href: '/escalations', name: 'escalations' }
const problems: MenuItem = { href: '/problems', name: 'problems' }
const stopped: MenuItem = { href: '/stopped', name: 'stopped' }
const jobs: MenuItem = { href: '/jobs', name: 'jobs' }
const referrals: MenuItem = { href: '/referrals', name: 'referrals' }
const services: MenuItem = { href: '/services', name: 'services' }
const volunteers: MenuItem = { href: '/volunteers', name: 'volunteers' }
const myJobs: MenuItem = { href: '/my/jobs', name: 'myJobs' }
const users: MenuItem = { href: '/users', name: 'users' }
const signingIn: MenuItem = { href: '/sign-in-settings', name: 'signingIn' }
const tokens: MenuItem = { href: '/tokens', name: 'tokens' }
const messages: MenuItem = { href: '/messages', name: 'messages' }
const placeFiles: MenuItem = { href: '/places/files', name: 'placeFiles' }
const where: MenuItem = { href: '/places/where', name: 'where' }
const health: MenuItem = { href: '/health', name: 'health' }
const agreement: MenuItem = { href: '/agreement', name: 'agreement' }

const menus: Record<RoleName, readonly MenuItem[]> = {
  'hub-manager': [
    today,
    withAlso(campaigns, mailings, replies, sheets, filesOut),
    villages,
    withAlso(gaps, jobs, volunteers, referrals, services, concerns, escalations, problems, stops),
    ...[people, withAlso(lists, reviews)],
  ],
  'call-handler': [
    withAlso(calls, inbound, sheets, stopped),
    ...[callBacks, replies, people],
    withAlso(gaps, jobs, referrals, services, escalations, problems),
  ],
  'village-coordinator': [
    mine,
    withAlso(villages, sheets),
    withAlso(calls, inbound, stopped),
    withAlso(jobs, volunteers, referrals, services, gaps, escalations, problems),
    callBacks,
    people,
  ],
  officer: [
    withAlso(campaigns, mailings, replies, sheets, filesOut),
    villages,
    withAlso(gaps, jobs, volunteers, referrals, services, concerns, escalations, problems, stops),
    ...[people, reviews, where],
  ],
  'data-protection-officer': [reads, questions, openings, filesOut, councilCopy, erase],
  'system-administrator': [
    withAlso(users, questions),
    ...[signingIn, tokens, messages, placeFiles],
    withAlso(health, councilCopy),
  ],
  councillor: [mine, villages, campaigns, people, withAlso(escalations, problems, services)],
  'village-group': [
    withAlso(calls, stopped),
    callBacks,
    withAlso(gaps, services, escalations, problems),
    agreement,
  ],
  volunteer: [myJobs, stopped],
}

function withAlso(item: MenuItem, ...also: readonly MenuItem[]): MenuItem {
  return { ...item, also }
}

export function menuOf(role: RoleName | undefined): readonly MenuItem[] {
  return role ? menus[role] : []
}

/** The first page after signing in. */
export function landingOf(role: RoleName | undefined): string {
  return menuOf(role)[0]?.href ?? '/standing'
}
