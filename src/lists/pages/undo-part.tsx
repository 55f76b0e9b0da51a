// Can this load still be undone, or has it been? Said on the page of its version.
import { format } from '../../pages/format.ts'
import { Notice } from '../../pages/notice.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { Version } from '../store/queries.ts'
import { versionStrings } from './version-strings.ts'

/** At the top of a version that no longer stands. */
export function UndoneNote({ version }: { version: Version }) {
  const lang = useLang()
  const t = versionStrings(lang)
  if (version.undoneAt === null) return null
  const when = format(lang).timeAndDate(version.undoneAt)
  if (version.isPurged) return <Notice icon="close">{t.purged(when)}</Notice>
  return (
    <Notice icon="undo">
      <b>{t.undone(when, version.undoneByName ?? t.nobody)}</b> {t.undoneWhy} {version.undoReason}
      {'. '}
      {t.undoneKept}
    </Notice>
  )
}

export function UndoPart({ version, mayUndo }: { version: Version; mayUndo: boolean }) {
  const t = versionStrings(useLang())
  if (!mayUndo) return null
  return (
    <section class="ds-section" aria-labelledby="h-undo">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-undo">
          {t.undoHeading}
        </h2>
      </div>
      {version.undoAskedByName && <p>{t.undoAsked(version.undoAskedByName)}</p>}
      <p class="ds-buttons">
        <a class="ds-button ds-button--second" href={`/lists/versions/${version.id}/undo`}>
          {t.undoLink}
        </a>
      </p>
    </section>
  )
}

export function ShrinkNote({ version }: { version: Version }) {
  const t = versionStrings(useLang())
  if (version.shrinkReason === null) return null
  return (
    <Notice>
      {t.shrunk} {version.shrinkReason}
    </Notice>
  )
}
