// When is a look worth a question? The numbers, in one place.
import { dayMs, hourMs, minuteMs } from '../../../kernel/clock.ts'
import type { Limits } from './terms.ts'

export const limits: Limits = {
  singledOutMax: 3,
  handedRoutes: ['/call', '/erase', '/reads/find', '/reads/report'],
  massPeople: 100,
  massMs: hourMs,
  againTimes: 5,
  againMs: 7 * dayMs,
  nightFrom: 22 * 60,
  nightUntil: 6 * 60,
  dutyMs: hourMs,
  settledMs: 15 * minuteMs,
  exportPeople: 1,
  exportRoutes: ['/reads/report'],
}
