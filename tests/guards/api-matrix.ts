// What may another system ask in which role? The second, plainer statement for the interface.
import type { Thing } from './matrix.ts'

export type ApiRow = {
  /** As in openapi.json, without the root: `GET /people/{person}`. */
  readonly operation: string
  /** Letters of the roles, as in `matrix.ts`. */
  readonly who: string
  readonly gaps?: Readonly<Record<string, Thing>>
}

export const apiMatrix: readonly ApiRow[] = [
  { operation: 'GET /events', who: 'HVODA' },
  { operation: 'GET /places', who: 'HCVO' },
  { operation: 'GET /people', who: 'HCVO' },
  { operation: 'GET /people/{person}', who: 'HCVO', gaps: { person: 'person' } },
  { operation: 'GET /needs', who: 'HCVO' },
  { operation: 'GET /actions', who: 'HCVO' },
  { operation: 'GET /concerns', who: 'HO' },
  { operation: 'GET /jobs', who: 'HCVO' },
  { operation: 'GET /stops', who: 'HCVO' },
  { operation: 'GET /escalations', who: 'HCVO' },
  { operation: 'GET /problems', who: 'HCVO' },
  { operation: 'GET /areas', who: 'HO' },
  { operation: 'GET /areas/{area}/versions', who: 'HO', gaps: { area: 'area' } },
  { operation: 'GET /works', who: 'HCVO' },
  { operation: 'GET /rounds', who: 'HCVO' },
  { operation: 'GET /rounds/{round}/coverage', who: 'HCVO', gaps: { round: 'secret' } },
  { operation: 'GET /campaigns/{campaign}/scripts', who: 'HCVO', gaps: { campaign: 'secret' } },
  { operation: 'GET /rounds/{round}/members', who: 'HCVO', gaps: { round: 'secret' } },
  { operation: 'GET /proofs', who: 'HVOD' },
  { operation: 'GET /proofs/{proof}/file', who: 'HO', gaps: { proof: 'proof' } },
  { operation: 'GET /lists/versions', who: 'H' },
  { operation: 'GET /lists/versions/{version}/since', who: 'H', gaps: { version: 'version' } },
  { operation: 'GET /lists/versions/{version}/rows', who: 'H', gaps: { version: 'version' } },
  { operation: 'GET /lists/versions/{version}/dropped', who: 'H', gaps: { version: 'version' } },
  { operation: 'POST /lists/files', who: 'H' },
  { operation: 'POST /commands/places.name-owner', who: 'HVO' },
  { operation: 'POST /commands/people.add-person', who: 'HCVO' },
  { operation: 'POST /commands/people.correct-person', who: 'HO' },
  { operation: 'POST /commands/people.raise-flag', who: 'HCVO' },
  { operation: 'POST /commands/people.change-contact-point', who: 'HCVO' },
  { operation: 'POST /commands/needs.plan-action', who: 'HCVO' },
  { operation: 'POST /commands/needs.take-action', who: 'HCVO' },
  { operation: 'POST /commands/needs.finish-action', who: 'HCVO' },
  { operation: 'POST /commands/needs.change-need', who: 'HCVO' },
  { operation: 'POST /commands/concerns.tell-worry', who: 'HCVO' },
  { operation: 'POST /commands/standstill.stop-all', who: 'HO' },
  { operation: 'POST /commands/standstill.lift-stop', who: 'HO' },
  { operation: 'POST /commands/standstill.acknowledge-stop', who: 'HCVO' },
  { operation: 'POST /commands/standstill.say-safe-home', who: 'HCVO' },
  { operation: 'POST /commands/escalations.ask-question', who: 'HCVO' },
  { operation: 'POST /commands/escalations.take-question', who: 'HO' },
  { operation: 'POST /commands/escalations.answer-question', who: 'HO' },
  { operation: 'POST /commands/problems.tell-problem', who: 'HCVO' },
  { operation: 'POST /commands/jobs.offer-job', who: 'HCVO' },
  { operation: 'POST /commands/jobs.give-job', who: 'HCVO' },
  { operation: 'POST /commands/jobs.finish-job-for', who: 'HCVO' },
  { operation: 'POST /commands/jobs.fail-job-for', who: 'HCVO' },
  { operation: 'POST /commands/jobs.release-job', who: 'HCVO' },
  { operation: 'POST /commands/areas.push-area', who: 'HO' },
  { operation: 'POST /commands/works.say', who: 'HVO' },
  { operation: 'POST /commands/reach.record-attempt', who: 'HCVO' },
]
