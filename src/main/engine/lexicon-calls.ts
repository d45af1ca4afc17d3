import { articleIds, countSelected } from '#main/library/queries/articles.ts'
import { mentionsByConcept } from '#main/library/queries/figures.ts'
import {
  lexiconVersion,
  lexiconVersions,
  setLexiconRemoved,
  setLexiconsOff,
  storeLexicon,
  takenLexiconIds,
} from '#main/library/queries/lexicons.ts'
import type { ArticleFilter } from '#shared/contract/contract.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { LexiconProblem, LexiconSaved, LexiconView } from '#shared/domain/lexicon-editing.ts'
import { freeId, slug } from '#shared/domain/lexicon-ids.ts'
import type { LexiconSummary } from '#shared/domain/library.ts'
import type { EngineContext } from './context.ts'
import type { Handlers, ParsedInput } from './dispatch.ts'
import { checkOwn } from './lexicons/check.ts'
import {
  copyOf,
  emptyPack,
  FIRST_VERSION,
  newPack,
  nextVersion,
  OWN_SOURCE,
  sameContent,
  termIds,
  underId,
  withTerm,
} from './lexicons/edit.ts'
import { asProblems, importedPack, packText, readPack } from './lexicons/files.ts'
import { patternWith, proposeForms } from './lexicons/forms.ts'
import { scoringOrder } from './lexicons/packs.ts'
import { previewChange } from './lexicons/preview.ts'
import { restamp } from './lexicons/restamp.ts'
import { eachTerm, sourceOf } from './lexicons/source.ts'
import { languagesOf } from './scorer.ts'
import { staleIds } from './store.ts'

/** Id and title of the pack that single terms go into. */
const MY_WORDS = { id: 'my-words', title: 'My words' }
const DRAFT = 'this pack'

