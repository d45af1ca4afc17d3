import type { App, BrowserWindow, Dialog, IpcMain, Menu, Protocol, Session, Shell } from 'electron'
import type { Transport } from '#shared/contract/client.ts'
import { CHANNELS } from './channels.ts'
import { wireIpc } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { registerScheme, serveFront } from './protocol.ts'
import { APP_ORIGIN, lockDown } from './security.ts'
import { windowOptions } from './window.ts'

/** The parts of Electron that the desktop host uses; a test hands in a stand-in. */
export interface ElectronParts {
  readonly app: Pick<
    App,
    'on' | 'whenReady' | 'quit' | 'requestSingleInstanceLock' | 'getLocale' | 'enableSandbox'
  >
  readonly BrowserWindow: {
    new (options: Electron.BrowserWindowConstructorOptions): BrowserWindow
    getAllWindows(): BrowserWindow[]
    getFocusedWindow(): BrowserWindow | null
  }
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>
  readonly session: { readonly defaultSession: Session }
  readonly shell: Pick<Shell, 'openExternal'>
}

export interface DesktopOptions {
  readonly electron: ElectronParts
  /** Folder of the built front. */
  readonly front: string
  readonly preload: string
  /** Address of the hot-reload server during development, else null. */
  readonly devAddress: string | null
  readonly startEngine: () => Promise<Transport & { close(): Promise<void> }>
  readonly platform?: NodeJS.Platform
}

/** Starts the desktop host: one instance, one engine, windows over it. */
export function startDesktop(options: DesktopOptions): void {
  const { app, BrowserWindow, Menu, dialog, ipcMain, protocol, session, shell } = options.electron
  const platform = options.platform ?? process.platform
  const devOrigin = options.devAddress === null ? null : new URL(options.devAddress).origin

  // Two engines must not write one library: a second start shows the first one's window.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  registerScheme(protocol)

  const openWindow = (): void => {
    const window = new BrowserWindow(windowOptions(options.preload))
    window.once('ready-to-show', () => window.show())
    void window.loadURL(options.devAddress ?? `${APP_ORIGIN}/`)
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit()
  })

  void app
    .whenReady()
    .then(async () => {
      const transport = await options.startEngine()
      let closed = false
      app.on('before-quit', (event) => {
        if (closed) return
        // The library is closed properly before the process ends.
        event.preventDefault()
        void transport.close().finally(() => {
          closed = true
          app.quit()
        })
      })
      lockDown(app, session.defaultSession, (address) => void shell.openExternal(address), devOrigin)
      serveFront(protocol, options.front)
      wireIpc({ ipcMain, dialog, transport, windows: () => BrowserWindow.getAllWindows(), devOrigin })
      Menu.setApplicationMenu(
        Menu.buildFromTemplate(
          menuTemplate(platform, app.getLocale(), (command) => {
            const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
            window?.webContents.send(CHANNELS.command, command)
          }),
        ),
      )
      app.on('activate', () => {
        if (BrowserWindow.getAllWindows().length === 0) openWindow()
      })
      openWindow()
    })
    .catch((error: unknown) => {
      dialog.showErrorBox('Parallax could not start', error instanceof Error ? error.message : String(error))
      app.quit()
    })
}
