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

/** Wires the window to the engine: calls and events as JSON text, and the dialogs that only a desktop has. */
export function wireIpc({ ipcMain, dialog, transport, windows, devOrigin }: IpcParts): void {
  const handleFrom = (
    channel: string,
    answer: (sender: IpcMainInvokeEvent['sender'], ...words: unknown[]) => unknown,
  ) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...words: unknown[]) => {
      if (!isTrustedSender(event, devOrigin)) throw new Error('This page may not call the engine.')
      return answer(event.sender, ...words)
    })
  const handle = (channel: string, answer: (...words: unknown[]) => unknown) =>
    handleFrom(channel, (_sender, ...words) => answer(...words))
  const save = async (name: string, data: Uint8Array): Promise<boolean> => {
    const target = await dialog.showSaveDialog({ defaultPath: name })
    if (target.canceled || !target.filePath) return false
    await writeFile(target.filePath, data)
    return true
  }

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
  handle(CHANNELS.saveFile, (name, data) => {
    if (typeof name !== 'string' || !(data instanceof Uint8Array)) throw new TypeError('Nothing to save.')
    return save(name, data)
  })
  // The page has laid out what it wants on paper; margins are its own style sheet's.
  handleFrom(CHANNELS.printPdf, async (sender, name, paper) => {
    if (typeof name !== 'string') throw new TypeError('Nothing to print.')
    const pageSize = paper === 'Letter' ? 'Letter' : 'A4'
    return save(name, await sender.printToPDF({ pageSize, printBackground: true, generateTaggedPDF: true }))
  })
  transport.listen((event) => {
    for (const window of windows()) if (!window.isDestroyed()) window.webContents.send(CHANNELS.event, event)
  })
}
