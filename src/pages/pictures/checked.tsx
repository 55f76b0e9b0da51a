// Was this figure counted again from the log? Only said when it was.
import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from '../sprite.tsx'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'

/** `at` is already formatted; children replace the usual sentence. */
export function Checked({ at, children }: PropsWithChildren<{ at?: string }>) {
  const t = pictureStrings(useLang())
  return (
    <p class="ds-checked">
      <Icon name="tick" tone="done" />
      <span>{children ?? t.checked(at ?? '')}</span>
    </p>
  )
}
