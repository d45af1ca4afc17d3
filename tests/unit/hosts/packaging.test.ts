import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const build = manifest.build

// The packages cannot be made without the Electron binary; this checks what can be checked of their configuration.
describe('packaging', () => {
  it('makes packages for Windows, macOS and Linux', () => {
    expect(build.win.target).toContain('nsis')
    expect(build.mac.target).toContain('dmg')
    expect(build.linux.target).toContain('AppImage')
    expect(manifest.scripts.package).toContain('electron-builder')
  })

  it('unpacks the SQLite binding from the archive, and builds nothing anew', () => {
    expect(build.asar).toBe(true)
    expect(build.asarUnpack).toEqual(['node_modules/better-sqlite3/**'])
    expect(build.npmRebuild).toBe(false)
    const binding = join(ROOT, 'node_modules/better-sqlite3/prebuilds')
    expect(existsSync(binding)).toBe(true)
  })

  it('ships what the app reads at run time', () => {
    for (const part of ['out/**', 'resources/**', 'seeds/**', 'package.json'])
      expect(build.files).toContain(part)
    for (const file of build.files.filter((part: string) => !part.includes('*'))) {
      expect(existsSync(join(ROOT, file)), file).toBe(true)
    }
  })

  it('shuts the fuses that would let somebody else’s code in', () => {
    expect(build.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('is a configuration that electron-builder itself accepts', async () => {
    const require = createRequire(createRequire(join(ROOT, 'package.json')).resolve('electron-builder'))
    const schemaFile = join(require.resolve('app-builder-lib/package.json'), '..', 'scheme.json')
    const known = Object.keys(JSON.parse(readFileSync(schemaFile, 'utf8')).properties)
    expect(Object.keys(build).filter((key) => !known.includes(key))).toEqual([])
  })
})
