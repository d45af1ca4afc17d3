import { z } from 'zod'
import type { ResponseMessage } from '#shared/contract/client.ts'
import { type CallName, type CallOutput, type Contract, contract } from '#shared/contract/contract.ts'
import { ParallaxError } from '#shared/contract/errors.ts'

/** What a handler is given: the input as the contract's schema parsed it. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>

export type Handler<Name extends CallName> = (
  input: ParsedInput<Name>,
) => CallOutput<Name> | Promise<CallOutput<Name>>

/** One function per call that the engine answers today. */
export type Handlers = { readonly [Name in CallName]?: Handler<Name> }

const requestSchema = z.object({ call: z.string(), input: z.unknown() })

/** Answers the JSON text of a request with the JSON text of a response. Never throws. */
export async function dispatch(handlers: Handlers, request: string): Promise<string> {
  return JSON.stringify(await answer(handlers, request))
}

async function answer(handlers: Handlers, request: string): Promise<ResponseMessage> {
  try {
    const { call, input } = parse(requestSchema, JSON.parse(request))
    // An own-key test, so that "constructor" and "__proto__" name nothing.
    if (!Object.hasOwn(contract, call)) throw new ParallaxError('unknown-call', `There is no call “${call}”.`)
    const handler = handlers[call as CallName] as ((input: unknown) => unknown) | undefined
    if (handler === undefined)
      throw new ParallaxError('unknown-call', `This version cannot answer “${call}” yet.`)
    return { ok: true, value: (await handler(parse(contract[call as CallName].input, input))) ?? null }
  } catch (error) {
    if (error instanceof ParallaxError)
      return { ok: false, error: { code: error.code, message: error.message } }
    if (error instanceof SyntaxError)
      return { ok: false, error: { code: 'bad-input', message: 'The request is not JSON.' } }
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, error: { code: 'internal', message } }
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new ParallaxError('bad-input', z.prettifyError(result.error))
}
