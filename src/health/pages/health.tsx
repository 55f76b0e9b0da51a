// Is Doorstep well, is there a backup that holds, and what needs somebody today?
import type { Child } from 'hono/jsx'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { productVersion } from '../../store/version.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { type Health, readHealth } from '../read-health.ts'
import { BackupSection } from './backups.tsx'
import { sizeOf } from './size-of.ts'
import { healthStrings } from './strings.ts'
import { TaskSection } from './tasks.tsx'

export const permission = 'health.read'

export async function showHealth(c: Ctx) {
  const { node } = c.var
  const health = await reading(c, permission, (tx, scope) => readHealth(node, tx, scope))
  const context = await pageContext(c, '/health')
  const t = healthStrings(context.lang)
  const isWell = health.troubles.length === 0
  return c.html(
    <Page context={context} title={t.title}>
      <h1 class="ds-h1">{isWell ? t.well : t.troubled(health.troubles.length)}</h1>
      {!isWell && (
        <div class="ds-care">
          <ul class="govuk-list">
            {health.troubles.map(trouble => (
              <li data-trouble={trouble}>{t.troubles[trouble]}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{t.asOf(format(context.lang).timeAndDate(health.now))}</p>
      <BackupSection {...health} />
      <TaskSection {...health} />
      <Facts id="council" title={t.council} rows={councilRows(health, context.lang)} />
      <Facts
        id="database"
        title={t.database}
        rows={databaseRows(health, context.lang, node.store.connections())}
      />
      <Facts id="machine" title={t.machine} rows={machineRows(health, context.lang)} />
    </Page>,
  )
}

type Lang = Parameters<typeof format>[0]
type Row = readonly [name: string, value: Child]

function councilRows({ log, gauges }: Health, lang: Lang): Row[] {
  const t = healthStrings(lang)
  const { number, row } = format(lang)
  const figures = Object.entries(gauges).flatMap(([name, value]): Row[] => {
    const words = t.gauges[name]
    return words ? [[words, number(Math.floor(value))]] : []
  })
  const head: Row[] = log
    ? [
        [t.head, t.headOf(number(log.seq), row(log.recordedAt))],
        [t.hash, t.hashOf(log.hash)],
      ]
    : []
  return [...figures, ...head]
}

type Pool = { readonly open: number; readonly max: number; readonly waiting: number }

function databaseRows({ database, shape }: Health, lang: Lang, pool: Pool): Row[] {
  const t = healthStrings(lang)
  const { number } = format(lang)
  const listed = (name: string, all: readonly string[]): Row[] =>
    all.length === 0 ? [] : [[name, all.join(', ')]]
  return [
    [t.postgresql, database.version],
    [t.bytes, sizeOf(database.bytes, lang)],
    [t.connections, t.of(number(database.connections), number(database.connectionsMax))],
    [t.pool, t.poolOf(number(pool.open), number(pool.max), number(pool.waiting))],
    [t.migrations, number(shape.run)],
    ...listed(t.missing, shape.missing),
    ...listed(t.unknown, shape.unknown),
  ]
}

function machineRows({ startedAt, disks, driftMs }: Health, lang: Lang): Row[] {
  const t = healthStrings(lang)
  const { number, row } = format(lang)
  const free = disks.map(
    ({ folder, free, size }): Row => [
      t.disk(folder),
      t.free(sizeOf(free, lang), sizeOf(size, lang)),
    ],
  )
  return [
    [t.version, productVersion],
    [t.runtime, process.versions.node],
    [t.since, row(startedAt)],
    [t.drift, t.milliseconds(number(driftMs))],
    ...free,
  ]
}

function Facts({ id, title, rows }: { id: string; title: string; rows: readonly Row[] }) {
  return (
    <section aria-labelledby={`h-${id}`}>
      <h2 class="ds-h2 ds-section" id={`h-${id}`}>
        {title}
      </h2>
      <table class="ds-table">
        <caption class="ds-hide">{title}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr>
              <th scope="row" class="ds-break">
                {name}
              </th>
              <td class="ds-break">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
