// One of the threads that read long lists: reads its columns and hands over what they say.
import { parentPort, workerData } from 'node:worker_threads'
import { buffersIn } from './buffers-in.ts'
import { type ColumnsToRead, readColumns } from './read-columns.ts'

const fields = readColumns(workerData as ColumnsToRead)
parentPort?.postMessage(fields, buffersIn(fields))
