import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { startPool } from '#main/engine/pool.ts'
import { createScorer } from '#main/engine/scorer.ts'
import { storeDraft } from '#main/engine/store.ts'
import { collector } from '#main/engine/tidy-memory.ts'
import { startEngineWorker } from '#main/engine/worker-client.ts'
import { openLibrary } from '#main/library/connection.ts'
import { createStory } from '#main/library/queries/stories.ts'
import { createClient } from '#shared/contract/client.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import { median } from './median.ts'
import { measureMemory } from './memory.ts'
import { syntheticDrafts } from './texts.ts'

const ARTICLES = 10_000
/** Paragraphs an article: about five hundred words. */
const LENGTH = 16
/** By then the engine has given back what the calls left behind. */
const QUIET_MS = 5000
/** Resident memory of the whole process: what imports, the engine's thread, and this one that reads the answers. */
const WHEN = {
  imported: 'after the import',
  importPeak: 'most during the import',
  called: 'after the last call',
  peak: 'most until then',
  rest: `at rest, ${QUIET_MS / 1000} seconds later`,
}

/**
 * `npm run bench -- --scale`: a library of 10,000 articles and twenty outlets, made of the sample's paragraphs. Times are
 * given as measured and as a multiple of a plain SQL count of the same rows in the same run.
 */
