import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, normalize } from 'node:path'
import { countInputs } from '#main/importing/count-inputs.ts'
import { type InputResult, readInputs } from '#main/importing/read-inputs.ts'
import { createStory, findStory, getStory } from '#main/library/queries/stories.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { ImportProgress } from '#shared/domain/library.ts'
import type { EngineContext } from './context.ts'
import type { Handlers, ParsedInput } from './dispatch.ts'
import { scoringOrder } from './lexicons/packs.ts'
import { type Pool, startPool } from './pool.ts'
import { storeDraft } from './store.ts'

type Source = ParsedInput<'imports.start'>

interface Job {
  progress: ImportProgress
  cancelled: boolean
}

export interface ImportJobs {
  readonly handlers: Handlers
  /** Running jobs, and finished ones whose summary was not dismissed. */
  readonly list: () => readonly ImportProgress[]
  /** Stops what runs, after the article under way. */
  readonly stop: () => Promise<void>
}

const TELL_EVERY_MS = 100
/** From this many articles on, threads of their own are worth their start. */
const MANY = 60
const PASTED = 'pasted-text.txt'

/**
 * Imports run one after another in the background; each article is stored as soon as it is analysed. `rescoreStale` has
 * articles scored anew that were analysed with packs which changed in the meantime.
 */
export function createImportJobs(engine: EngineContext, rescoreStale: () => void): ImportJobs {
  const jobs = new Map<string, Job>()
  let last = 0
  let queue: Promise<void> = Promise.resolve()

  const start = (source: Source): { jobId: string } => {
    const storyId = storyOf(engine, source)
    const jobId = `import-${++last}`
    const job: Job = {
      cancelled: false,
      progress: {
        jobId,
        state: 'running',
        total: 0,
        done: 0,
        added: 0,
        alreadyHere: 0,
        failed: [],
        duplicates: [],
        storyId: storyId ?? null,
        addedIds: [],
      },
    }
    jobs.set(jobId, job)
    queue = queue.then(async () => {
      const { scorer } = engine
      await run(engine, job, source, storyId)
      if (engine.scorer !== scorer) rescoreStale()
    })
    return { jobId }
  }

  return {
    handlers: {
      'imports.start': (source) => {
        if (source.paths === undefined && source.files === undefined && source.text === undefined) {
          throw new ParallaxError('bad-input', 'Nothing to import was given: name files, or paste a text.')
        }
        return start(source)
      },
      'imports.cancel': ({ jobId }) => {
        const job = jobs.get(jobId)
        if (job !== undefined) job.cancelled = true
        return null
      },
      'imports.dismiss': ({ jobId }) => {
        if (jobs.get(jobId)?.progress.state !== 'running') jobs.delete(jobId)
        return null
      },
    },
    list: () => [...jobs.values()].map((one) => one.progress),
    stop: async () => {
      for (const job of jobs.values()) job.cancelled = true
      await queue
    },
  }
}

/** The story asked for: its id; null: none; undefined: whichever the manifest names. */
function storyOf(engine: EngineContext, source: Source): number | null | undefined {
  if (source.storyTitle !== undefined) {
    return findStory(engine.db, source.storyTitle) ?? createStory(engine.db, source.storyTitle, engine.now())
  }
  if (source.storyId === undefined || source.storyId === null) return source.storyId
  if (getStory(engine.db, source.storyId) === null) {
    throw new ParallaxError('not-found', 'This story is no longer in the library.')
  }
  return source.storyId
}

