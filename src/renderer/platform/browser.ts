import { pickFiles, readDropped } from './browser-files.ts'
import type { ConnectionState, Platform } from './types.ts'

const RETRY_MS = 2000

/** The browser page: calls over HTTP, events over a stream, both of the page's own origin. */
export function browserPlatform(): Platform {
  const events = eventStream('./api/events')
  return {
    host: 'browser',
    transport: {
      send: async (request) => {
        let response: Response
        try {
          response = await fetch('./api/call', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: request,
          })
        } catch (error) {
          events.lost()
          throw error
        }
        if (!response.ok) throw new Error(await response.text())
        return response.text()
      },
      listen: events.listen,
    },
    onConnection: events.onConnection,
    onCommand: () => () => {},
    pick: pickFiles,
    dropped: readDropped,
    saveFile: async (name, mime, data) => {
      const address = URL.createObjectURL(new Blob([data as BlobPart], { type: mime }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
      return true
    },
    printPage: async () => {
      window.print()
      return true
    },
    openLink: (address) => {
      if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer')
    },
  }
}

/** One stream for the whole page, however many listen. It reconnects by itself, also after being refused. */
function eventStream(address: string) {
  const listeners = new Set<(event: string) => void>()
  const connection = new Set<(state: ConnectionState) => void>()
  let state: ConnectionState = 'connected'
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined

  const become = (next: ConnectionState) => {
    if (next === state) return
    state = next
    for (const listener of connection) listener(next)
  }
  const open = () => {
    clearTimeout(retry)
    source?.close()
    source = new EventSource(address)
    source.onopen = () => become('connected')
    source.onmessage = (message) => {
      for (const listener of listeners) listener(String(message.data))
    }
    source.onerror = () => {
      become('lost')
      // The browser gives up for good when it is refused; the host may only be starting again.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS)
    }
  }

  return {
    listen: (listener: (event: string) => void) => {
      listeners.add(listener)
      if (source === null) open()
      return () => listeners.delete(listener)
    },
    onConnection: (listener: (state: ConnectionState) => void) => {
      connection.add(listener)
      return () => connection.delete(listener)
    },
    lost: () => {
      become('lost')
      clearTimeout(retry)
      retry = setTimeout(open, RETRY_MS)
    },
  }
}
