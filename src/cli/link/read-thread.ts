// One of the threads that read a file: its part, and hands it over.
import { parentPort, workerData } from 'node:worker_threads'
import { buffersIn } from './buffers-in.ts'
import { type PartToRead, readPart } from './read-part.ts'

const part = readPart(workerData as PartToRead)
parentPort?.postMessage(part, buffersIn(part))