export async function measureScale(
  root: string,
  sample: readonly ArticleDraft[],
  json: boolean,
): Promise<void> {
  const figures: { name: string; ms: number; ratio: number | null }[] = []
  const say = (name: string, ms: number, ratio: number | null = null, what = '') => {
    figures.push({ name, ms, ratio })
    if (json) return
    const times = ratio === null ? '' : `${ratio.toFixed(1)} × a plain count`
    console.log(`${name.padEnd(52)} ${ms.toFixed(0).padStart(7)} ms  ${times}${what}`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'parallax-scale-'))
  const file = join(folder, 'library.parallax')
  try {
    // Import: two threads analyse, this one stores, as in the engine.
    const db = openLibrary(file)
    const lexicons = await loadLexicons(join(root, 'resources/lexicons'))
    const scorer = createScorer(lexicons)
    const now = () => '2031-06-01T00:00:00Z'
    const storyId = createStory(db, 'Scale', now())
    const pool = startPool(new URL('../../src/main/engine/analyst.ts', import.meta.url), lexicons, 2)
    const begun = performance.now()
    let words = 0
    const underWay = new Set<Promise<void>>()
    for (const draft of syntheticDrafts(sample, ARTICLES, { length: LENGTH })) {
      const task: Promise<void> = pool
        .score(draft)
        .then((analysed) => {
          words += analysed.analysis.words
          storeDraft({ db, scorer, now }, draft, storyId, analysed)
        })
        .finally(() => underWay.delete(task))
      underWay.add(task)
      if (underWay.size >= 4) await Promise.race(underWay)
    }
    await Promise.all(underWay)
    const importMs = performance.now() - begun
    await pool.close()
    const rate = `${Math.round((1000 * ARTICLES) / importMs)} articles a second, ${(words / 1e6).toFixed(1)} million words`
    say(`import of ${ARTICLES} articles with two threads`, importMs, null, rate)
    const count = (sql: string) => median(() => db.prepare(sql).get(), 5)
    const articles = count('SELECT count(*), sum(words) FROM article')
    const mentions = count('SELECT count(*), sum(tone) FROM mention')
    db.close()

    // What importing left in this thread is not the engine's; nor, below, are the answers that were read here.
    const clear = collector()
    clear?.()
    const imported = { rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 }
    const opened = performance.now()
    // In a thread of its own, as in the app.
    const workerUrl = new URL('../../src/main/engine/worker.ts', import.meta.url)
    const engine = await startEngineWorker({ workerUrl, root, libraryFile: file, sample: false })
    const client = createClient(engine)
    await client['app.state']({})
    await client['stories.list']({})
    say('opening the library, first answer', performance.now() - opened)
    const filter = { storyId }
    const page = { sort: 'published', descending: true, offset: 0, limit: 100 } as const
    const time = async (name: string, baseline: number, run: () => Promise<unknown>) => {
      const taken: number[] = []
      for (let index = 0; index < 5; index++) {
        const start = performance.now()
        await run()
        taken.push(performance.now() - start)
      }
      taken.sort((a, b) => a - b)
      say(name, taken[2]!, taken[2]! / baseline)
    }
    let outlet = 4
    await time('list, first page', articles, () => client['articles.list']({ filter, ...page }))
    await time('list, by outlet', articles, () =>
      client['articles.list']({ filter: { ...filter, outlets: ['Outlet 3'] }, ...page, sort: 'title' }),
    )
    await time('filter lists', articles, () => client['articles.facets']({ filter }))
    await time('search', articles, () =>
      client['articles.list']({ filter: { ...filter, query: 'harbour gate' }, ...page, sort: 'relevance' }),
    )
    await time('compare', mentions, () =>
      client['figures.compare']({ filter, lexicon: 'conflict-and-protest', voice: 'narration' }),
    )
    await time('mentions behind a figure', mentions, () =>
      client['figures.mentions']({
        filter,
        concept: 'foreign-troops',
        outlet: 'Outlet 3',
        voice: 'narration',
        sort: 'newest',
        offset: 0,
        limit: 200,
      }),
    )
    const keyness = { filter, targetOutlet: 'Outlet 3', limit: 200 } as const
    const first = performance.now()
    await client['figures.keyness'](keyness)
    say('keyness of an outlet against the rest, first', performance.now() - first)
    await time('keyness again', articles, () => client['figures.keyness'](keyness))
    await time('keyness of another outlet', articles, () =>
      client['figures.keyness']({ ...keyness, targetOutlet: `Outlet ${++outlet}` }),
    )
    const pairs = performance.now()
    await client['figures.keyness']({ ...keyness, ngrams: 2 })
    say('keyness of pairs of words, first', performance.now() - pairs)
    const solid = { filter, concept: 'foreign-troops', voice: 'narration' } as const
    /** Answers are kept until anything changes, so the first is timed by itself. */
    const once = async (name: string, run: () => Promise<unknown>) => {
      const start = performance.now()
      await run()
      say(`${name}, first`, performance.now() - start)
    }
    await once('test that all outlets frame alike', () => client['figures.solidity'](solid))
    await time('test again', mentions, () => client['figures.solidity'](solid))
    await once('how solid an outlet’s figures are', () =>
      client['figures.solidity']({ ...solid, outlets: ['Outlet 3'] }),
    )
    await once('differences of every two outlets', () => client['figures.differences'](solid))
    await once('headline and lead', () => client['figures.salience'](solid))
    await once('tone', () => client['figures.tone'](solid))
    await once('silence', () => client['figures.silences']({ filter, outlet: 'Outlet 3' }))
    await once('words near a concept', () =>
      client['figures.collocates']({
        filter,
        node: { kind: 'mentions', concept: 'foreign-troops' },
        within: 'window',
        lemma: true,
      }),
    )
    const { lexicon } = await client['lexicons.addTerm']({
      lexicon: null,
      concept: { id: 'foreign-troops' },
      frame: { id: 'occupation' },
      language: 'en',
      term: 'welder',
      save: false,
    })
    await once('preview of a term added to a lexicon', () =>
      client['lexicons.preview']({ lexicon: { ...lexicon }, filter, maxMs: 60_000 }),
    )
    await once('lines of a word as counted', () =>
      client['concordance.search']({
        filter: { ...filter, outlets: ['Outlet 3'] },
        find: { kind: 'words', text: 'harbour', match: 'counted' },
        sort: 'right1',
        offset: 0,
        limit: 200,
      }),
    )
    await once('reading all texts for searches', () => client['concordance.warm']({}))
    await once('lines of a word', () =>
      client['concordance.search']({
        filter,
        find: { kind: 'words', text: 'harbour', match: 'lemma' },
        sort: 'right1',
        offset: 0,
        limit: 200,
      }),
    )
    await once('shared passages', () => client['figures.repeats']({ filter }))
    await time('speakers', mentions, () => client['figures.speakers']({ filter, concept: 'foreign-troops' }))
    await time('days', mentions, () =>
      client['figures.days']({ filter, concept: 'foreign-troops', voice: 'all' }),
    )
    const numbers = performance.now()
    await client['figures.facts']({ filter })
    say('figures of people, first', performance.now() - numbers)
    const rivals = performance.now()
    await client['discover.candidates']({ filter })
    say('candidates for rival terms, first', performance.now() - rivals)
    await time('candidates for one concept', mentions, () =>
      client['discover.candidates']({ filter, concept: 'foreign-troops' }),
    )
    await time('one article', articles, () => client['articles.get']({ id: 5000 }))
    const called = process.memoryUsage.rss()
    const peak = process.resourceUsage().maxRSS * 1024
    clear?.()
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    const resident = {
      imported: imported.rss,
      importPeak: imported.peak,
      called,
      peak,
      rest: process.memoryUsage.rss(),
    }
    await engine.close()
    const memory = measureMemory(sample, scorer, [2000, ARTICLES])
    if (!json)
      for (const { articles, megabytes } of memory)
        console.log(`living objects of a thread after analysing ${articles} articles: ${megabytes} MB`)
    if (json) console.log(JSON.stringify({ figures, memory, resident }))
    else
      for (const [when, bytes] of Object.entries(resident))
        console.log(
          `memory of this process, ${WHEN[when as keyof typeof resident]}: ${Math.round(bytes / 1e6)} MB`,
        )
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
}
