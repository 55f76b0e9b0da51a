// Can an IT officer follow the guide to the letter, commands and all, from nothing to a restore?
import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/store/root.ts'
import { openBrowser } from '../../src/testing/browser.ts'
import { type Beside, follow } from './follow-guide.ts'
import { type Machine, startMachine } from './guide-machine.ts'

test('an IT officer sets up, loads places, lets three in and proves a restore', async () => {
  execFileSync('node', ['build.mjs'], { cwd: projectRoot })
  const machine = await startMachine()
  const browser = await openBrowser()
  try {
    const own = await browser.newPage(1280)
    const windows = officerWindows(own, browser.newPage, machine)
    expect(await follow(own, 'it-officer', windows)).toBeGreaterThan(60)
  } finally {
    await browser.close()
    await machine.close()
  }
}, 300_000)

function officerWindows(
  own: Page,
  newPage: (width: number) => Promise<Page>,
  machine: Machine,
): Beside {
  const openPrivate = async (address: string) => {
    const page = await newPage(1280)
    await page.goto(address)
    return page
  }
  return {
    run: machine.run,
    translate: machine.translate,
    async aside(page, words) {
      if (words === 'link set-up') await page.goto(machine.link('set-up'))
      if (words === 'link local-admin') return openPrivate(machine.link('sign-in'))
      if (words === 'private window') return openPrivate(machine.translate('http://127.0.0.1:8080'))
      if (words === 'first window') return own
      if (words === 'metrics') {
        const answer = await fetch(machine.translate('http://127.0.0.1:9464/metrics'))
        expect(await answer.text()).toContain('doorstep_')
      }
      return page
    },
  }
}
