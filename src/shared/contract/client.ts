import {
  type CallInput,
  type CallName,
  type CallOutput,
  contract,
  type EventName,
  type Events,
} from './contract.ts'
import { type ErrorCode, ParallaxError } from './errors.ts'

/** What travels: the request and the answer are JSON text on every transport. */
export interface RequestMessage {
  readonly call: string
  readonly input: unknown
}
export type ResponseMessage =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } }
export interface EventMessage {
  readonly event: EventName
  readonly value: unknown
}

/** A way to carry calls to the engine and events back. */
export interface Transport {
  /** Sends the JSON text of a RequestMessage and answers the JSON text of a ResponseMessage. */
  send(request: string): Promise<string>
  /** Calls `listener` with the JSON text of each EventMessage; answers a function that stops it. */
  listen(listener: (event: string) => void): () => void
}

export type EngineClient = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<CallOutput<Name>>
} & {
  readonly on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) => () => void
}

/**
 * Makes a typed client over a transport. It is built from the contract's own keys, so it has no catch-all members.
 * @throws {ParallaxError} from each call that the engine refuses.
 */
export function createClient(transport: Transport): EngineClient {
  const client: Record<string, unknown> = {
    on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) =>
      transport.listen((text) => {
        const message = JSON.parse(text) as EventMessage
        if (message.event === name) listener(message.value as Events[Name])
      }),
  }
  for (const name of Object.keys(contract)) {
    client[name] = async (input: unknown) => {
      const answer = JSON.parse(
        await transport.send(JSON.stringify({ call: name, input })),
      ) as ResponseMessage
      if (answer.ok) return answer.value
      throw new ParallaxError(answer.error.code, answer.error.message)
    }
  }
  return client as EngineClient
}
