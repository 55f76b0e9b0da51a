// One of the threads that weigh pairs: takes what is left until nothing is, and hands it over.
import { parentPort, workerData } from 'node:worker_threads'
import { type Portion, weighPortion } from '../../matching/index.ts'

const done = weighPortion(workerData as Portion)
const buffers = done.flatMap(({ pairs: { a, b, weights, levels } }) =>
  [a, b, weights, levels].map(({ buffer }) => buffer),
)
parentPort?.postMessage(done, buffers as ArrayBuffer[])
