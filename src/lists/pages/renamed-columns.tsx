// Which columns may have a new name? Never taken without a person's word: a wrong guess would give
// everybody a wrong birthday.
import { Button } from '../../pages/govuk/index.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Renamed } from '../domain/header.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { mappingStrings } from './mapping-strings.ts'
import { listStrings } from './strings.ts'

type Props = { file: WaitingFile; suggestions: readonly Renamed[] }

export function RenamedColumns({ file, suggestions }: Props) {
  const lang = useLang()
  const t = listStrings(lang)
  if (suggestions.length === 0) return null
  return (
    <form class="ds-renamed" method="post" action={`/lists/files/${file.id}/renamed`}>
      <h3 class="ds-h3">{mappingStrings(lang).renamedTitle}</h3>
      {suggestions.map(({ column, header }) => (
        <>
          <p class="govuk-body">
            {fill(t.perhaps, {
              header: <span class="ds-asgot">{header}</span>,
              column: <span class="ds-asgot">{column}</span>,
            })}
          </p>
          <label class="ds-choice">
            <input type="checkbox" name="renamed" value={`${column}\u001f${header}`} />{' '}
            {t.takeAs(header, column)}
          </label>
        </>
      ))}
      <Button text={t.readFile} />
    </form>
  )
}
