// Which permissions does the interface ask for anywhere, and which of them does a role hold?
import type { Capability } from '../events/index.ts'
import type { Node } from '../node.ts'

export function offeredPermissions({ registry }: Pick<Node, 'registry'>): string[] {
  return permissionsIn(registry.capabilities)
}

export function offeredTo(capabilities: readonly Capability[], role: string): string[] {
  const held = Object.assign({}, ...capabilities.map(one => one.permissions))
  return permissionsIn(capabilities).filter(one => held[one]?.includes(role))
}

function permissionsIn(capabilities: readonly Capability[]): string[] {
  const commands = capabilities.flatMap(one => one.commands)
  const asked = capabilities.flatMap(({ api }) => [
    ...api.reads.map(read => read.may),
    ...(api.uploads ?? []).map(upload => upload.may),
    ...api.commands.flatMap(({ name }) => commands.find(one => one.name === name)?.may ?? []),
  ])
  return [...new Set(asked)].sort()
}
