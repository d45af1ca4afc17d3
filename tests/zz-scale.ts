import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '#main/engine/engine.ts'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { createScorer } from '#main/engine/scorer.ts'
import { storeDraft } from '#main/engine/store.ts'
import { openLibrary } from '#main/library/connection.ts'
import { createStory } from '#main/library/queries/stories.ts'
import { readInputs } from '#main/importing/read-inputs.ts'
import { createClient } from '#shared/contract/client.ts'
import { syntheticDrafts } from './bench/texts.ts'
const root = join(import.meta.dirname, '..')
const file = '/tmp/h/lexicons/scale.parallax'
const N = 5000
if (!existsSync(file)) {
  await loadLanguages()
  const db = openLibrary(file)
  const scorer = createScorer(await loadLexicons(join(root, 'resources/lexicons')))
  const now = () => '2031-06-01T00:00:00Z'
  const storyId = createStory(db, 'Scale', now())
  const sample = []
  for await (const one of readInputs(['seeds/articles'], { base: root, clean: false, manifest: join(root, 'seeds/manifest.csv') })) if (one.kind === 'draft') sample.push(one.draft)
  const t = performance.now()
  for (const draft of syntheticDrafts(sample, N, { length: 16 })) storeDraft({ db, scorer, now }, draft, storyId)
  console.log('import', Math.round(performance.now() - t))
  db.close()
}
const engine = await createEngine({ root, libraryFile: file, sample: false })
const client = createClient(engine)
const time = async (name: string, work: () => Promise<unknown>) => {
  const t = performance.now()
  const value = await work()
  console.log(name, Math.round(performance.now() - t), 'ms', JSON.stringify(value))
}
const brief = (one: { gained: number; lost: number; candidates: number; searched: number; articles: number }) => [one.gained, one.lost, one.candidates, one.searched, one.articles]
const copy = await client['lexicons.get']({ id: 'bench-copy' }) ?? await client['lexicons.copy']({ id: 'conflict-and-protest', title: 'Bench copy' })
const all = await client['lexicons.list']({ all: true })
console.log('stale', (await client['app.state']({})).staleArticles)
const added = (pattern: string) => ({ ...copy, concepts: copy.concepts.map((c, i) => i ? c : { ...c, frames: c.frames.map((f, j) => j ? f : { ...f, terms: { ...f.terms, en: [...f.terms.en!, { id: 'zz', pattern, note: 'n', source: 's' }] } }) }) })
for (const p of ['welder', 'welder', 'harbour', 'city', 'the'])
  await time(`add ${p}`, async () => brief(await client['lexicons.preview']({ lexicon: added(p), filter: {}, maxMs: 60000 })))
await time('off climate', async () => brief(await client['lexicons.preview']({ filter: {}, off: ['climate'], maxMs: 60000 })))
await time('off all conflict', async () => brief(await client['lexicons.preview']({ filter: {}, off: ['conflict-and-protest', copy.id, 'kazakhstan-january-2022'], maxMs: 60000 })))
await time('forms', async () => (await client['lexicons.proposeForms']({ language: 'ru', term: 'каратель' })).pattern)
await time('check', async () => (await client['lexicons.check']({ lexicon: copy })).length)
await time('save', async () => (await client['lexicons.save']({ lexicon: added(`welder${Date.now() % 1000}`), expectedVersion: copy.version })).lexicon?.version)
const stale = (await client['app.state']({})).staleArticles
await new Promise((r) => setTimeout(r, 10000))
console.log('rescore rate', (stale - (await client['app.state']({})).staleArticles) / 10, 'per s of', stale)
console.log(all.length, Math.round(process.memoryUsage().rss / 1e6), 'MB')
await engine.close()
