import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '#main/hosts/electron/channels.ts'
import { startDesktop } from '#main/hosts/electron/desktop.ts'
import { menuTemplate } from '#main/hosts/electron/menu.ts'
import { FakeWebContents, FakeWindow, fakeElectron } from '#tests/support/fake-electron.ts'
import { fakeTransport } from '#tests/support/fake-transport.ts'

const PAGE = 'app://parallax/#/library'
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

async function start(
  options: { devAddress?: string; firstInstance?: boolean; platform?: NodeJS.Platform } = {},
) {
  const front = mkdtempSync(join(tmpdir(), 'parallax-desktop-'))
  writeFileSync(join(front, 'index.html'), '<title>front</title>')
  const electron = fakeElectron(
    options.firstInstance === undefined ? {} : { firstInstance: options.firstInstance },
  )
  const transport = fakeTransport()
  startDesktop({
    electron: electron.parts,
    front,
    preload: '/preload/index.cjs',
    devAddress: options.devAddress ?? null,
    platform: options.platform ?? 'linux',
    startEngine: async () => transport,
  })
  await settle()
  return { electron, transport, front }
}

describe('desktop host', () => {
  it('opens one locked-down window on app://', async () => {
    const { electron } = await start()
    expect(electron.app.sandboxed).toBe(true)
    expect(electron.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
    expect(FakeWindow.all).toHaveLength(1)
    const [window] = FakeWindow.all
    expect(window!.loaded).toEqual(['app://parallax/'])
    expect(window!.options.webPreferences).toMatchObject({
      preload: '/preload/index.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    })
    expect(window!.shown).toBe(false)
    window!.emit('ready-to-show')
    expect(window!.shown).toBe(true)
  })

  it('serves the front with a strict policy, and nothing else', async () => {
    const { electron } = await start()
    const page = await electron.request('app://parallax/')
    expect(await page.text()).toBe('<title>front</title>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await electron.request('app://parallax/../../etc/passwd')).status).toBe(404)
    expect((await electron.request('app://elsewhere/index.html')).status).toBe(404)
  })

  it('carries calls and events as JSON text', async () => {
    const { electron, transport } = await start()
    const request = '{"call":"app.state","input":{}}'
    expect(await electron.invoke(CHANNELS.call, PAGE, request)).toBe(
      '{"ok":true,"value":{"call":"app.state","input":{}}}',
    )
    await expect(electron.invoke(CHANNELS.call, PAGE, { call: 'app.state' })).rejects.toThrow('JSON text')
    transport.emit('{"event":"library.changed","value":{"areas":[]}}')
    expect(FakeWindow.all[0]!.webContents.sent).toEqual([
      [CHANNELS.event, '{"event":"library.changed","value":{"areas":[]}}'],
    ])
  })

  it('answers no page but its own, and no frame inside it', async () => {
    const { electron, transport } = await start()
    for (const channel of electron.channels()) {
      for (const url of ['https://evil.example/', 'app://evil/', 'file:///etc/passwd', 'about:blank', '']) {
        await expect(electron.invoke(channel, url, '{}'), `${channel} from ${url}`).rejects.toThrow('may not')
      }
      await expect(electron.invokeFromFrame(channel, PAGE, '{}')).rejects.toThrow('may not')
    }
    expect(transport.requests).toEqual([])
  })

  it('refuses every request to the network', async () => {
    const { electron } = await start()
    for (const url of [
      'https://example.org/a.js',
      'http://127.0.0.1:80/',
      'ws://x/',
      'file:///etc/passwd',
      'app://other/',
    ]) {
      expect([url, electron.isCancelled(url)]).toEqual([url, true])
    }
    for (const url of ['app://parallax/assets/a.js', 'data:image/png;base64,AA', 'blob:app://parallax/1']) {
      expect([url, electron.isCancelled(url)]).toEqual([url, false])
    }
    for (const name of ['media', 'geolocation', 'notifications', 'openExternal']) {
      expect(electron.isPermitted(name)).toBe(false)
    }
  })

  it('lets a page neither navigate away nor open a window; a web link goes to the system browser', async () => {
    const { electron } = await start()
    const contents = new FakeWebContents()
    electron.app.emit('web-contents-created', {}, contents)
    const prevented = (event: string, url: string): boolean => {
      let stopped = false
      contents.emit(event, {
        url,
        preventDefault: () => {
          stopped = true
        },
      })
      return stopped
    }
    expect(prevented('will-navigate', 'https://example.org/')).toBe(true)
    expect(prevented('will-navigate', 'app://parallax/#/read/1')).toBe(false)
    expect(prevented('will-redirect', 'file:///etc/passwd')).toBe(true)
    expect(prevented('will-attach-webview', '')).toBe(true)
    expect(contents.openHandler!({ url: 'https://example.org/a' })).toEqual({ action: 'deny' })
    expect(contents.openHandler!({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' })
    expect(contents.openHandler!({ url: 'javascript:alert(1)' })).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual(['https://example.org/a'])
  })

  it('lets the hot-reload server in during development only', async () => {
    const { electron } = await start({ devAddress: 'http://localhost:5173/' })
    expect(FakeWindow.all[0]!.loaded).toEqual(['http://localhost:5173/'])
    expect(electron.isCancelled('http://localhost:5173/main.tsx')).toBe(false)
    expect(electron.isCancelled('ws://localhost:5173/')).toBe(false)
    expect(electron.isCancelled('http://localhost:5174/')).toBe(true)
    await expect(electron.invoke(CHANNELS.call, 'http://localhost:5173/', '{}')).resolves.toBeTypeOf('string')
  })

  it('offers files and folders, and saves what it is given', async () => {
    const { electron, front } = await start()
    expect(await electron.invoke(CHANNELS.pickPaths, PAGE, 'files')).toEqual([])
    electron.dialogs.open = { canceled: false, filePaths: ['/a.txt'] }
    expect(await electron.invoke(CHANNELS.pickPaths, PAGE, 'folder')).toEqual(['/a.txt'])
    expect(await electron.invoke(CHANNELS.saveFile, PAGE, 'a.csv', new Uint8Array([65]))).toBe(false)
    const target = join(front, 'a.csv')
    electron.dialogs.save = { canceled: false, filePath: target }
    expect(await electron.invoke(CHANNELS.saveFile, PAGE, 'a.csv', new Uint8Array([65]))).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('A')
    await expect(electron.invoke(CHANNELS.saveFile, PAGE, 'a.csv', 'text')).rejects.toThrow('Nothing to save')
  })

  it('makes a PDF of the page that asks for it, on paper of a known size', async () => {
    const { electron, front } = await start()
    const target = join(front, 'page.pdf')
    electron.dialogs.save = { canceled: false, filePath: target }
    expect(await electron.invoke(CHANNELS.printPdf, PAGE, 'page.pdf', 'Letter')).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('%PDF-')
    electron.dialogs.save = { canceled: true, filePath: '' }
    expect(await electron.invoke(CHANNELS.printPdf, PAGE, 'page.pdf', '../../etc')).toBe(false)
    expect(electron.prints).toEqual([
      expect.objectContaining({ pageSize: 'Letter', printBackground: true }),
      expect.objectContaining({ pageSize: 'A4' }),
    ])
    await expect(electron.invoke(CHANNELS.printPdf, 'https://example.org/', 'a.pdf', 'A4')).rejects.toThrow()
  })

  it('closes the library before it quits', async () => {
    const { electron, transport } = await start()
    electron.app.emit('window-all-closed')
    await settle()
    expect(transport.closed()).toBe(true)
    expect(electron.app.quits).toBe(2)
  })

  it('stays open without windows on macOS and reopens one', async () => {
    const { electron, transport } = await start({ platform: 'darwin' })
    FakeWindow.all = []
    electron.app.emit('window-all-closed')
    await settle()
    expect(transport.closed()).toBe(false)
    electron.app.emit('activate')
    expect(FakeWindow.all).toHaveLength(1)
  })

  it('shows the first instance instead of starting a second', async () => {
    const second = await start({ firstInstance: false })
    expect(second.electron.app.quits).toBe(1)
    expect(FakeWindow.all).toHaveLength(0)
    const first = await start()
    first.electron.app.emit('second-instance')
    expect(FakeWindow.all[0]!.focused).toBe(1)
  })

  it('says why when the engine does not start', async () => {
    const electron = fakeElectron()
    startDesktop({
      electron: electron.parts,
      front: '.',
      preload: 'x',
      devAddress: null,
      startEngine: async () => {
        throw new Error('This library was made by a newer Parallax.')
      },
    })
    await settle()
    expect(electron.errors).toEqual(['This library was made by a newer Parallax.'])
    expect(electron.app.quits).toBe(1)
  })

  it('has a menu in both languages that tells the page what to do', async () => {
    const { electron } = await start()
    const file = electron.menu().find((item) => item.label === 'File')!
    const [importFiles] = file.submenu as Electron.MenuItemConstructorOptions[]
    ;(importFiles!.click as () => void)()
    expect(FakeWindow.all[0]!.webContents.sent).toEqual([[CHANNELS.command, 'import-files']])
    const labels = (locale: string) => menuTemplate('linux', locale, () => {}).map((item) => item.label)
    expect(labels('ru-RU')).toEqual(['Файл', 'Правка', 'Вид', 'Окно'])
    expect(labels('en-GB')).toEqual(['File', 'Edit', 'View', 'Window'])
    expect(menuTemplate('darwin', 'en', () => {})[0]).toEqual({ role: 'appMenu' })
  })
})

describe('preload', () => {
  it('imports nothing but Electron and names the same channels as the main process', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../src/preload/index.ts'), 'utf8')
    expect([...source.matchAll(/from '([^']+)'/g)].map((match) => match[1])).toEqual(['electron'])
    const named = [...source.matchAll(/'(parallax:[^']+)'/g)].map((match) => match[1]).sort()
    expect(named).toEqual(Object.values(CHANNELS).sort())
    expect(source).not.toMatch(/ipcRenderer,?\s*}\s*\)/)
  })
})
