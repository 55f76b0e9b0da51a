// What must a printed sheet say about itself? Whose, what, when, by whom, and when to destroy it.
import { format } from '../../pages/format.ts'
import type { PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { pictureWords } from './strings.ts'

/** Paper with figures about people is destroyed within four weeks. */
export const paperDaysMax = 28

export type PrintLineProps = { context: PageContext; what: string; at: number; now: number }

export function PrintLine({ context, what, at, now }: PrintLineProps) {
  const lang = useLang()
  const show = format(lang)
  return (
    <p class="ds-print">
      {pictureWords(lang).printLine({
        council: context.council.name,
        what,
        at: show.timeAndDate(at),
        by: context.user?.name ?? '',
        destroy: show.shortDate(now + paperDaysMax * 86_400_000),
      })}
    </p>
  )
}
