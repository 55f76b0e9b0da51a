// What does this process do by itself, when last, and did it fail?
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Health } from '../read-health.ts'
import { healthStrings } from './strings.ts'

export function TaskSection({ tasks }: Pick<Health, 'tasks'>) {
  const lang = useLang()
  const t = healthStrings(lang)
  const { number, row } = format(lang)
  return (
    <section aria-labelledby="h-tasks">
      <h2 class="ds-h2 ds-section" id="h-tasks">
        {t.tasks}
      </h2>
      {tasks.length === 0 ? (
        <p>{t.tasksNone}</p>
      ) : (
        <table class="ds-table">
          <caption class="ds-hide">{t.tasks}</caption>
          <thead>
            <tr>
              <th scope="col">{t.task}</th>
              <th scope="col">{t.lastRun}</th>
              <th scope="col" class="ds-number ds-wide">
                {t.took}
              </th>
              <th scope="col" class="ds-number">
                {t.failures}
              </th>
            </tr>
          </thead>
          <tbody>
            {tasks.map(one => (
              <tr>
                <th scope="row">{t.names[one.name] ?? one.name}</th>
                <td>{row(one.lastAt)}</td>
                <td class="ds-number ds-wide">{t.milliseconds(number(Math.round(one.lastMs)))}</td>
                <td class="ds-number">{number(one.failures)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
