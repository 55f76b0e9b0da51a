// What does Doorstep write to the machine's error output meanwhile?
import fs from 'node:fs'

const stderr = 2

export function catchStderr(): { stop(): string } {
  const write = fs.write
  const lines: string[] = []
  const catching = (file: number, data: string, ...rest: unknown[]) => {
    if (file !== stderr) return Reflect.apply(write, fs, [file, data, ...rest])
    lines.push(String(data))
    const written = rest.at(-1) as (error: null, bytes: number) => void
    setImmediate(() => written(null, Buffer.byteLength(data)))
  }
  fs.write = catching as typeof fs.write
  return {
    stop() {
      fs.write = write
      return lines.join('')
    },
  }
}
