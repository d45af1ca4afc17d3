import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary, type WritableDatabase } from '#main/library/connection.ts'
import { countArticles, purgeRemoved } from '#main/library/queries/articles.ts'
import { purgeNotebooks } from '#main/library/queries/notebook.ts'
import { allSettings, setSetting } from '#main/library/queries/settings.ts'
import { listStories, removeEmptySample } from '#main/library/queries/stories.ts'
import type { Transport } from '#shared/contract/client.ts'
import { ANALYSIS_VERSION } from '#shared/domain/analysis.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { apartHandlers } from './apart.ts'
import { articleHandlers } from './articles.ts'
import { collocateHandlers } from './collocates.ts'
import { concordanceHandlers } from './concordance.ts'
import type { EngineContext } from './context.ts'
import { correctionHandlers } from './corrections.ts'
import { discoverHandlers } from './discover.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { figureHandlers } from './figures.ts'
import { createImportJobs, type ImportJobs } from './import-jobs.ts'
import { lexiconHandlers } from './lexicon-calls.ts'
import { loadLexicons } from './lexicons/load.ts'
import { createPacks } from './lexicons/packs.ts'
import { loadLanguages } from './load-languages.ts'
import { notebookHandlers } from './notebook.ts'
import { createRepeats, repeatHandlers, withRepeats } from './repeats.ts'
import { loadSample } from './sample.ts'
import { silenceHandlers } from './silences.ts'
import { createRescorer } from './store.ts'
import { storyHandlers } from './stories.ts'
import { storyFigureHandlers } from './story-figures.ts'
import { createMemoryTidier } from './tidy-memory.ts'
import { wordHandlers } from './words.ts'

export interface EngineOptions {
  readonly root: string
  /** The library's file; `:memory:` keeps nothing. */
  readonly libraryFile: string
  /** Entry of the threads that analyse a large import; without it the engine's own thread analyses. */
  readonly analystUrl?: URL
  /** False: without the shipped story. */
  readonly sample?: boolean
}

export type Engine = Transport & { close(): Promise<void> }

/**
 * Opens the library and answers calls over it. The engine is the only writer of the file.
 * @throws ParallaxError when the library cannot be opened
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const db = openLibrary(options.libraryFile)
  try {
    purgeRemoved(db)
    purgeNotebooks(db)
    removeEmptySample(db)
    await loadLanguages()
    const lexicons = await loadLexicons(join(options.root, 'resources/lexicons'))
    return await startEngine(options, db, lexicons)
  } catch (error) {
    db.close()
    throw error
  }
}

async function startEngine(
  options: EngineOptions,
  db: WritableDatabase,
  shipped: readonly Lexicon[],
): Promise<Engine> {
  const listeners = new Set<(event: string) => void>()
  const emit: EngineContext['emit'] = (event, value) => {
    const text = JSON.stringify({ event, value })
    for (const listener of listeners) listener(text)
  }
  const packs = createPacks(db, shipped)
  const engine: EngineContext = {
    root: options.root,
    libraryFile: options.libraryFile,
    db,
    analystUrl: options.analystUrl ?? null,
    packs,
    get lexicons() {
      return packs.inUse
    },
    get scorer() {
      return packs.scorer
    },
    emit,
    changed: (...areas) => emit('library.changed', { areas }),
    now: () => new Date().toISOString(),
  }
  if (options.sample !== false) await loadSample(engine)
  const rescorer = createRescorer(engine)
  const jobs = createImportJobs(engine, rescorer.start)
  const repeats = createRepeats(engine)
  const handlers: Handlers = {
    ...stateHandlers(engine, jobs, rescorer.waiting),
    ...storyHandlers(engine),
    ...articleHandlers(engine, rescorer.start),
    ...correctionHandlers(engine),
    ...jobs.handlers,
    ...lexiconHandlers(engine, rescorer.start),
    ...figureHandlers(engine),
    ...concordanceHandlers(engine),
    ...wordHandlers(engine),
    ...storyFigureHandlers(engine),
    ...apartHandlers(engine),
    ...silenceHandlers(engine),
    ...notebookHandlers(engine),
    ...discoverHandlers(engine),
    ...repeatHandlers(engine, repeats),
    ...collocateHandlers(engine),
  }
  const answering = withRepeats(handlers, repeats)
  const tidier = createMemoryTidier()
  rescorer.start()
  return {
    send: (request) => tidier.during(() => dispatch(answering, request)),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      tidier.stop()
      await jobs.stop()
      await rescorer.stop()
      listeners.clear()
      db.close()
    },
  }
}

function stateHandlers(engine: EngineContext, jobs: ImportJobs, staleArticles: () => number): Handlers {
  const { db } = engine
  const { version } = JSON.parse(readFileSync(join(engine.root, 'package.json'), 'utf8')) as {
    version: string
  }
  return {
    'app.state': () => {
      const articles = countArticles(db)
      const sample = listStories(db).find((one) => one.sample)
      return {
        version,
        analysisVersion: ANALYSIS_VERSION,
        libraryFile: engine.libraryFile,
        articles,
        sampleOnly: sample !== undefined && articles > 0 && sample.articles === articles,
        sampleStoryId: sample?.id ?? null,
        staleArticles: staleArticles(),
        settings: allSettings(db),
        imports: jobs.list(),
      }
    },
    'settings.set': ({ key, value }) => {
      setSetting(db, key, value)
      engine.changed('settings')
      return null
    },
  }
}
