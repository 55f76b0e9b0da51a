// What is wrong with a page as somebody meets it: words cut, keys that do not reach, no focus?
import type { Page } from 'playwright-core'
import { expectAccessible } from '../../src/testing/browser.ts'

/**
 * Parts whose words do not fit into what is shown of them. What is hidden on purpose from eyes, and
 * what a reader can scroll with the keyboard, is not cut.
 */
const cutWords = `(() => {
  const isHidden = part => {
    const box = part.getBoundingClientRect()
    const isClipped = getComputedStyle(part).clipPath === 'inset(50%)'
    return isClipped || box.width <= 1 || box.height <= 1
      || !part.checkVisibility({ visibilityProperty: true })
  }
  const clips = part => {
    if (isHidden(part) || !part.textContent.trim()) return false
    const { overflowX, overflowY } = getComputedStyle(part)
    const isCut = one => one === 'hidden' || one === 'clip'
    return (isCut(overflowX) && part.scrollWidth > part.clientWidth + 1)
      || (isCut(overflowY) && part.scrollHeight > part.clientHeight + 1)
  }
  const scrolls = part => {
    const { overflowX } = getComputedStyle(part)
    const isBar = overflowX === 'auto' || overflowX === 'scroll'
    return isBar && part.scrollWidth > part.clientWidth + 1 && part.tabIndex < 0
  }
  const leaves = part => {
    const picture = part.ownerSVGElement?.getBoundingClientRect()
    const box = part.getBoundingClientRect()
    if (!picture || box.width === 0) return false
    return box.left < picture.left - 2 || box.right > picture.right + 2
  }
  const named = part => part.tagName.toLowerCase() + '.' + (part.getAttribute('class') ?? '')
    + ' "' + part.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40) + '"'
  const html = [...document.querySelectorAll('body, body *:not(svg *)')]
  return [
    ...html.filter(clips).map(part => 'cut: ' + named(part)),
    ...html.filter(scrolls).map(part => 'scrolls by mouse alone: ' + named(part)),
    ...[...document.querySelectorAll('svg text')].filter(leaves)
      .map(part => 'outside: ' + named(part)),
  ]
})()`

const sideways = `(() => {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  return ['sideways: ' + [...document.querySelectorAll('body *')]
    .filter(part => part.getBoundingClientRect().right > room + 1)
    .map(part => part.tagName + '.' + part.getAttribute('class')).slice(0, 4).join(' ')]
})()`

/** What a mouse can press that no key can: a hand over something that is no control. */
const mouseOnly = `[...document.querySelectorAll('body *')].filter(part => {
  const control = 'a[href],button,input,select,textarea,summary,label,[tabindex]'
  return getComputedStyle(part).cursor === 'pointer' && !part.closest(control)
}).map(part => 'no key for: ' + part.outerHTML.slice(0, 80))`

/** Words and width; the window is as it stands. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return [
    ...((await page.evaluate(sideways)) as string[]),
    ...((await page.evaluate(cutWords)) as string[]),
  ]
}

/** `again` after the window changed its size. */
export async function accessFaults(page: Page, { again = false } = {}): Promise<string[]> {
  try {
    await expectAccessible(page, { again })
    return []
  } catch (problem) {
    return [`axe: ${(problem as Error).message.slice(0, 600)}`]
  }
}

/** Every control that shows, by a number that it bears from now on; radios are one for a name. */
const numberControls = `(() => {
  document.activeElement?.blur()
  const all = document.querySelectorAll(
    'a[href],button,input,select,textarea,summary,[tabindex="0"]')
  const shows = part => part.checkVisibility({ visibilityProperty: true })
    && part.getBoundingClientRect().width > 0 && !part.disabled && part.type !== 'hidden'
    && part.tabIndex >= 0
  const seen = new Set()
  const controls = [...all].filter(shows).filter(part => {
    if (part.type !== 'radio') return true
    const group = part.form?.action + part.name
    return !seen.has(group) && seen.add(group)
  })
  const lookOf = part => {
    const boxes = [part, part.closest('label'), part.parentElement, part.nextElementSibling,
      ...part.querySelectorAll('rect, span')]
    return boxes.filter(Boolean).map(one => {
      const { outline, boxShadow, backgroundColor, borderColor, stroke } = getComputedStyle(one)
      const around = ['::before', '::after'].map(
        pseudo => getComputedStyle(one, pseudo).boxShadow + getComputedStyle(one, pseudo).outline)
      return [outline, boxShadow, backgroundColor, borderColor, stroke, around].join()
    }).join(';')
  }
  window.lookOf = lookOf
  window.controls = new Map(controls.map((part, at) => [at, { part, look: lookOf(part) }]))
  return controls.length
})()`

/** Which control holds the focus, whether it looks otherwise than before, and is in the window. */
const focused = `(() => {
  const at = document.activeElement
  const isSame = part => part === at
    || (at.type === 'radio' && part.type === 'radio' && part.name === at.name)
  const found = [...window.controls].find(([, { part }]) => isSame(part))
  const box = at.getBoundingClientRect()
  const isInWindow = box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth
  const looksSo = found ? window.lookOf(at) !== found[1].look : true
  return { nth: found ? found[0] : -1, isInWindow, looksSo, is: at.outerHTML.slice(0, 90) }
})()`

const unreached = `nths => [...window.controls].filter(([nth]) => !nths.includes(nth))
  .map(([, { part }]) => 'Tab does not reach: ' + part.outerHTML.slice(0, 90))`

type Focus = { nth: number; isInWindow: boolean; looksSo: boolean; is: string }

const extraPresses = 12

/** Tab goes to every control, each shows that it has the focus, and none keeps it. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const faults = (await page.evaluate(mouseOnly)) as string[]
  const many = (await page.evaluate(numberControls)) as number
  const reached = new Set<number>()
  for (let press = 0; press < many + extraPresses && reached.size < many; press++) {
    await page.keyboard.press('Tab')
    const focus = (await page.evaluate(focused)) as Focus
    if (focus.nth >= 0) reached.add(focus.nth)
    if (!focus.isInWindow) faults.push(`focus outside the window: ${focus.is}`)
    if (!focus.looksSo) faults.push(`focus does not show: ${focus.is}`)
  }
  const left = `(${unreached})(${JSON.stringify([...reached])})`
  return [...faults, ...((await page.evaluate(left)) as string[])]
}