/** Calls on lexicons. `rescoreStale` has what became stale analysed anew in the background. */
export function lexiconHandlers(engine: EngineContext, rescoreStale: () => void): Handlers {
  const { db, packs } = engine
  const jobs = new Map<string, object>()

  const find = (id: string): LexiconView | null => packs.all.find((one) => one.id === id) ?? null
  const known = (id: string): LexiconView => {
    const found = find(id)
    if (found === null) throw new ParallaxError('not-found', 'This lexicon is no longer here.')
    return found
  }
  const own = (id: string): LexiconView => {
    const found = known(id)
    if (!found.own)
      throw new ParallaxError('bad-input', 'A shipped lexicon cannot be changed. Copy it to edit the copy.')
    return found
  }
  const takenIds = () => new Set([...packs.all.map(({ id }) => id), ...takenLexiconIds(db)])
  /** Runs a change of the packs, and has what it made stale scored anew. */
  const change = (write: () => void): void => {
    const before = scoringOrder(packs.inUse, packs.shipped)
    try {
      db.transaction(() => {
        write()
        packs.reload()
        restamp(db, before, scoringOrder(packs.inUse, packs.shipped))
      })()
    } catch (error) {
      packs.reload()
      throw error
    }
    rescoreStale()
    engine.changed('lexicons', 'figures')
  }
  const store = (lexicon: Lexicon): LexiconView => {
    change(() => storeLexicon(db, lexicon, engine.now()))
    return known(lexicon.id)
  }
  const check = (draft: Readonly<Record<string, unknown>>) => {
    const source = sourceOf(DRAFT, asPack(draft))
    return { lexicon: source.lexicon, problems: asProblems(checkOwn(source, packs.all), false) }
  }
  /** Stores a checked draft as the next version of an own pack; the same content is no new version. */
  const saved = (draft: Lexicon, problems: readonly LexiconProblem[]): LexiconSaved => {
    const before = own(draft.id)
    if (problems.length > 0) return { lexicon: null, problems }
    const was = lexiconVersion(db, before.id, before.version)?.lexicon
    if (was !== undefined && sameContent(was, draft)) return { lexicon: before, problems }
    return { lexicon: store({ ...draft, version: nextVersion(before.version) }), problems }
  }
  const staleAmong = (filter: ArticleFilter): number => {
    const stale = staleIds(engine)
    if (stale.length === 0) return 0
    const selected = new Set(articleIds(db, filter, { sort: 'added', descending: false }))
    return stale.filter((id) => selected.has(id)).length
  }
  const staysOn = (on: (lexicon: LexiconView) => boolean) => {
    if (!packs.all.some(on))
      throw new ParallaxError('bad-input', 'At least one lexicon stays on: without any, nothing is found.')
  }

  return {
    'lexicons.list': ({ all }) => {
      const mentions = mentionsByConcept(db)
      return packs.all.filter((one) => all === true || one.enabled).map((one) => summaryOf(one, mentions))
    },
    'lexicons.get': ({ id, version }) => {
      const found = find(id)
      if (version === undefined || found?.version === version) return found
      const older = lexiconVersion(db, id, version)
      return older === null
        ? null
        : { ...older.lexicon, own: true, enabled: found?.enabled ?? false, savedAt: older.savedAt }
    },
    'lexicons.copy': ({ id, title }) => {
      const original = plain(known(id))
      const newId = freeId(slug(title, 'lexicon'), takenIds())
      return store(copyOf(original, title, newId, termIds(packs.all)))
    },
    'lexicons.create': ({ title, languages }) =>
      store(newPack(freeId(slug(title, 'lexicon'), takenIds()), title, languages)),
    'lexicons.save': ({ lexicon: draft, expectedVersion }) => {
      const { lexicon, problems } = check(draft)
      if (lexicon === null) return { lexicon: null, problems }
      const { version } = own(lexicon.id)
      if (version !== expectedVersion) {
        throw new ParallaxError(
          'conflict',
          `This lexicon was saved as version ${version} in the meantime. Open it again, so that nothing of that is lost.`,
        )
      }
      return saved(lexicon, problems)
    },
    'lexicons.remove': ({ id }) => {
      own(id)
      staysOn((one) => one.enabled && one.id !== id)
      change(() => setLexiconRemoved(db, id, engine.now()))
      return null
    },
    'lexicons.restore': ({ id, version }) => {
      if (version === undefined) {
        change(() => {
          if (!setLexiconRemoved(db, id, null))
            throw new ParallaxError('not-found', 'There is no such removed lexicon.')
        })
        return known(id)
      }
      own(id)
      const older = lexiconVersion(db, id, version)
      if (older === null)
        throw new ParallaxError('not-found', `There is no version ${version} of this lexicon.`)
      const { lexicon, problems } = saved(older.lexicon, [])
      if (lexicon === null) throw new ParallaxError('internal', problems.map((one) => one.message).join(' '))
      return lexicon
    },
    'lexicons.versions': ({ id }) =>
      lexiconVersions(db, id).map(({ lexicon, savedAt }) => ({
        version: lexicon.version,
        savedAt,
        concepts: lexicon.concepts.length,
        terms: [...eachTerm(lexicon)].length,
      })),
    'lexicons.setEnabled': ({ ids, enabled }) => {
      for (const id of ids) known(id)
      if (!enabled) staysOn((one) => one.enabled && !ids.includes(one.id))
      change(() => setLexiconsOff(db, ids, !enabled))
      return null
    },
    'lexicons.check': (input) => {
      if ('lexicon' in input) return check(input.lexicon).problems
      const source = readPack(input.name ?? 'the file', input.text)
      return asProblems(checkOwn(source, packs.all), true)
    },
    'lexicons.preview': async ({ lexicon: draft, off, filter, lines, maxMs, job }) => {
      const ticket = {}
      if (job !== undefined) jobs.set(job, ticket)
      const checked = draft === undefined ? { lexicon: null, problems: [] } : check(draft)
      const isOff = (id: string) => (off === undefined ? find(id)?.enabled === false : off.includes(id))
      const next = [
        ...packs.all.filter(({ id }) => id !== checked.lexicon?.id),
        ...(checked.lexicon === null ? [] : [withoutFaults(checked.lexicon, checked.problems)]),
      ].filter(({ id }) => !isOff(id))
      const ordered = (list: readonly Lexicon[]) => scoringOrder(inPlace(list, packs.all), packs.shipped)
      const counts = await previewChange(db, ordered(packs.inUse), ordered(next), {
        filter,
        lines,
        maxMs,
        cancelled: () => job !== undefined && jobs.get(job) !== ticket,
      })
      if (job !== undefined) jobs.delete(job)
      return {
        ...counts,
        problems: checked.problems,
        articles: countSelected(db, filter),
        stale: staleAmong(filter),
      }
    },
    'lexicons.import': ({ name, data }) => {
      const given = importedPack(name, data)
      const there = find(given.id)
      if (there?.own && sameContent(plain(there), given)) return there
      const others = packs.all.filter((one) => one.id !== given.id)
      const taken = termIds(packs.all)
      const clash = [...eachTerm(given)].some(({ term }) => taken.has(term.id))
      const base = find(given.extends ?? '')
      const { extends: _, ...alone } = given
      // A pack that adds to one that is not here stands by itself.
      const kept = base === null ? alone : given
      if (!takenIds().has(given.id) && !clash) return store(accepted(name, kept, others))
      const id = freeId(given.id, takenIds())
      const renamed = { ...underId(kept, id, taken), version: FIRST_VERSION }
      return store(accepted(name, { ...renamed, basedOn: { id: given.id, version: given.version } }, others))
    },
    'lexicons.export': ({ id, format, version }) => {
      const found =
        version === undefined || find(id)?.version === version
          ? plain(known(id))
          : lexiconVersion(db, id, version)?.lexicon
      if (found === undefined)
        throw new ParallaxError('not-found', `There is no version ${version} of this lexicon.`)
      return { name: `${found.id}-${found.version}.${format}`, text: packText(found, format) }
    },
    'lexicons.addTerm': (input) => addTerm(input),
    'lexicons.proposeForms': ({ language, term }) => proposeForms(db, language, term),
  }

  function addTerm(input: ParsedInput<'lexicons.addTerm'>) {
    const { language, concept, frame, save } = input
    const pattern = patternWith(input.term, input.forms ?? [], language)
    if (pattern === null) {
      throw new ParallaxError('bad-input', 'Each form needs as many words as the term, in the same order.')
    }
    const there = input.lexicon === null ? find(MY_WORDS.id) : own(input.lexicon)
    const isNew = there === null || !there.own
    const id = isNew ? freeId(MY_WORDS.id, takenIds()) : there.id
    const pack = isNew ? emptyPack(id, MY_WORDS.title) : plain(there)
    const others = packs.all.filter((one) => one.id !== id)
    const note = input.note ?? OWN_SOURCE
    const made = withTerm(
      pack,
      { concept, frame, language, pattern, note, source: input.source ?? OWN_SOURCE },
      others,
    )
    if (made === null)
      throw new ParallaxError('not-found', 'There is no concept or frame of this id in any lexicon.')
    const { lexicon, problems } = check(made.lexicon)
    const answer = { concept: made.concept, frame: made.frame, term: made.term, problems }
    if (lexicon === null || problems.length > 0) return { ...answer, lexicon: null, saved: false }
    if (!save) return { ...answer, lexicon, saved: false }
    const view = isNew ? store(lexicon) : saved(lexicon, problems).lexicon
    return { ...answer, lexicon: view, saved: true }
  }
}

