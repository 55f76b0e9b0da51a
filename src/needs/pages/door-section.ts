// What does somebody at the door hear of needs? The open ones, the most urgent first.
import type { DoorAsk, DoorPart } from '../../people/index.ts'
import { needsOf } from '../store/queries.ts'
import { needLabel } from './need-label.ts'
import { needsStrings } from './strings.ts'

export async function needsAtDoor(ask: DoorAsk): Promise<DoorPart> {
  const needs = await needsOf(ask.tx, ask.scopeFor('needs.read'), ask.person)
  const { urgency } = needsStrings(ask.lang)
  const open = needs.filter(({ state }) => state !== 'met' && state !== 'cancelled')
  return { needs: open.map(need => `${needLabel(need)} (${urgency[need.urgency].toLowerCase()})`) }
}
