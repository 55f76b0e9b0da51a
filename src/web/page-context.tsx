// What does a page need to know about who reads it? The frame, the menu of the role, the council.
import { routePath } from 'hono/route'
import { isInForce, isOutside, type RoleName } from '../access/index.ts'
import type { Council } from '../events/index.ts'
import { listCouncils } from '../events/index.ts'
import type { Node } from '../node.ts'
import type { NavItem, PageContext } from '../pages/layout.tsx'
import { bannersFor } from './banners.tsx'
import { chosenLang, pageLang } from './language.ts'
import { type MenuItem, menuOf } from './menu.ts'
import { isWaiting, lateCounts } from './menu-counts.ts'
import type { Ctx } from './request.ts'
import { webStrings } from './strings.ts'

const councils = new WeakMap<Node, Map<string, Council>>()

/** `current` is the address of the menu item that this page belongs to. */
export async function pageContext(c: Ctx, current?: string): Promise<PageContext> {
  const { node, actor } = c.var
  const council = actor ? await councilOf(node, actor.council) : undefined
  const banners = actor ? await bannersFor(c) : undefined
  return {
    lang: pageLang(c),
    chosen: chosenLang(c),
    council: { id: council?.id ?? '', name: council?.name ?? '' },
    ...(actor ? { user: { name: actor.name, roleName: roleLabel(c) } } : {}),
    nav: actor ? await menu(c, current) : [],
    practice: council?.practice ?? false,
    isUnprinted: actor !== undefined && isOutsider(c),
    ...emergencyOf(c),
    ...(banners && { banners }),
    csrf: '',
    path: hereOf(c),
  }
}

/** The opening that ends last, if one is in force. */
function emergencyOf(c: Ctx): Pick<PageContext, 'emergency'> {
  const { node, actor } = c.var
  const now = node.clock.now()
  const open = (actor?.openings ?? []).filter(one => one.from <= now && now < one.until)
  const last = open.toSorted((a, b) => a.until - b.until).at(-1)
  return last ? { emergency: { until: last.until, href: `/openings/${last.id}` } } : {}
}

/**
 * Where the language switch leads back to. The answer to a form has no address of its own, and
 * the address of a page for one signed-out reader is a secret.
 */
function hereOf(c: Ctx): string {
  const isSecret = !c.var.actor && routePath(c, -1).includes(':')
  if (c.req.method !== 'GET' || isSecret) return '/'
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/** The role that a person works in most: the first grant in force. */
export function mainRole(c: Ctx): RoleName | undefined {
  const now = c.var.node.clock.now()
  return c.var.actor.grants.find(grant => isInForce(grant, now))?.role
}

/** Works here from outside alone: whoever is also staff prints as staff do. */
function isOutsider(c: Ctx): boolean {
  const now = c.var.node.clock.now()
  const held = c.var.actor.grants.filter(grant => isInForce(grant, now))
  return held.length > 0 && held.every(grant => isOutside(grant.role))
}

function roleLabel(c: Ctx): string {
  const role = mainRole(c)
  return role ? webStrings(chosenLang(c)).roles[role] : ''
}

async function menu(c: Ctx, current: string | undefined): Promise<NavItem[]> {
  const t = webStrings(chosenLang(c))
  const late = await lateCounts(c.var.node, c.var.actor)
  const shown = ({ href, name, also = [] }: MenuItem): NavItem => {
    const beneath = also.map(shown)
    const all = [href, ...also.map(one => one.href)]
    const n = all.reduce((sum, one) => sum + (late.get(one) ?? 0), 0)
    const say = all.some(one => late.get(one) && !isWaiting(one)) ? t.late : t.waiting
    const label = n === 0 ? t.menu[name] : say(t.menu[name], String(n))
    return { href, label, current: all.includes(current ?? ''), also: beneath }
  }
  return menuOf(mainRole(c)).map(shown)
}

async function councilOf(node: Node, id: string): Promise<Council | undefined> {
  const known = councils.get(node) ?? new Map<string, Council>()
  councils.set(node, known)
  if (!known.has(id)) for (const one of await listCouncils(node)) known.set(one.id, one)
  return known.get(id)
}
