// The door of the demo: an invented district, told to Doorstep, and the list files it received.
export { type WrittenFile, writeDemoFiles } from './demo-files.ts'
export type { Size } from './generate/index.ts'
export { loadDemo } from './load-demo.ts'
export { countDemo, openDemo } from './open-demo.ts'
