import type { Transport } from '#shared/contract/client.ts'

export interface FakeTransport extends Transport {
  readonly requests: readonly string[]
  emit(event: string): void
  listeners(): number
  close(): Promise<void>
  readonly closed: () => boolean
}

/** A transport that answers every call with `{ok: true, value: <request>}` and remembers what it was sent. */
export function fakeTransport(): FakeTransport {
  const requests: string[] = []
  const listeners = new Set<(event: string) => void>()
  let closed = false
  return {
    requests,
    send: async (request) => {
      requests.push(request)
      return JSON.stringify({ ok: true, value: JSON.parse(request) })
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    listeners: () => listeners.size,
    close: async () => {
      closed = true
    },
    closed: () => closed,
  }
}
