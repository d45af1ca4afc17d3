import type { Protocol } from 'electron'
import { SECURITY_HEADERS } from '../shared/content-security.ts'
import { readStatic } from '../shared/static-files.ts'

/** Must run before the app is ready: gives `app://` the rights of an ordinary secure origin. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers `app://parallax/…` with the files of the built front, and nothing else. */
export function serveFront(protocol: Pick<Protocol, 'handle'>, front: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file =
      url.host === 'parallax' && request.method === 'GET' ? await readStatic(front, url.pathname) : null
    if (file === null)
      return new Response('There is nothing here.', { status: 404, headers: SECURITY_HEADERS })
    return new Response(new Uint8Array(file.body), {
      headers: { ...SECURITY_HEADERS, 'content-type': file.type },
    })
  })
}
