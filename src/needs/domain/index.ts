// What another capability's domain may use of needs: the events that it can emit.
export * from './events.ts'
