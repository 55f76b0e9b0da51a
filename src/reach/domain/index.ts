// What does an outcome mean? Pure: another domain and a phone may use it.
export { awayDaysMax, type Meaning, meanings } from './outcomes.ts'
