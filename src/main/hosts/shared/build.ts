import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const BUILT = ['out/main/serve.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const SOURCES = ['src', 'package.json', 'electron.vite.config.ts']

/** Builds the app into `out/` when a source is newer than the last build. Answers false when the build failed. */
export async function buildIfStale(root: string, say: (line: string) => void): Promise<boolean> {
  const built = Math.min(...(await Promise.all(BUILT.map((file) => newest(join(root, file))))))
  const sources = Math.max(...(await Promise.all(SOURCES.map((file) => newest(join(root, file))))))
  if (built > sources) return true
  say('Building Parallax (only after a change) …')
  const output: string[] = []
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
      { cwd: root },
    )
    child.stdout.on('data', (part: Buffer) => output.push(part.toString()))
    child.stderr.on('data', (part: Buffer) => output.push(part.toString()))
    child.on('error', () => resolve(1))
    child.on('exit', resolve)
  })
  if (code !== 0) say(output.join(''))
  return code === 0
}

/** Latest modification in a file or folder, in ms; 0 when there is none. */
async function newest(path: string): Promise<number> {
  const info = await stat(path).catch(() => null)
  if (info === null) return 0
  if (!info.isDirectory()) return info.mtimeMs
  const inside = await readdir(path, { recursive: true, withFileTypes: true })
  const times = await Promise.all(
    inside
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name)).then((found) => found.mtimeMs)),
  )
  return Math.max(0, ...times)
}
