// The pages of the frame itself: what Doorstep is, whom it shuts out, and who looked at what.
import { capability, type RouteRule } from '../../events/capability.ts'
import { showAccessibility } from './accessibility.tsx'
import { showHelp } from './help.tsx'
import { chooseLanguage } from './language.ts'
import { showPrivacy } from './privacy.tsx'

const routes: readonly RouteRule[] = [
  { method: 'get', path: '/language/:lang', may: 'public', handler: chooseLanguage },
  { method: 'get', path: '/help', may: 'public', handler: showHelp },
  { method: 'get', path: '/accessibility', may: 'public', handler: showAccessibility },
  { method: 'get', path: '/privacy', may: 'public', handler: showPrivacy },
]

export const web = capability({ name: 'web', hasMigrations: false, routes })
