import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Transport } from '#shared/contract/client.ts'
import { SECURITY_HEADERS } from '../shared/content-security.ts'
import { readStatic } from '../shared/static-files.ts'

/** A request may carry files by value (base64), so it may be large; this bounds what one may make us hold. */
const MAX_REQUEST_BYTES = 256 * 1024 * 1024
const HEARTBEAT_MS = 20_000

export interface BrowserHostOptions {
  readonly transport: Transport
  /** Folder of the built front (`out/renderer`). */
  readonly front: string
  /** 0: any free port. */
  readonly port: number
  /** For tests; by default 32 random bytes. */
  readonly token?: string
}

export interface BrowserHost {
  /** Address with the token: the first visit trades it for a cookie. */
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves the front and the contract on 127.0.0.1 only. A visitor needs the token of the address once, and a cookie after
 * that. The Host header must name this server, so that a foreign site cannot reach it by rebinding a name, and calls must
 * come from this very origin.
 * @throws when the port is taken.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const token = options.token ?? randomBytes(32).toString('base64url')
  const streams = new Set<ServerResponse>()
  let port = options.port

  const cookieName = () => `parallax-${port}`
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) answer(response, 500, 'text/plain; charset=utf-8', String(error))
      else response.destroy()
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? ''
    if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {
      return answer(response, 421, 'text/plain; charset=utf-8', 'This server answers to 127.0.0.1 only.')
    }
    const origin = request.headers.origin
    if (origin !== undefined && origin !== `http://${host}`) {
      return answer(response, 403, 'text/plain; charset=utf-8', 'Calls from other sites are refused.')
    }
    const url = new URL(request.url ?? '/', `http://${host}`)

    const offered = url.searchParams.get('token')
    if (offered !== null && request.method === 'GET' && url.pathname === '/') {
      if (!same(offered, token)) return refuse(response)
      response.writeHead(303, {
        ...SECURITY_HEADERS,
        'set-cookie': `${cookieName()}=${token}; HttpOnly; SameSite=Strict; Path=/`,
        location: '/',
        'cache-control': 'no-store',
      })
      response.end()
      return
    }
    if (!same(cookie(request, cookieName()) ?? '', token)) return refuse(response)

    if (url.pathname === '/api/call' && request.method === 'POST') {
      if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
        return answer(response, 415, 'text/plain; charset=utf-8', 'A call is JSON.')
      }
      const body = await readBody(request)
      if (body === null)
        return answer(response, 413, 'text/plain; charset=utf-8', 'That is too much at once.')
      return answer(response, 200, 'application/json; charset=utf-8', await options.transport.send(body))
    }
    if (url.pathname === '/api/events' && request.method === 'GET') return stream(request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(response, 405, 'text/plain; charset=utf-8', 'Not here.')
    }
    const file = await readStatic(options.front, url.pathname)
    if (file === null) return answer(response, 404, 'text/plain; charset=utf-8', 'There is nothing here.')
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': file.type,
      'content-length': file.body.length,
      'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
    })
    response.end(request.method === 'HEAD' ? undefined : file.body)
  }

  function stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    })
    response.write(': open\n\n')
    streams.add(response)
    request.on('close', () => streams.delete(response))
  }

  const stopListening = options.transport.listen((event) => {
    for (const one of streams) one.write(`data: ${event}\n\n`)
  })
  const heartbeat = setInterval(() => {
    for (const one of streams) one.write(': still here\n\n')
  }, HEARTBEAT_MS)
  heartbeat.unref()

  await listen(server, options.port)
  port = (server.address() as AddressInfo).port

  return {
    address: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    close: () =>
      new Promise((resolve) => {
        stopListening()
        clearInterval(heartbeat)
        for (const one of streams) one.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': 'no-store' })
  response.end(body)
}

const refuse = (response: ServerResponse): void =>
  answer(
    response,
    403,
    'text/plain; charset=utf-8',
    'Open Parallax with the whole address that it printed when it started (it ends in ?token=…).',
  )

function cookie(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

/** Compares in constant time, so that the token cannot be found out by measuring. */
function same(offered: string, token: string): boolean {
  const a = Buffer.from(offered)
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The body as text, or null when it is larger than a call may be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_REQUEST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
