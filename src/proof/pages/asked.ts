// Which proof does the address name, and may this reader see it?
import type { Scope } from '../../access/index.ts'
import { isId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Ctx, reading } from '../../web/request.ts'
import type { Coverage } from '../domain/make-coverage.ts'
import { coverageOf, findProof, type Proof } from '../store/proofs.ts'

export type Found = { readonly proof: Proof; readonly coverage: Coverage }

/** Reads it, and what else the page needs, in one transaction. */
export async function withProof<T>(
  c: Ctx,
  may: string,
  work: (asked: Found & { tx: Tx; scope: Scope; now: number }) => Promise<T>,
): Promise<T | undefined> {
  const id = c.req.param('proof')
  if (!isId(id)) return undefined
  return reading(c, may, async (tx, scope, now) => {
    const proof = await findProof(tx, scope, id)
    if (!proof) return undefined
    const coverage = await coverageOf(tx, scope.council, proof)
    return work({ proof, coverage, tx, scope, now })
  })
}

export const linesPerPage = 500
const pagesMax = 10_000

export type PageOf<T> = {
  readonly page: number
  readonly pages: number
  readonly rows: readonly T[]
}

/** Undefined for a page that is not there. */
export function pageAsked<T>(c: Ctx, all: readonly T[]): PageOf<T> | undefined {
  const text = c.req.query('page') ?? '1'
  const page = /^\d{1,5}$/.test(text) ? Number(text) : 0
  const pages = Math.max(1, Math.ceil(all.length / linesPerPage))
  if (page < 1 || page > Math.min(pages, pagesMax)) return undefined
  return { page, pages, rows: all.slice((page - 1) * linesPerPage, page * linesPerPage) }
}
