// What do a provider's claims say in our words: a name, an address, the groups?
import { z } from 'zod'
import type { LetIn } from '../domain/let-in.ts'
import type { Provider } from '../store/provider.ts'
import type { Claims } from './provider-client.ts'

const groupsMax = 2_000

/** Groups that cannot be read are not no groups: nobody loses every role by being in many. */
export function readClaims(provider: Provider, claims: Claims): LetIn | 'groups-unreadable' {
  const groups = readGroups(claims, provider.groupsClaim)
  if (!groups) return 'groups-unreadable'
  const email = z.email().max(254).safeParse(claims[provider.emailClaim])
  return {
    issuer: provider.issuer,
    subject: claims.sub,
    name: nameOf(claims[provider.nameClaim]),
    email: email.success ? email.data : null,
    isEmailVerified: email.success && (provider.trustsEmail || claims.email_verified === true),
    groups,
  }
}

function nameOf(value: unknown): string | null {
  const name = typeof value === 'string' ? value.trim().slice(0, 200) : ''
  return name === '' ? null : name
}

/** Entra ID leaves the groups out and names another address for them when there are very many. */
function readGroups(claims: Claims, claim: string): string[] | undefined {
  const elsewhere = claims._claim_names
  if (typeof elsewhere === 'object' && elsewhere !== null && claim in elsewhere) return undefined
  const value = claims[claim]
  if (value === undefined || value === null) return []
  const groups = typeof value === 'string' ? [value] : value
  const isList = Array.isArray(groups) && groups.every(one => typeof one === 'string')
  return isList && groups.length <= groupsMax ? (groups as string[]) : undefined
}
