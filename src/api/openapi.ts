// What may another system ask, in words that machines read? OpenAPI 3.1 from the same schemas.
import { z } from 'zod'
import type { ApiRead, ApiUpload } from '../events/index.ts'
import { refusalCodes } from '../kernel/refusal.ts'
import type { Node } from '../node.ts'
import { requestsAMinuteMax } from './caller.ts'

type Json = Record<string, unknown>

export const apiRoot = '/api/v1'

export function openApiOf(node: Pick<Node, 'registry'>): Json {
  const { capabilities } = node.registry
  const paths: Record<string, Json> = {}
  for (const { name, api } of capabilities) {
    for (const read of api.reads) {
      paths[pathOf(read.path)] = { get: readOperation(name, read) }
    }
    for (const upload of api.uploads ?? []) {
      paths[pathOf(upload.path)] = {
        ...paths[pathOf(upload.path)],
        post: uploadOperation(name, upload),
      }
    }
    for (const command of api.commands) {
      const { input, may } = inputOf(node, command.name)
      paths[`${apiRoot}/commands/${command.name}`] = {
        post: commandOperation({ tag: name, name: command.name, may, input }),
      }
    }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Doorstep',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Read within the scope of a token, and act through commands. A command id makes a ' +
        `repetition harmless. At most ${requestsAMinuteMax} requests a minute for a token.`,
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: capabilities.filter(hasApi).map(({ name }) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
      responses: { Problem: problemResponse },
    },
  }
}

function hasApi({ api }: Node['registry']['capabilities'][number]): boolean {
  return api.reads.length + api.commands.length + (api.uploads ?? []).length > 0
}

function pathOf(path: string): string {
  return apiRoot + path.replace(/:(\w+)/g, '{$1}')
}

function inputOf(node: Pick<Node, 'registry'>, name: string) {
  const { may, command } = node.registry.command(name)
  return { may, input: schemaOf(command.input, 'input') }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

function readOperation(tag: string, read: ApiRead): Json {
  return {
    operationId: `read${inOneWord(read.path)}`,
    tags: [tag],
    summary: read.summary,
    'x-permission': read.may,
    parameters: [...gapsOf(read.path), ...questionsOf(read)],
    responses: { 200: answered(schemaOf(read.answer, 'output')), ...refusals },
  }
}

function inOneWord(path: string): string {
  return path.replace(/[/:-]+(\w)/g, (_all, letter) => letter.toUpperCase())
}

function gapsOf(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
}

function questionsOf({ query }: Pick<ApiRead, 'query'>): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

type CommandFacts = { tag: string; name: string; may: string; input: Json }

function commandOperation({ tag, name, may, input }: CommandFacts): Json {
  return {
    operationId: name.replace(/[.-](\w)/g, (_all, letter) => letter.toUpperCase()),
    tags: [tag],
    summary: `The command ${name}`,
    'x-permission': may,
    parameters: [idempotencyKey],
    requestBody: { required: true, content: { 'application/json': { schema: input } } },
    responses: { 200: answered(schemaOf(doneSchema, 'output')), ...refusals },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The id of the command: the same again changes nothing.',
  schema: { type: 'string', format: 'uuid' },
}

function uploadOperation(tag: string, upload: ApiUpload): Json {
  const content = Object.entries(upload.types).map(([type, example]) => {
    const schema = example === null ? { type: 'string', format: 'binary' } : { type: 'string' }
    return [type, example === null ? { schema } : { schema, example }]
  })
  return {
    operationId: `send${inOneWord(upload.path)}`,
    tags: [tag],
    summary: upload.summary,
    'x-permission': upload.may,
    parameters: [idempotencyKey, ...questionsOf(upload)],
    requestBody: { required: true, content: Object.fromEntries(content) },
    responses: { 200: answered(schemaOf(upload.answer, 'output')), ...refusals },
  }
}

const doneSchema = z.strictObject({
  outcome: z.enum(['accepted', 'repeated']),
  answer: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  seq: z.number().int(),
})

function answered(schema: Json): Json {
  return { description: 'Done', content: { 'application/json': { schema } } }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'detail'],
  properties: {
    type: { const: 'about:blank' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      description: `What to decide on. Among others: ${refusalCodes.join(', ')}.`,
    },
    title: { type: 'string' },
    detail: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
  additionalProperties: false,
}

const problemResponse = {
  description: 'It was not done; nothing was saved',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const refusals = Object.fromEntries(
  ['401', '403', '404', '409', '410', '413', '415', '422', '429', '500', '503'].map(status => [
    status,
    { $ref: '#/components/responses/Problem' },
  ]),
)
