// What does a page need to know about who reads it? The frame, the menu of the role, the council.
import type { Context } from 'hono'
import type { RoleName } from '../access/index.ts'
import type { Council } from '../events/index.ts'
import { listCouncils } from '../events/index.ts'
import type { Node } from '../node.ts'
import type { NavItem, PageContext } from '../pages/layout.tsx'
import type { Lang } from '../pages/strings/index.ts'
import { menuOf } from './menu.ts'
import type { Ctx } from './request.ts'
import { webStrings } from './strings.ts'

const councils = new WeakMap<Node, Map<string, Council>>()

/** `current` is the address of the menu item that this page belongs to. */
export async function pageContext(c: Ctx, current?: string): Promise<PageContext> {
  const { node, actor } = c.var
  const council = actor ? await councilOf(node, actor.council) : undefined
  return {
    lang: langOf(c),
    council: { id: council?.id ?? '', name: council?.name ?? '' },
    ...(actor ? { user: { name: actor.name, roleName: roleLabel(c) } } : {}),
    nav: actor ? menu(c, current) : [],
    practice: council?.practice ?? false,
    csrf: '',
    path: c.req.path,
  }
}

/** The role that a person works in most: the first grant in force. */
export function mainRole(c: Ctx): RoleName | undefined {
  const now = c.var.node.clock.now()
  const inForce = c.var.actor.grants.filter(
    grant => grant.from <= now && (grant.until === null || now < grant.until),
  )
  return inForce[0]?.role
}

/** Tests read pages in pseudo text, to find words that nobody could translate. Nobody else may. */
export function langOf(c: Context): Lang {
  const isTest = process.env.NODE_ENV === 'test'
  return isTest && c.req.header('x-doorstep-lang') === 'pseudo' ? 'pseudo' : 'en'
}

function roleLabel(c: Ctx): string {
  const role = mainRole(c)
  return role ? webStrings(langOf(c)).roles[role] : ''
}

function menu(c: Ctx, current: string | undefined): NavItem[] {
  const t = webStrings(langOf(c))
  return menuOf(mainRole(c)).map(item => ({
    href: item.href,
    label: t.menu[item.name],
    current: item.href === current,
  }))
}

async function councilOf(node: Node, id: string): Promise<Council | undefined> {
  const known = councils.get(node) ?? new Map<string, Council>()
  councils.set(node, known)
  if (!known.has(id)) for (const one of await listCouncils(node)) known.set(one.id, one)
  return known.get(id)
}
