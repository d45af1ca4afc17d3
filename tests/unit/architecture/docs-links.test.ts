import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'seeds/README.md',
]

/** The id that Markdown hosts give a heading. */
const anchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[`*_]/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '')

const anchorsOf = (file: string): Set<string> =>
  new Set(
    [...withoutCode(readFileSync(file, 'utf8')).matchAll(/^#+\s+(.*)$/gm)].map((match) => anchor(match[1]!)),
  )

describe('documentation', () => {
  it.each(pages)('%s links only to what exists', (page) => {
    const path = join(ROOT, page)
    const broken: string[] = []
    for (const match of withoutCode(readFileSync(path, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)) {
      const link = match[1]!
      if (/^(https?:|mailto:)/.test(link)) continue
      const [file, hash] = link.split('#', 2) as [string, string | undefined]
      const target = file === '' ? path : join(dirname(path), decodeURIComponent(file))
      if (!existsSync(target)) broken.push(link)
      else if (
        hash !== undefined &&
        target.endsWith('.md') &&
        !anchorsOf(target).has(decodeURIComponent(hash))
      ) {
        broken.push(link)
      }
    }
    expect(broken).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    const scripts = Object.keys(
      (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
        .scripts,
    )
    const unknown = pages.flatMap((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)]
        .map((match) => match[1]!)
        .filter((name) => !scripts.includes(name))
        .map((name) => `${page}: npm run ${name}`),
    )
    expect(unknown).toEqual([])
  })
})
