import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '#main/engine/engine.ts'
import { createClient, type EngineClient } from '#shared/contract/client.ts'
import type { ImportProgress } from '#shared/domain/library.ts'
import { isCounted, VOICE_FILTERS } from '#shared/domain/voice.ts'

// One truth: what the charts count, what is marked in the texts, the lines behind a figure and what the command line
// prints are the same namings.
const root = join(import.meta.dirname, '../..')
const SEEDS = join(root, '../shared/seeds')
const engines: Engine[] = []
afterAll(() => Promise.all(engines.map((one) => one.close())))

const NO_OUTLET = null

interface CliOutlet {
  readonly outlet: string | null
  readonly words: number
  readonly all: readonly {
    readonly concept: string
    readonly frames: readonly { frame: string; count: number }[]
  }[]
}

function score(...words: string[]): { outlets: CliOutlet[] } {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'src/main/cli.ts'), 'score', ...words, '--json'],
    { cwd: root, env: { ...process.env, INIT_CWD: root }, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  expect(status).toBe(0)
  return JSON.parse(stdout) as { outlets: CliOutlet[] }
}

async function open(sample: boolean): Promise<EngineClient> {
  const engine = await createEngine({ root, libraryFile: ':memory:', sample })
  engines.push(engine)
  return createClient(engine)
}

async function agree(client: EngineClient, printed: readonly CliOutlet[], least = 20): Promise<void> {
  const ids = await client['articles.ids']({ filter: {}, sort: 'added', descending: false })
  const articles = await Promise.all(ids.map(async (id) => (await client['articles.get']({ id }))!))
  let checked = 0
  for (const lexicon of await client['lexicons.list']({})) {
    for (const voice of VOICE_FILTERS) {
      const { concepts } = await client['figures.compare']({ filter: {}, lexicon: lexicon.id, voice })
      for (const { concept, outlets } of concepts) {
        for (const { outlet, frames, count } of outlets) {
          const marked = articles
            .filter((one) => (one.outlet ?? '') === outlet)
            .flatMap((one) => one.mentions)
            .filter(isCounted)
            .filter((one) => one.concept === concept && (voice === 'all' || one.voice === voice))
          const lines = await client['figures.mentions']({
            filter: {},
            concept,
            outlet,
            voice,
            sort: 'newest',
            offset: 0,
            limit: 1000,
          })
          const where = [lexicon.id, voice, concept, outlet]
          expect([...where, marked.length, lines.total, lines.lines.length]).toEqual([
            ...where,
            count,
            count,
            count,
          ])
          for (const { frame, count: inFrame } of frames) {
            expect(marked.filter((one) => one.frame === frame).length).toBe(inFrame)
            if (voice !== 'all') continue
            const cli = printed
              .find((one) => one.outlet === (outlet === '' ? NO_OUTLET : outlet))
              ?.all.find((one) => one.concept === concept)
              ?.frames.find((one) => one.frame === frame)
            expect([...where, frame, cli?.count]).toEqual([...where, frame, inFrame])
            checked++
          }
        }
      }
    }
  }
  expect(checked).toBeGreaterThan(least)
}

describe('one truth', () => {
  it('holds on the sample story', async () => {
    const { outlets } = score('seeds/articles', '--no-clean', '--manifest', 'seeds/manifest.csv')
    await agree(await open(true), outlets)
  })

  it('counts what a pull quote repeats once, and what a caption says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parallax-pull-quote-'))
    const text = [
      'Gates of Anselm stay shut',
      'The harbour of Anselm stood still on Monday, and nobody could say for how long it would.',
      'Pictured: soldiers at the north gate',
      'Nobody invited these soldiers to our old harbour town',
      'Mira Tolstad sells tickets. “Nobody invited these soldiers to our old harbour town,” she said at the booth.',
    ].join('\n\n')
    const file = join(folder, 'a.jsonl')
    writeFileSync(
      file,
      `${JSON.stringify({ title: text.split('\n')[0], outlet: 'Gazette', language: 'en', text })}\n`,
    )
    const client = await open(false)
    const ended = new Promise<ImportProgress>((resolve) =>
      client.on('import.progress', (one) => one.state !== 'running' && resolve(one)),
    )
    await client['imports.start']({ paths: [file] })
    expect((await ended).added).toBe(1)
    const [id] = await client['articles.ids']({ filter: {}, sort: 'added', descending: false })
    // Cleaning leaves captions out; this one is put back.
    const [caption] = (await client['articles.get']({ id: id! }))!.leftOut
    expect(caption).toMatchObject({ text: 'Pictured: soldiers at the north gate', reason: 'caption' })
    await client['articles.putBack']({ id: id!, originalStart: caption!.originalStart, keep: true })
    const article = (await client['articles.get']({ id: id! }))!
    expect(article.mentions.map(({ text: words, section }) => [words, section])).toEqual([
      ['soldiers', 'caption'],
      ['soldiers', 'pull-quote'],
      ['soldiers', 'body'],
    ])
    const { concepts } = await client['figures.compare']({
      filter: {},
      lexicon: 'conflict-and-protest',
      voice: 'all',
    })
    const troops = concepts.find((one) => one.concept === 'foreign-troops')!
    expect(troops.outlets.map((one) => one.count)).toEqual([2])
    const lines = await client['concordance.search']({
      filter: {},
      find: { kind: 'mentions', concept: 'foreign-troops', voice: 'all' },
      sort: 'position',
      offset: 0,
      limit: 10,
    })
    expect(lines.total).toBe(2)
    await agree(client, score(file, '--no-clean').outlets, 0)
    rmSync(folder, { recursive: true })
  })

  it.skipIf(!existsSync(SEEDS))('holds on the five articles (skipped where they are absent)', async () => {
    const client = await open(false)
    const ended = new Promise<ImportProgress>((resolve) =>
      client.on('import.progress', (one) => one.state !== 'running' && resolve(one)),
    )
    await client['imports.start']({ paths: [SEEDS] })
    const files = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))
    expect((await ended).added).toBe(files.length)
    await agree(client, score(SEEDS).outlets)
  })
})
