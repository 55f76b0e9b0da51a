// What does the button do, in the order in which it does it?
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Textarea, WarningText } from '../../pages/govuk/index.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { isHalfGone } from '../domain/half-gone.ts'
import type { Preview } from '../store/preview.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { Count, rowsHref } from './parts.tsx'
import { listStrings } from './strings.ts'
import { versionStrings } from './version-strings.ts'

type RailProps = { file: WaitingFile; preview: Preview; isUnsaid?: boolean }

export function LoadRail({ file, preview, isUnsaid = false }: RailProps) {
  const lang = useLang()
  const t = listStrings(lang)
  const base = `/lists/files/${file.id}`
  const { counts } = preview
  const isHalf = isHalfGone(preview)
  return (
    <section class="ds-rail" aria-labelledby="h-load" id="load">
      <div class="ds-panel">
        <h2 class="ds-h2" id="h-load">
          {t.ifLoaded}
        </h2>
        <p class="ds-notyet">
          <Icon name="later" /> {t.nothingWritten}
        </p>
        <Effects preview={preview} base={base} />
        <form method="post" action={`${base}/load`} class="ds-act">
          <input type="hidden" name="command" value={newId()} />
          <input type="hidden" name="digest" value={preview.digest} />
          {isHalf && <Shrinking preview={preview} isUnsaid={isUnsaid} />}
          <button class="ds-button" type="submit" data-prevent-double-click="true">
            {isHalf
              ? versionStrings(lang).shrinkButton
              : t.loadButton(counts.rows, format(lang).number(counts.rows))}
          </button>
          <p class="ds-small ds-quiet">{t.loadNote}</p>
        </form>
        <form method="post" action={`${base}/throw-away`}>
          <button class="ds-link-button" type="submit">
            {t.throwAway}
          </button>
        </form>
      </div>
    </section>
  )
}

/** Stop and ask: half of the list gone is more likely a cut file than the truth. */
function Shrinking({ preview, isUnsaid }: { preview: Preview; isUnsaid: boolean }) {
  const lang = useLang()
  const t = versionStrings(lang)
  const { number } = format(lang)
  const { dropped, onBoth } = preview
  return (
    <>
      <WarningText>{t.shrinkTitle}</WarningText>
      <p>{t.shrinkBody(number(dropped), number(dropped + onBoth))}</p>
      <Textarea
        name="shrinkReason"
        label={t.shrinkReason}
        rows={2}
        {...(isUnsaid ? { errorMessage: t.shrinkError } : {})}
      />
    </>
  )
}

function Effects({ preview, base }: { preview: Preview; base: string }) {
  const lang = useLang()
  const t = listStrings(lang)
  const { number } = format(lang)
  const { counts, died, withdrawn, dropped, addedPeople, knownPeople } = preview
  const n = (count: number, filter: Parameters<typeof rowsHref>[1]) => ({
    n: <Count n={count} href={rowsHref({ base }, filter)} />,
  })
  return (
    <ol class="ds-willdo">
      <li>
        <b>{fill(t.willStop, n(died, { died: true }))}</b> <small>{t.willStopNote}</small>
      </li>
      {withdrawn > 0 && (
        <li>
          <b>{fill(t.willWithdraw(withdrawn), n(withdrawn, { reason: 'withdrawn' }))}</b>{' '}
          <small>{t.willWithdrawNote}</small>
        </li>
      )}
      <li>
        <b>{fill(t.willAdd(counts.accepted), n(counts.accepted, { outcome: 'accepted' }))}</b>{' '}
        <small>{t.willAddNote(number(addedPeople), number(knownPeople))}</small>
      </li>
      <li>
        <b>{fill(t.willChange(counts.changed), n(counts.changed, { outcome: 'changed' }))}</b>{' '}
        <small>{t.willChangeNote}</small>
      </li>
      <li>
        <b>
          {fill(
            t.willHold(counts.needs_review),
            n(counts.needs_review, { outcome: 'needs_review' }),
          )}
        </b>
      </li>
      <li>
        <b>{fill(t.willDrop, { n: <Count n={dropped} href={`${base}/dropped`} /> })}</b>
      </li>
    </ol>
  )
}
