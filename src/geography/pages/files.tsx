// Which files of places were loaded, and where is the next one handed in?
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, FileUpload } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type Version, versionsOf } from '../store/versions.ts'
import { type WaitingFile, waitingFiles } from '../store/waiting-file.ts'
import { geographyStrings } from './strings.ts'

export async function showFiles(c: Ctx) {
  return filesPage(c, {})
}

type Wrong = { readonly error?: string }

export async function filesPage(c: Ctx, { error }: Wrong) {
  const found = await reading(c, 'places.load', async (tx, scope) =>
    scope.everywhere
      ? { versions: await versionsOf(tx, scope), waiting: await waitingFiles(tx, scope) }
      : undefined,
  )
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/places/files')
  const t = geographyStrings(context.lang)
  return c.html(
    <Page context={context} title={t.files} hasErrors={error !== undefined}>
      {error && <ErrorSummary errorList={[{ text: error, href: '#file' }]} />}
      <h1 class="ds-h1">{t.files}</h1>
      <p>{t.filesLead}</p>
      <form method="post" action="/places/files" enctype="multipart/form-data">
        <FileUpload
          name="file"
          label={t.chooseFile}
          hint={t.chooseHint}
          {...(error ? { errorMessage: error } : {})}
        />
        <Button text={t.readFile} />
      </form>
      <p class="ds-quiet">{t.understood}</p>
      <p>
        <a href="/places/map">{t.map}</a>
      </p>
      <Waiting files={found.waiting} />
      <Versions versions={found.versions} />
      {found.versions.length > 0 && <TakeLinks at={takeAddress(c, 'places.load')} />}
    </Page>,
    error === undefined ? 200 : 422,
  )
}

function Waiting({ files }: { files: readonly WaitingFile[] }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  if (files.length === 0) return null
  return (
    <section class="ds-section" aria-labelledby="h-waiting">
      <h2 class="ds-h2" id="h-waiting">
        {t.waiting}
      </h2>
      <ul class="govuk-list">
        {files.map(({ id, name, receivedAt }) => (
          <li>
            <a href={`/places/files/${id}`}>{name}</a> {format(lang).row(receivedAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const outcomes = ['accepted', 'changed', 'unchanged', 'needs_review', 'refused'] as const

function Versions({ versions }: { versions: readonly Version[] }) {
  const t = geographyStrings(useLang())
  const names = t.columns
  return (
    <section class="ds-section" aria-labelledby="h-versions">
      <h2 class="ds-h2" id="h-versions">
        {t.versions}
      </h2>
      {versions.length === 0 ? (
        <p>{t.versionsNone}</p>
      ) : (
        <table class="ds-table">
          <caption class="ds-hide">{t.versions}</caption>
          <thead>
            <tr>
              <th scope="col">{names.version}</th>
              <th scope="col">{names.kind}</th>
              <th scope="col" class="ds-wide">
                {names.edition}
              </th>
              <th scope="col">{names.loaded}</th>
              {outcomes.map(outcome => (
                <th scope="col" class="ds-number ds-wide">
                  {t.outcomes[outcome]}
                </th>
              ))}
              <th scope="col" class="ds-number">
                {names.rows}
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.map(version => (
              <VersionRow version={version} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function VersionRow({ version }: { version: Version }) {
  const lang = useLang()
  const t = geographyStrings(lang)
  const { number, row } = format(lang)
  return (
    <tr>
      <th scope="row">
        <a href={`/places/versions/${version.id}`}>{t.version(version.number)}</a>
      </th>
      <td>
        {t.kinds[version.kind]}
        {version.undoneAt && (
          <>
            {'. '}
            {t.undone}
          </>
        )}
      </td>
      <td class="ds-wide">{version.edition ? t.editionYear(version.edition) : ''}</td>
      <td>{row(version.loadedAt)}</td>
      {outcomes.map(outcome => (
        <td class="ds-number ds-wide">{number(version[outcome])}</td>
      ))}
      <td class="ds-number">{number(version.rows)}</td>
    </tr>
  )
}
