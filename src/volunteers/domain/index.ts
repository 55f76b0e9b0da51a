// What the domains of others may know of volunteers: when somebody is free. Pure, like them.
export { type Availability, alwaysFree, isFreeWithin } from './availability.ts'
