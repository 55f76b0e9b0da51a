// What is a running Doorstep made of? A store, a clock, and what it knows how to do.
import type { Registry } from './events/registry.ts'
import type { Clock } from './kernel/clock.ts'
import type { Store } from './store/open.ts'

export type Node = {
  readonly store: Store
  readonly clock: Clock
  readonly registry: Registry
}
