import type { App, IpcMainInvokeEvent, Session, WebContents } from 'electron'

/** The one origin the app's pages have. */
export const APP_ORIGIN = 'app://parallax'

/** True for an address of the app itself. `devOrigin` is the hot-reload server's during development, else null. */
export function isAppAddress(address: string, devOrigin: string | null): boolean {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  if (devOrigin !== null && url.origin === devOrigin) return true
  // Custom schemes have the opaque origin "null" here, so scheme and host are compared instead.
  return url.protocol === 'app:' && url.host === 'parallax'
}

/** Each call must come from the top frame of one of our own pages. */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  devOrigin: string | null,
): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isAppAddress(frame.url, devOrigin)
}

/**
 * Shuts every way out of the app's pages: no navigation away, no new windows, no webviews, no permissions, and no request
 * to the network. A link to the outside is handed to `openOutside`, which lets only http(s) through to the system browser.
 */
export function lockDown(
  app: Pick<App, 'on'>,
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'webRequest'>,
  openOutside: (address: string) => void,
  devOrigin: string | null,
): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppAddress(event.url, devOrigin)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isAppAddress(event.url, devOrigin)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (isOutsideLink(url)) openOutside(url)
      return { action: 'deny' }
    })
  })
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isAllowedRequest(details.url, devOrigin) })
  })
}

/** What a page may load: the app itself and data it made. Everything else is refused, so no text can leave the machine. */
export function isAllowedRequest(address: string, devOrigin: string | null): boolean {
  if (isAppAddress(address, devOrigin)) return true
  if (devOrigin !== null && address.startsWith(devOrigin.replace(/^http/, 'ws'))) return true
  return /^(data|blob|devtools|chrome-devtools):/.test(address)
}

export const isOutsideLink = (address: string): boolean => /^https?:\/\//i.test(address)
