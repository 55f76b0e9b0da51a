// What another capability's domain may use of people: events, words, and whom nobody may contact.
export * from './events.ts'
export { type Channel, hardStops, mayContact } from './may-contact.ts'
export * from './terms.ts'