/** Refuses an imported pack that does not go together with those that are here. */
function accepted(name: string, lexicon: Lexicon, others: readonly Lexicon[]): Lexicon {
  const problems = checkOwn(sourceOf(name, lexicon), others)
  if (problems.length === 0) return lexicon
  const sentences = problems.map((one) => one.message).slice(0, 3)
  throw new ParallaxError(
    'cannot-read-file',
    `${name} cannot be used. ${sentences.join(' ')} Mend the file and try again.`,
  )
}

/** A draft without what the engine itself says of a pack. */
function asPack({ own: _o, enabled: _e, savedAt: _s, ...draft }: Readonly<Record<string, unknown>>): unknown {
  return draft
}

function plain({ own: _o, enabled: _e, savedAt: _s, ...lexicon }: LexiconView): Lexicon {
  return lexicon
}

/** Packs in the order that the library lists them in; a new one last. */
function inPlace(list: readonly Lexicon[], all: readonly Lexicon[]): readonly Lexicon[] {
  const place = (id: string) => {
    const at = all.findIndex((one) => one.id === id)
    return at === -1 ? all.length : at
  }
  return [...list].sort((a, b) => place(a.id) - place(b.id))
}

/** The pack without terms whose pattern is faulty: they cannot be matched until they are put right. */
function withoutFaults(lexicon: Lexicon, problems: readonly LexiconProblem[]): Lexicon {
  const faulty = new Set(
    problems.filter(({ path }) => path.includes('pattern')).map(({ path }) => path.slice(0, 7).join(' ')),
  )
  if (faulty.size === 0) return lexicon
  return {
    ...lexicon,
    concepts: lexicon.concepts.map((concept, c) => ({
      ...concept,
      frames: concept.frames.map((frame, f) => ({
        ...frame,
        terms: Object.fromEntries(
          Object.entries(frame.terms).map(([language, terms]) => [
            language,
            terms.filter((_, t) => !faulty.has(`concepts ${c} frames ${f} terms ${language} ${t}`)),
          ]),
        ),
      })),
    })),
  }
}

const summaryOf = (lexicon: LexiconView, mentions: ReadonlyMap<string, number>): LexiconSummary => ({
  id: lexicon.id,
  version: lexicon.version,
  label: lexicon.label,
  note: lexicon.note,
  extends: lexicon.extends ?? null,
  basedOn: lexicon.basedOn ?? null,
  own: lexicon.own,
  enabled: lexicon.enabled,
  savedAt: lexicon.savedAt,
  languages: [...languagesOf(lexicon)],
  concepts: lexicon.concepts.map((concept) => ({
    id: concept.id,
    label: concept.label,
    mentions: mentions.get(concept.id) ?? 0,
    frames: concept.frames.map((frame) => ({
      id: frame.id,
      label: frame.label,
      terms: Object.values(frame.terms).reduce((sum, terms) => sum + terms.length, 0),
    })),
  })),
})
