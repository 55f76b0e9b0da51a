// The addresses of signing in and out.
import type { RouteRule } from '../../events/capability.ts'

export const routes: readonly RouteRule[] = []
