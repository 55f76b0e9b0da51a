// One runner for every kind of test. Store tests share one PostgreSQL, started once in globalSetup.
import { defineConfig } from 'vitest/config'
import type { TestSequencer, TestSpecification } from 'vitest/node'

/** What takes minutes begins first, so that nothing long is left at the end: longest at the top. */
const longest = [
  /guards\/pages\.browser/,
  /guards\/(fuzz|canary|looks|matrix|pseudo)/,
  /journeys\/|load-demo|cluster\.test|bench\/kill/,
  /\.browser\.test/,
  /\.property\.test/,
]

class LongestFirst implements TestSequencer {
  shard(files: TestSpecification[]) {
    return files
  }
  sort(files: TestSpecification[]) {
    return files.toSorted((one, other) => rankOf(one.moduleId) - rankOf(other.moduleId))
  }
}

function rankOf(file: string): number {
  const rank = longest.findIndex(names => names.test(file))
  return rank === -1 ? longest.length : rank
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['src/testing/database.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    sequence: { sequencer: LongestFirst },
  },
})
