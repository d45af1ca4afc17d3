import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

function parallax(...words: string[]) {
  const env = { ...process.env, INIT_CWD: ROOT }
  return spawnSync(process.execPath, [join(ROOT, 'src/main/cli.ts'), ...words], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  })
}

describe('parallax discover', () => {
  it('lists candidates with what speaks for them', () => {
    const { stdout, status } = parallax(
      'discover',
      'seeds/articles',
      '--concept',
      'foreign-troops',
      '--limit',
      '3',
    )
    expect(status).toBe(0)
    expect(stdout).toMatch(/^en: 9 articles of \d+ outlets, \d+ known namings, \d+ candidates\n/)
    expect(stdout).toMatch(/sits where “[^”]+” sits: \d+ shared contexts, cosine 0\.\d\d \(foreign-troops\)/)
    expect(stdout).toMatch(/… and \d+ more; --json gives all\./)
  })

  it('names the concepts there are when asked for another', () => {
    const { stderr, status } = parallax('discover', 'seeds/articles', '--concept', 'constructor')
    expect(status).toBe(2)
    expect(stderr).toMatch(/There is no concept “constructor”\. Known: .*foreign-troops/)
  })

  it('says what is missing when there is nothing to compare', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'parallax-discover-')), 'one.txt')
    writeFileSync(file, 'Gates stayed shut.\n')
    const { stderr, status } = parallax('discover', file)
    expect(status).toBe(0)
    expect(stderr).toContain('No candidates')
  })
})
