import { writeFile } from 'node:fs/promises'
import type { BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent } from 'electron'
import type { Transport } from '#shared/contract/client.ts'
import { CHANNELS } from './channels.ts'
import { isTrustedSender } from './security.ts'

export interface IpcParts {
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly transport: Transport
  readonly windows: () => readonly Pick<BrowserWindow, 'webContents' | 'isDestroyed'>[]
  readonly devOrigin: string | null
}

/** Wires the window to the engine: calls and events as JSON text, and the two dialogs that only a desktop has. */
export function wireIpc({ ipcMain, dialog, transport, windows, devOrigin }: IpcParts): void {
  const handle = (channel: string, answer: (...words: unknown[]) => unknown) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...words: unknown[]) => {
      if (!isTrustedSender(event, devOrigin)) throw new Error('This page may not call the engine.')
      return answer(...words)
    })

  handle(CHANNELS.call, (request) => {
    if (typeof request !== 'string') throw new TypeError('A call is JSON text.')
    return transport.send(request)
  })
  handle(CHANNELS.pickPaths, async (kind) => {
    const picked = await dialog.showOpenDialog({
      properties: kind === 'folder' ? ['openDirectory', 'multiSelections'] : ['openFile', 'multiSelections'],
      filters:
        kind === 'folder'
          ? []
          : [
              {
                name: 'Articles',
                extensions: ['txt', 'md', 'html', 'htm', 'xhtml', 'jsonl', 'json', 'csv', 'tsv'],
              },
              { name: 'All files', extensions: ['*'] },
            ],
    })
    return picked.canceled ? [] : picked.filePaths
  })
  handle(CHANNELS.saveFile, async (name, data) => {
    if (typeof name !== 'string' || !(data instanceof Uint8Array)) throw new TypeError('Nothing to save.')
    const target = await dialog.showSaveDialog({ defaultPath: name })
    if (target.canceled || !target.filePath) return false
    await writeFile(target.filePath, data)
    return true
  })
  transport.listen((event) => {
    for (const window of windows()) if (!window.isDestroyed()) window.webContents.send(CHANNELS.event, event)
  })
}
