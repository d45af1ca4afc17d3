import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { findElectron, hasDisplay, installedElectron } from '#main/hosts/shared/electron-binary.ts'
import { launchWords, parseLaunchOptions } from '#main/hosts/shared/launch-options.ts'
import { defaultLibraryFile, rootFrom, workerUrlFrom } from '#main/hosts/shared/paths.ts'

describe('launch options', () => {
  it('opens a window by default', () => {
    expect(parseLaunchOptions([])).toEqual({ browser: false, port: 0, library: null, open: true })
  })
  it('reads each option, and hands them on alike', () => {
    const base = process.env.INIT_CWD ?? '.'
    const options = parseLaunchOptions([
      '--browser',
      '--port',
      '8123',
      '--library',
      'a.parallax',
      '--no-open',
    ])
    expect(options).toEqual({ browser: true, port: 8123, library: resolve(base, 'a.parallax'), open: false })
    expect(parseLaunchOptions(launchWords(options))).toEqual(options)
  })
  it('means the browser when a port is named', () => {
    expect(parseLaunchOptions(['--port', '8123']).browser).toBe(true)
  })
  it.each([[['--port', '70000']], [['--port', 'x']], [['--nonsense']]])(
    'ends with 2 on wrong usage %j',
    (words) => {
      const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
        throw new Error(`exit ${code}`)
      })
      vi.spyOn(process.stderr, 'write').mockReturnValue(true)
      expect(() => parseLaunchOptions(words)).toThrow('exit 2')
      exit.mockRestore()
      vi.restoreAllMocks()
    },
  )
})

describe('finding Electron', () => {
  const folder = (): string => {
    const root = mkdtempSync(join(tmpdir(), 'parallax-electron-'))
    mkdirSync(join(root, 'node_modules/electron'), { recursive: true })
    writeFileSync(join(root, 'package.json'), '{}')
    writeFileSync(join(root, 'node_modules/electron/package.json'), '{"name":"electron"}')
    return root
  }
  const install = (root: string) => {
    mkdirSync(join(root, 'node_modules/electron/dist'))
    writeFileSync(join(root, 'node_modules/electron/dist/electron'), '')
    writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
  }

  it('takes the one that is there', async () => {
    const root = folder()
    install(root)
    expect(await installedElectron(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
    const fetchBinary = vi.fn(async () => true)
    expect(await findElectron(root, fetchBinary)).toEqual({
      path: join(root, 'node_modules/electron/dist/electron'),
    })
    expect(fetchBinary).not.toHaveBeenCalled()
  })
  it('fetches once, and uses what was fetched', async () => {
    const root = folder()
    const found = await findElectron(root, async () => {
      install(root)
      return true
    })
    expect(found.path).toBe(join(root, 'node_modules/electron/dist/electron'))
  })
  it('remembers a failure for a week and then tries again', async () => {
    const root = folder()
    const fetchBinary = vi.fn(async () => false)
    const day = 24 * 3600_000
    expect((await findElectron(root, fetchBinary, () => 0)).path).toBeNull()
    expect((await findElectron(root, fetchBinary, () => 6 * day)).path).toBeNull()
    expect(fetchBinary).toHaveBeenCalledTimes(1)
    await findElectron(root, fetchBinary, () => 8 * day)
    expect(fetchBinary).toHaveBeenCalledTimes(2)
  })
  it('needs a display on Linux alone', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
  })
})

describe('paths', () => {
  it('finds root and worker from source and from the build', () => {
    expect(rootFrom('file:///x/parallax/src/main/serve.ts')).toBe('/x/parallax/')
    expect(rootFrom('file:///x/parallax/out/main/serve.js')).toBe('/x/parallax/')
    expect(workerUrlFrom('file:///x/src/main/serve.ts').href).toBe('file:///x/src/main/engine/worker.ts')
    expect(workerUrlFrom('file:///x/out/main/serve.js').href).toBe('file:///x/out/main/worker.js')
  })
  it('keeps the library in the user folder of each system', () => {
    expect(defaultLibraryFile('linux', { XDG_CONFIG_HOME: '/c' })).toBe(
      join('/c', 'Parallax', 'library.parallax'),
    )
    expect(defaultLibraryFile('win32', { APPDATA: 'C:\\A' })).toContain('Parallax')
    expect(defaultLibraryFile('darwin', {})).toContain('Application Support')
  })
})