async function run(
  engine: EngineContext,
  job: Job,
  source: Source,
  storyId: number | null | undefined,
): Promise<void> {
  let told = 0
  let changed = false
  const tell = (change: Partial<ImportProgress>, now = false) => {
    job.progress = { ...job.progress, ...change }
    if (!now && Date.now() - told < TELL_EVERY_MS) return
    told = Date.now()
    engine.emit('import.progress', job.progress)
    if (changed) engine.changed('articles', 'stories', 'figures')
    changed = false
  }
  let folder: string | null = null
  let pool: Pool | null = null
  try {
    const inputs = await inputsOf(source)
    folder = inputs.folder
    const total = await countInputs(inputs.paths, inputs.base)
    tell({ total }, true)
    if (total >= MANY && engine.analystUrl !== null)
      pool = startPool(engine.analystUrl, scoringOrder(engine.lexicons, engine.packs.shipped))
    const stories = new Set<number | null>()
    // Sent once, at the end: a list that grows would be copied with every event.
    const addedIds: number[] = []
    const count = () => {
      const done = job.progress.done + 1
      return { done, total: Math.max(job.progress.total, done) }
    }
    const fail = (one: ImportProgress['failed'][number]) =>
      tell({ ...count(), failed: [...job.progress.failed, one] })
    const store = async ({ file, draft }: Extract<InputResult, { kind: 'draft' }>) => {
      try {
        const analysis = await pool?.score(draft)
        const story = storyId === undefined ? manifestStory(engine, draft.story) : storyId
        const stored = storeDraft(engine, draft, story, analysis)
        const { progress } = job
        const counts = count()
        if (stored.kind === 'added') {
          changed = true
          stories.add(story)
          addedIds.push(stored.id)
          tell({ ...counts, added: progress.added + 1, storyId: stories.size === 1 ? story : null })
        } else {
          const same = { file, title: stored.title, articleId: stored.id }
          const duplicates = [...progress.duplicates, same]
          tell({ ...counts, alreadyHere: progress.alreadyHere + 1, duplicates })
        }
      } catch (error) {
        const message = `${file} could not be analysed: ${messageOf(error)}. The other files are not affected.`
        fail({ file, message })
      }
    }
    const underWay = new Set<Promise<void>>()
    for await (const input of readInputs(inputs.paths, { base: inputs.base, clean: true })) {
      // Calls that wait are answered between two articles.
      await new Promise((resolve) => setImmediate(resolve))
      if (job.cancelled) break
      if (input.kind === 'failed') {
        const { file, message, reason } = input
        fail(reason === undefined ? { file, message } : { file, message, reason })
        continue
      }
      const task: Promise<void> = store(input).finally(() => underWay.delete(task))
      underWay.add(task)
      if (underWay.size >= (pool === null ? 1 : pool.size * 2)) await Promise.race(underWay)
    }
    await Promise.all(underWay)
    tell(
      {
        state: job.cancelled ? 'cancelled' : 'done',
        addedIds,
        total: job.cancelled ? job.progress.total : job.progress.done,
      },
      true,
    )
  } catch (error) {
    const file = source.paths?.[0] ?? source.files?.[0]?.name ?? PASTED
    const failure = {
      file,
      message: `The import stopped: ${messageOf(error)}. What was added before is kept.`,
    }
    tell({ state: 'failed', failed: [...job.progress.failed, failure] }, true)
  } finally {
    await pool?.close()
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

/** Where to read from. What came by value is laid into a folder of its own, which is deleted after the import. */
async function inputsOf(
  source: Source,
): Promise<{ readonly base: string; readonly paths: readonly string[]; readonly folder: string | null }> {
  if (source.paths !== undefined) return { base: process.cwd(), paths: source.paths, folder: null }
  const folder = await mkdtemp(join(tmpdir(), 'parallax-import-'))
  if (source.text !== undefined) {
    await writeFile(join(folder, PASTED), source.text)
    return { base: folder, paths: [PASTED], folder }
  }
  const tops = new Set<string>()
  for (const { name, data } of source.files ?? []) {
    // A name is a relative path: nothing of it may lead out of the folder.
    const parts = normalize(name.replaceAll('\\', '/'))
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
    const path = parts.length === 0 ? 'unnamed' : join(...parts)
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), Buffer.from(data, 'base64'))
    tops.add(parts[0] ?? 'unnamed')
  }
  const paths = [...tops].filter((one) => tops.size === 1 || basename(one) !== 'manifest.csv')
  return { base: folder, paths, folder }
}

function manifestStory(engine: EngineContext, title: string | null): number | null {
  if (title === null) return null
  return findStory(engine.db, title) ?? createStory(engine.db, title, engine.now())
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
