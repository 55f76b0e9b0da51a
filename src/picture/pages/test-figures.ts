// Which figures does a page show, and how long is the list behind each? For the tests here.
import { expect } from 'vitest'
import type { SignedIn } from '../../testing/request.ts'

export async function pageOf(as: SignedIn, address: string): Promise<string> {
  const response = await as.get(address)
  expect(response.status).toBe(200)
  return response.text()
}

/** Every link to a list with the number it shows. */
export function figures(html: string): { href: string; n: number }[] {
  const links = html.matchAll(/<a href="(\/campaigns\/[^"]*\/members[^"]*)"[^>]*>(.*?)<\/a>/gs)
  return [...links].map(([, href = '', inner = '']) => {
    const text = inner.replace(/<[^>]*>/g, ' ')
    const shown = /\d[\d,]*/.exec(text)?.[0]?.replaceAll(',', '')
    return { href: href.replaceAll('&amp;', '&'), n: Number(shown) }
  })
}

export async function listedTotal(as: SignedIn, href: string): Promise<number> {
  return Number(/data-total="(\d+)"/.exec(await pageOf(as, href))?.[1])
}
