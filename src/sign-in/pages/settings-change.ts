// The provider is set, tried out or turned off; a group is given a role, or loses it.
import { z } from 'zod'
import { roleNames } from '../../access/index.ts'
import { listCouncils } from '../../events/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, type Form, formOf } from '../../web/request.ts'
import { addGroupRole, placeProblem, removeGroupRole } from '../domain/group-roles.ts'
import { isIssuer, type SetProvider, setProvider } from '../domain/set-provider.ts'
import { connect } from '../sso/provider-client.ts'
import { dropSecret, findSecret, saveSecret } from '../store/provider.ts'
import { type Problems, showPage } from './settings.tsx'
import { depart } from './sso.ts'

export async function saveSettings(c: Ctx) {
  const form = await formOf(c)
  const provider = providerOf(form)
  const { keys } = c.var.node.store
  const { council } = c.var.actor
  const known = await inTx(c, tx => findSecret(tx, keys, council))
  const clientSecret = form.text('clientSecret') || known?.clientSecret || ''
  const problems = problemsOf(provider, clientSecret)
  if (Object.keys(problems).length > 0) return showPage(c, { provider, problems })
  const sendsTo = await askWhere(provider, clientSecret)
  if (!sendsTo) return showPage(c, { provider, problems: { issuer: 'issuerAway' } })
  const done = await actFor(c, setProvider, { id: form.commandId(), input: provider })
  if (isRefusal(done)) return refusalPage(c, done)
  await inTx(c, tx => saveSecret(tx, keys, { council, clientSecret, sendsTo }))
  return c.redirect('/sign-in-settings', 303)
}

function providerOf(form: Form): SetProvider {
  return {
    issuer: form.text('issuer'),
    clientId: form.text('clientId'),
    nameClaim: form.text('nameClaim'),
    emailClaim: form.text('emailClaim'),
    groupsClaim: form.text('groupsClaim'),
    trustsEmail: form.text('trustsEmail') === 'yes',
  }
}

function problemsOf(provider: SetProvider, secret: string): Problems {
  const isShort = (text: string) => text !== '' && text.length <= 200
  const claims = ['nameClaim', 'emailClaim', 'groupsClaim'] as const
  return {
    ...(isIssuer(provider.issuer) && provider.issuer.length <= 500
      ? {}
      : { issuer: 'issuerWrong' }),
    ...(isShort(provider.clientId) ? {} : { clientId: 'clientIdMissing' }),
    ...(isShort(secret) ? {} : { clientSecret: 'clientSecretMissing' }),
    ...Object.fromEntries(
      claims.filter(name => !isShort(provider[name])).map(name => [name, 'claimMissing']),
    ),
  }
}

/** A provider that does not answer now would shut everybody out later. */
async function askWhere(provider: SetProvider, secret: string): Promise<string | undefined> {
  try {
    const metadata = (await connect({ ...provider, secret })).serverMetadata()
    return metadata.authorization_endpoint
  } catch {
    return undefined
  }
}

/** Those who signed in with it stay in until their session ends; nobody new comes by it. */
export async function removeSettings(c: Ctx) {
  const off = { issuer: '', clientId: '', trustsEmail: false }
  const claims = { nameClaim: 'name', emailClaim: 'email', groupsClaim: 'groups' }
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, setProvider, { id, input: { ...off, ...claims } })
  if (isRefusal(done)) return refusalPage(c, done)
  await inTx(c, tx => dropSecret(tx, c.var.actor.council))
  return c.redirect('/sign-in-settings', 303)
}

export async function testSettings(c: Ctx) {
  const { node, actor } = c.var
  const council = (await listCouncils(node)).find(one => one.id === actor.council)
  if (!council) return notFoundPage(c)
  return depart(c, council, { kind: 'sso-test', user: actor.id, returnTo: null })
}

export async function saveGroup(c: Ctx) {
  const form = await formOf(c)
  const group = {
    group: form.text('group'),
    role: form.text('role'),
    place: form.text('place'),
    purpose: form.text('purpose'),
  }
  const role = z.enum(roleNames).safeParse(group.role).data
  const misplaced = role && placeProblem(role, group.place !== '')
  const problems: Problems = {
    ...(group.group !== '' && group.group.length <= 200 ? {} : { group: 'groupMissing' }),
    ...(role ? {} : { role: 'roleMissing' }),
    ...(misplaced ? { place: misplaced } : {}),
    ...(group.purpose !== '' && group.purpose.length <= 200 ? {} : { purpose: 'purposeMissing' }),
  }
  if (Object.keys(problems).length > 0) return showPage(c, { group, problems })
  const input = { ...group, rule: newId(), place: group.place || null }
  const done = await actFor(c, addGroupRole, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/sign-in-settings', 303)
}

export async function removeGroup(c: Ctx) {
  const rule = c.req.param('rule') ?? ''
  if (!isId(rule)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, removeGroupRole, { id, input: { rule } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/sign-in-settings', 303)
}

function inTx<T>(c: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { node, actor } = c.var
  return node.store.transaction({ council: actor.council, actor: actor.id }, work)
}
