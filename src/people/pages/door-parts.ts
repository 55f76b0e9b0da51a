// What do other capabilities know that matters at the door? Each adds its part from outside.
import type { Child } from 'hono/jsx'
import type { PersonAsk } from './sections.ts'

export type DoorPart = {
  /** What the person needs, in a few words each. */
  readonly needs?: readonly string[]
  /** What can be recorded with one press. */
  readonly taps?: Child
  /** What can be recorded with one press of everybody here. */
  readonly all?: Child
}

export type DoorAsk = PersonAsk & {
  /** The address of the page, to come back to. */
  readonly here: string
  /** What is said of all is said once, with the first of them who is still asked for. */
  readonly isFirst: boolean
}

export type DoorSection = (ask: DoorAsk) => Promise<DoorPart>

const sections: DoorSection[] = []

/** Called once, where a capability is put together. */
export function addDoorSection(section: DoorSection): void {
  if (!sections.includes(section)) sections.push(section)
}

/** One after another: they share one transaction. */
export async function doorParts(ask: DoorAsk): Promise<readonly DoorPart[]> {
  const parts: DoorPart[] = []
  for (const section of sections) parts.push(await section(ask))
  return parts
}
