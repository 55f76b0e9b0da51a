// Do logs and metrics, which leave this machine, name anybody or any thing by its id?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { listen } from '../../src/main.ts'
import { council } from '../../src/testing/make-node.ts'
import { marksIn } from './canary.ts'
import { matrix } from './matrix.ts'
import { catchStderr } from './stderr.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let log: string
let metrics: string

beforeAll(async () => {
  world = await makeWorld()
  const kept = catchStderr()
  const seat = { adminUrl: world.t.adminUrl, appUrl: '', host: '127.0.0.1', port: 0 }
  const options = { metrics: { host: '127.0.0.1', port: 0 }, logLevel: 'debug' as const }
  const running = await listen(world.t.node, { ...seat, ...options })
  const roles = ['hub-manager', 'system-administrator']
  for (const role of roles) {
    const visitor = world.visitors.find(one => one.name === `${role} of ${council}`)
    await crawl(running.url, visitor?.browser.cookie ?? '')
  }
  metrics = await (await fetch(running.metricsUrl ?? '')).text()
  await running.stop()
  log = kept.stop()
}, 240_000)
afterAll(() => world.t.close())

const marks = () => world.people.flatMap(person => person.marks)

/** Every address with real ids and with marks in the question, and forms full of marks. */
async function crawl(url: string, cookie: string): Promise<void> {
  const mark = encodeURIComponent(marks()[0] ?? '')
  const person = world.people[0]?.id ?? ''
  for (const { route } of matrix) {
    const [method = '', path = ''] = route.split(' ')
    if (path === '/live') continue
    const address = `${url}${path.replaceAll(/:[a-z]+/g, person)}?q=${mark}`
    const body = new URLSearchParams({ command: newId(), name: marks().join(' ') })
    const isPost = method === 'POST'
    const headers = { cookie, origin: url }
    const sent = isPost ? { method, headers, body } : { method, headers }
    const answer = await fetch(address, { ...sent, redirect: 'manual' })
    await answer.arrayBuffer()
  }
  await fetch(`${url}/${mark}/${person}`, { headers: { cookie } })
}

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

test('the log has a line for each request, and in it no mark, no id and no address', () => {
  const lines = log.split('\n').filter(Boolean)
  expect(lines.length).toBeGreaterThanOrEqual(matrix.length * 2)
  const requests = lines.map(line => JSON.parse(line)).filter(one => one.msg === 'request')
  expect(requests.length).toBeGreaterThanOrEqual(matrix.length * 2)
  const keys = new Set(requests.flatMap(one => Object.keys(one)))
  const allowed = ['level', 'time', 'method', 'route', 'status', 'ms', 'reference', 'msg']
  expect([...keys].sort()).toEqual(allowed.sort())
  const routes = new Set(matrix.map(one => one.route.split(' ')[1]))
  const odd = requests.filter(one => !routes.has(one.route) && one.route !== 'none')
  expect(odd.map(one => one.route)).toEqual([])
  expect(requests.filter(one => one.route === 'none').length).toBeLessThan(10)
  expect(marksIn(log, marks())).toEqual([])
  expect(log.match(ids)).toBeNull()
  expect(log).not.toContain('?q=')
})

test('metrics count requests, commands, tasks and councils, and name nobody', () => {
  for (const name of [
    'doorstep_http_request_seconds_count{method="GET",route="/villages/:village"',
    'doorstep_command_seconds_count{command="',
    'doorstep_database_connections{state="open"}',
    'doorstep_task_runs_total',
    'nodejs_eventloop_lag_seconds',
    `doorstep_log_seq{council="${council}"}`,
    `doorstep_reach_oldest_unreached_days{council="${council}"}`,
    `doorstep_messages_waiting{council="${council}"}`,
    `doorstep_lists_rows_late{council="${council}"}`,
    'doorstep_backup_age_seconds -1',
    'doorstep_database_up 1',
  ]) {
    expect(metrics).toContain(name)
  }
  expect(marksIn(metrics, marks())).toEqual([])
  expect(metrics.match(ids)).toBeNull()
})
