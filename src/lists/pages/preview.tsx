// What would loading this file do? Read left, act right; nothing is written yet.
import { recordRead } from '../../access/index.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { Notice } from '../../pages/notice.tsx'
import { RowsSum } from '../../pages/pictures/index.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { entryChanges } from '../domain/entry.ts'
import type { Preview } from '../store/preview.ts'
import { versionOfChecksum } from '../store/queries.ts'
import { type ColumnSample, columnSamples, type WaitingFile } from '../store/waiting-file.ts'
import { showReading } from './being-read.tsx'
import { LoadRail } from './load-rail.tsx'
import { Count, listName, rowsHref } from './parts.tsx'
import { ColumnsSection, KnownSection, NeedsSection } from './preview-sections.tsx'
import { RefusedFile } from './refused-file.tsx'
import { listStrings } from './strings.ts'
import { fileAsked } from './upload.ts'
import { versionStrings } from './version-strings.ts'

export async function showFile(c: Ctx) {
  const file = await fileAsked(c)
  if (file?.state === 'arrived') return showReading(c, file)
  if (!file?.reading || file.state === 'thrown-away') return notFoundPage(c)
  const { samples, before } = await reading(c, 'lists.read', async (tx, scope, now) => {
    const { list, checksum } = file
    await recordRead(tx, scope, {
      what: 'open',
      route: '/lists/files',
      subjects: [file.id],
      at: now,
    })
    return {
      samples: await columnSamples(tx, scope, file.id),
      before: await versionOfChecksum(tx, scope.council, { list, checksum }),
    }
  })
  if (before) return c.redirect(`/lists/versions/${before.id}?again=1`, 303)
  const context = await pageContext(c, '/lists')
  if ('problem' in file.reading) {
    return c.html(<RefusedFile context={context} file={file} problem={file.reading} />)
  }
  const isMoved = c.req.query('moved') === '1'
  const isUnsaid = c.req.query('unsaid') === '1'
  return c.html(
    <PreviewPage {...{ context, file, samples, isMoved, isUnsaid, preview: file.reading }} />,
  )
}

export type PreviewProps = {
  context: PageContext
  file: WaitingFile
  preview: Preview
  samples: readonly ColumnSample[]
  isMoved: boolean
  /** Half of the list would go, and nobody said why that is right. */
  isUnsaid: boolean
}

function PreviewPage(props: PreviewProps) {
  const { context, file, preview, samples, isMoved, isUnsaid } = props
  const t = listStrings(context.lang)
  const base = `/lists/files/${file.id}`
  const crumbs = [{ href: '/lists', label: t.lists }, { label: listName(context.lang, file.list) }]
  return (
    <Page context={context} title={t.upload} breadcrumbs={crumbs} hasErrors={isUnsaid}>
      {isUnsaid && (
        <ErrorSummary
          errorList={[{ text: versionStrings(context.lang).shrinkError, href: '#shrinkReason' }]}
        />
      )}
      {isMoved && <Notice>{t.movedOn}</Notice>}
      <Headline preview={preview} base={base} />
      <KnownSection file={file} preview={preview} />
      <p class="ds-jump">
        <a href="#load">{t.toLoad}</a>
      </p>
      <div class="ds-read">
        <div>
          <ChangesSection preview={preview} base={base} />
          <NeedsSection preview={preview} base={base} />
          <ColumnsSection file={file} preview={preview} samples={samples} />
        </div>
        <LoadRail file={file} preview={preview} isUnsaid={isUnsaid} />
      </div>
    </Page>
  )
}

type InPreview = { preview: Preview; base: string }

function Headline({ preview, base }: InPreview) {
  const lang = useLang()
  const t = listStrings(lang)
  const { counts, addedPeople, dropped, died } = preview
  const added = <Count n={addedPeople} href={rowsHref({ base }, { outcome: 'accepted' })} />
  const droppedRows = <Count n={dropped} href={`${base}/dropped`} />
  const diedRows = <Count n={died} href={rowsHref({ base }, { died: true })} />
  const needs = (
    <Count n={counts.needs_review} href={rowsHref({ base }, { outcome: 'needs_review' })} />
  )
  return (
    <h1 class="ds-h1 ds-headline">
      <span class="ds-headline__first">
        {fill(t.previewFirst, { added, dropped: droppedRows })}
      </span>
      <span class="ds-headline__rest">{fill(t.previewRest, { died: diedRows, needs })}</span>
    </h1>
  )
}

function ChangesSection({ preview, base }: InPreview) {
  const t = listStrings(useLang())
  const { counts, previous, changes } = preview
  const kinds = entryChanges
  return (
    <section class="ds-section" aria-labelledby="h-rows">
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-rows">
          {t.whatChanges}
        </h2>
        {previous && <span class="ds-small ds-quiet">{t.against(previous.number)}</span>}
      </div>
      <RowsSum
        counts={shownRows(counts)}
        href={state => rowsHref({ base }, filters[state])}
        width={800}
      />
      {counts.changed > 0 && (
        <>
          <h3 class="ds-h3">{t.changesHeading}</h3>
          <ul class="ds-why">
            {kinds
              .filter(kind => changes[kind])
              .map(change => (
                <li>
                  <Icon name="now" />
                  <span>
                    <Count
                      n={changes[change] ?? 0}
                      href={rowsHref({ base }, { outcome: 'changed', change })}
                    />{' '}
                    {t.change[change]}
                  </span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The row states of a picture, from the outcomes of the record. */
export function shownRows(counts: Preview['counts']) {
  return {
    rows: counts.rows,
    added: counts.accepted,
    changed: counts.changed,
    same: counts.unchanged,
    needs: counts.needs_review,
    notLoaded: counts.rejected,
  }
}

export const filters = {
  rows: {},
  added: { outcome: 'accepted' },
  changed: { outcome: 'changed' },
  same: { outcome: 'unchanged' },
  needs: { outcome: 'needs_review' },
  notLoaded: { outcome: 'rejected' },
} as const
