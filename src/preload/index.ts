import { contextBridge, ipcRenderer, webUtils } from 'electron'

// Kept by hand in step with main/hosts/electron/channels.ts: a preload imports nothing but Electron. A test compares them.
const call = 'parallax:call'
const event = 'parallax:event'
const pickPaths = 'parallax:pick-paths'
const saveFile = 'parallax:save-file'
const printPdf = 'parallax:print-pdf'
const command = 'parallax:command'

const listen = (channel: string, listener: (text: string) => void): (() => void) => {
  const relay = (_event: unknown, text: string) => listener(text)
  ipcRenderer.on(channel, relay)
  return () => ipcRenderer.off(channel, relay)
}

/** Everything the page can reach outside itself. `ipcRenderer` is never handed over. */
const bridge = {
  host: 'desktop',
  send: (request: string): Promise<string> => ipcRenderer.invoke(call, request),
  listen: (listener: (text: string) => void) => listen(event, listener),
  onCommand: (listener: (name: string) => void) => listen(command, listener),
  pickPaths: (kind: 'files' | 'folder'): Promise<string[]> => ipcRenderer.invoke(pickPaths, kind),
  saveFile: (name: string, _type: string, data: Uint8Array): Promise<boolean> =>
    ipcRenderer.invoke(saveFile, name, data),
  printPdf: (name: string, paper: 'A4' | 'Letter'): Promise<boolean> =>
    ipcRenderer.invoke(printPdf, name, paper),
  pathsOf: (files: readonly File[]): string[] => files.map((file) => webUtils.getPathForFile(file)),
} as const

export type ParallaxBridge = typeof bridge

contextBridge.exposeInMainWorld('parallax', bridge)
