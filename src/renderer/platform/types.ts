import type { Transport } from '#shared/contract/client.ts'

/** What an import is made of: paths the engine reads itself (desktop), or files carried by value (browser). */
export type ImportSource =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly names: readonly string[] }

/** What the application menu of the desktop may ask of the page. */
export type MenuCommand = 'import-files' | 'import-folder' | 'paste-text' | 'search'

export type ConnectionState = 'connected' | 'lost'

/** Everything that differs between the desktop window and the browser page. */
export interface Platform {
  readonly host: 'desktop' | 'browser'
  readonly transport: Transport
  /** Tells when the engine is gone or back; answers a function that stops it. */
  onConnection(listener: (state: ConnectionState) => void): () => void
  /** Commands of the application menu; a browser page has none. */
  onCommand(listener: (command: MenuCommand) => void): () => void
  /** Lets the person choose files or a folder; null when they chose nothing. */
  pick(kind: 'files' | 'folder'): Promise<ImportSource | null>
  /** What was dropped; null when it holds no files. Must be called within the drop event. */
  dropped(data: DataTransfer): Promise<ImportSource | null>
  /** Saves a file where the person wishes (desktop) or in the download folder (browser). False: they thought better of it. */
  saveFile(name: string, mime: string, data: Uint8Array | string): Promise<boolean>
  /**
   * Prints what the page has laid out: the browser's own dialog (which also makes a PDF), or on the desktop a PDF under this
   * name. False: the person thought better of it.
   */
  printPage(name: string): Promise<boolean>
  /** Opens an address of the web outside Parallax. Only http and https. */
  openLink(address: string): void
}

/** What the preload exposes in the desktop window. */
export interface DesktopBridge {
  readonly host: 'desktop'
  send(request: string): Promise<string>
  listen(listener: (event: string) => void): () => void
  onCommand?(listener: (name: string) => void): () => void
  pickPaths(kind: 'files' | 'folder'): Promise<string[]>
  saveFile(name: string, mime: string, data: Uint8Array): Promise<boolean>
  printPdf(name: string, paper: 'A4' | 'Letter'): Promise<boolean>
  pathsOf(files: readonly File[]): string[]
}

declare global {
  interface Window {
    readonly parallax?: DesktopBridge
  }
}
