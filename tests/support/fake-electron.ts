import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'
import type { ElectronParts } from '#main/hosts/electron/desktop.ts'

type Handler = (event: unknown, ...words: unknown[]) => unknown

export class FakeWebContents extends EventEmitter {
  readonly sent: unknown[][] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  send(...words: unknown[]): void {
    this.sent.push(words)
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  static getAllWindows = (): FakeWindow[] => FakeWindow.all
  static getFocusedWindow = (): FakeWindow | null => FakeWindow.all[0] ?? null
  readonly webContents = new FakeWebContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly loaded: string[] = []
  shown = false
  focused = 0
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    FakeWindow.all.push(this)
  }
  async loadURL(address: string): Promise<void> {
    this.loaded.push(address)
  }
  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused++
  }
  isMinimized = (): boolean => false
  isDestroyed = (): boolean => false
}

/** A stand-in for the parts of Electron that the desktop host uses: it records what it is told and can be poked. */
export function fakeElectron(options: { firstInstance?: boolean } = {}) {
  FakeWindow.all = []
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    sandboxed: false,
    whenReady: async () => {},
    quit: () => {
      app.quits++
      app.emit('before-quit', { preventDefault: () => {} })
    },
    requestSingleInstanceLock: () => options.firstInstance ?? true,
    getLocale: () => 'en-GB',
    enableSandbox: () => {
      app.sandboxed = true
    },
  })
  const handlers = new Map<string, Handler>()
  const schemes: Electron.CustomScheme[] = []
  const protocols = new Map<string, (request: Request) => Promise<Response>>()
  const dialogs = {
    open: { canceled: true, filePaths: [] as string[] },
    save: { canceled: true, filePath: '' },
  }
  const errors: string[] = []
  const opened: string[] = []
  let menu: MenuItemConstructorOptions[] = []
  let onRequest:
    | ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void)
    | undefined
  let permission: ((contents: unknown, name: string, decide: (allowed: boolean) => void) => void) | undefined

  const parts = {
    app,
    BrowserWindow: FakeWindow,
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
        menu = template
        return template
      },
      setApplicationMenu: () => {},
    },
    dialog: {
      showOpenDialog: async () => dialogs.open,
      showSaveDialog: async () => dialogs.save,
      showErrorBox: (_title: string, text: string) => errors.push(text),
    },
    ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (list: Electron.CustomScheme[]) => schemes.push(...list),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        protocols.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: typeof permission) => {
          permission = handler
        },
        setPermissionCheckHandler: () => {},
        webRequest: {
          onBeforeRequest: (handler: typeof onRequest) => {
            onRequest = handler
          },
        },
      },
    },
    shell: { openExternal: async (address: string) => void opened.push(address) },
  }

  const prints: unknown[] = []
  const printToPDF = async (options: unknown) => {
    prints.push(options)
    return new TextEncoder().encode('%PDF-')
  }

  return {
    /** What pages were printed with. */
    prints,
    // The stand-in has only the members that the host uses; their shapes are checked by the tests that poke them.
    parts: parts as unknown as ElectronParts,
    app,
    schemes,
    dialogs,
    errors,
    opened,
    menu: () => menu,
    request: (address: string) => protocols.get('app')!(new Request(address)),
    isCancelled: (address: string): boolean => {
      let cancelled = false
      onRequest!({ url: address }, (answer) => {
        cancelled = answer.cancel
      })
      return cancelled
    },
    isPermitted: (name: string): boolean => {
      let permitted = true
      permission!(null, name, (allowed) => {
        permitted = allowed
      })
      return permitted
    },
    /** Calls a channel as a page at `url` would. */
    invoke: async (channel: string, url: string, ...words: unknown[]) =>
      handlers.get(channel)!({ senderFrame: { url, parent: null }, sender: { printToPDF } }, ...words),
    invokeFromFrame: async (channel: string, url: string, ...words: unknown[]) =>
      handlers.get(channel)!({ senderFrame: { url, parent: {} } }, ...words),
    channels: () => [...handlers.keys()],
  }
}
