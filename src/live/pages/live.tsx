// Where does a page say that something is new? In one quiet line that its script fills.
import type { Id } from '../../kernel/ids.ts'
import { addScript, addStyle } from '../../pages/assets.ts'
import { useLang } from '../../pages/strings/index.ts'
import { newMax } from '../store/count-new.ts'
import { liveStrings } from './strings.ts'

export const liveScript = addScript('live.js', 'src/live/pages/client/live.ts')
export const liveStyle = addStyle('live.css', 'src/live/pages/live.css')

export type LiveProps = {
  /** The permission that the page itself asks for. */
  may: string
  /** Capabilities whose events change the page. */
  kinds: readonly string[]
  /** `headOf`, read first in the transaction that reads the page. */
  since: number
  place?: Id
  /** The page's own address, with what it is filtered by. */
  here: string
}

export function Live({ may, kinds, since, place, here }: LiveProps) {
  const t = liveStrings(useLang())
  const asked = new URLSearchParams({ may, kinds: kinds.join(','), since: `${since}` })
  if (place) asked.set('place', place)
  return (
    <p
      class="ds-live"
      role="status"
      data-live={`/live?${asked}`}
      data-one={t.one}
      data-other={t.other}
      data-most={t.most}
      data-max={newMax}
    >
      <span hidden>
        <b></b> <a href={here}>{t.show}</a>
      </span>
    </p>
  )
}
