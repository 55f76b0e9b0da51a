// The door of routing: who does what, and in which order? Pure: no database, clock or chance of its
// own. Distances are metres, times are seconds.
export { type Assignment, assign, type Costs } from './domain/assign/assign.ts'
export {
  type Budget,
  detour,
  type Matrix,
  metresBetween,
  type Point,
  straightLines,
  triesOf,
} from './domain/terms.ts'
export {
  lengthOf,
  orderDoors,
  type Search,
  stopsMax,
  type Walk,
  type Walked,
} from './domain/walk/order-doors.ts'
