// One sentence that the reader has to know before the rest of the page: an icon beside it.
import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './sprite.tsx'

export function Notice({ icon = 'needs', children }: { icon?: IconName; children: Child }) {
  return (
    <p class="ds-then">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
