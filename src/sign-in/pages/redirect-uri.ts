// Where does a provider send people back to? One address for each council, to the letter.
import type { Ctx } from '../../web/request.ts'
import { originOf } from './door.ts'

export function redirectUri(c: Ctx, council: string = c.var.actor.council): string {
  return `${originOf(c)}/sign-in/${council}/sso/answer`
}
