import type { ArticleDraft, Guess, GuessedField } from '#shared/domain/article.ts'
import { cleanText } from './clean.ts'
import { parseDate } from './dates.ts'
import { type LineHints, linesOf } from './lines.ts'
import { guessAll } from './metadata.ts'
import { siteOf } from './outlet-names.ts'
import type { Guessed } from './page.ts'

/** What an input says about an article, by column or field name. */
export type Given = Readonly<Record<string, string>>

const FIELDS = [
  'id',
  'file',
  'outlet',
  'title',
  'published',
  'language',
  'url',
  'story',
  'text',
  'byline',
] as const
const KNOWN: ReadonlySet<string> = new Set(FIELDS)

/** Other names under which columns, fields and markup give these. */
const ALIASES: ReadonlyMap<string, (typeof FIELDS)[number]> = new Map(
  Object.entries({
    text: [
      'body',
      'content',
      'article',
      'article_text',
      'articletext',
      'full_text',
      'fulltext',
      'article_body',
      'articlebody',
      'text_content',
      'maintext',
      'main_text',
      'текст',
      'текст статьи',
      'статья',
      'содержание',
    ],
    title: ['headline', 'heading', 'name', 'article_title', 'заголовок', 'название'],
    outlet: [
      'source',
      'publisher',
      'publication',
      'newspaper',
      'site',
      'site_name',
      'sitename',
      'media',
      'outlet_name',
      'source_name',
      'medium',
      'источник',
      'издание',
      'сми',
    ],
    published: [
      'date',
      'pubdate',
      'pub_date',
      'publish_date',
      'publishdate',
      'published_at',
      'publishedat',
      'published_date',
      'publication_date',
      'date_published',
      'datepublished',
      'datetime',
      'timestamp',
      'дата',
      'дата публикации',
      'опубликовано',
    ],
    language: ['lang', 'language_code', 'locale', 'язык'],
    url: [
      'link',
      'address',
      'href',
      'permalink',
      'uri',
      'article_url',
      'source_url',
      'ссылка',
      'адрес',
      'урл',
    ],
    byline: ['author', 'authors', 'by', 'writer', 'journalist', 'автор', 'авторы'],
    story: ['event', 'topic', 'story_name', 'сюжет', 'событие', 'тема'],
    id: ['article_id', 'articleid', 'doc_id', 'docid', 'uuid', 'ид', 'номер'],
    file: ['filename', 'file_name', 'path', 'файл', 'имя файла'],
  } satisfies Partial<Record<(typeof FIELDS)[number], readonly string[]>>).flatMap(([field, names]) =>
    names.map((name): [string, (typeof FIELDS)[number]] => [name, field as (typeof FIELDS)[number]]),
  ),
)

/** Field names as the app knows them. A known name wins over another name for the same thing, which is then kept as extra. */
export function knownNames(row: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = {}
  const entries = Object.entries(row).map(
    ([name, value]) => [name, name.trim().toLowerCase(), value] as const,
  )
  for (const [, folded, value] of entries) if (KNOWN.has(folded)) result[folded] = value
  for (const [name, folded, value] of entries) {
    if (KNOWN.has(folded)) continue
    const field = ALIASES.get(folded) ?? ALIASES.get(folded.replace(/[\s-]+/g, '_'))
    if (field !== undefined && !result[field]?.trim()) result[field] = value
    else define(result, name.trim(), value)
  }
  return result
}

/** Sets a property whatever its name is ("__proto__" is a column like any other). */
const define = (target: Record<string, string>, name: string, value: string) =>
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })

export interface DraftOptions {
  readonly clean: boolean
  /** What the markup says of each line of the original. */
  readonly hints?: readonly LineHints[]
  /** Fields of `given` that were read from markup, and from where: they are guesses too. */
  readonly fromMarkup?: Readonly<Partial<Record<GuessedField, Guess>>>
}

/** Makes a draft of a text and of what the input says about it; what it does not say is guessed from the text. */
export function draftFrom(original: string, file: string, given: Given, options: DraftOptions): ArticleDraft {
  const known = (name: string): string | null =>
    Object.hasOwn(given, name) && given[name]?.trim() ? given[name].trim() : null
  const extra: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) if (!KNOWN.has(name)) define(extra, name, value)
  const url = known('url')
  const published = known('published')
  const day = published === null ? null : isoDate(published)
  const lines = linesOf(original, options.hints)
  const needless = new Set<GuessedField>()
  if (known('outlet') !== null) needless.add('outlet')
  if (known('byline') !== null) needless.add('byline')
  if (day !== null) needless.add('published')
  if (languageCode(known('language')) !== null) needless.add('language')
  const found = guessAll(original, { title: known('title'), url, file, known: needless }, lines)
  // A date that cannot be read is kept, so that the person sees what the file said.
  if (published !== null && day === null) define(extra, 'published', published)
  const language = languageCode(known('language')) ?? found.language.value
  const title = known('title') ?? found.title?.value ?? ''
  const { text, leftOut } = options.clean
    ? cleanText(original, {
        language,
        title,
        lines,
        ...(options.hints === undefined ? {} : { hints: options.hints }),
      })
    : { text: original, leftOut: [] }
  const guesses: Partial<Record<GuessedField, Guess>> = {}
  const note = (field: GuessedField, isGiven: boolean, guess: Guessed | null) => {
    const markup = options.fromMarkup?.[field]
    if (isGiven) {
      if (markup !== undefined) guesses[field] = markup
    } else if (guess !== null) guesses[field] = { from: guess.from, evidence: guess.evidence }
  }
  note('title', known('title') !== null, found.title)
  note('outlet', known('outlet') !== null, found.outlet)
  note('published', day !== null, found.published)
  note('language', languageCode(known('language')) !== null, found.language)
  note('byline', known('byline') !== null, found.byline)
  return {
    file,
    givenId: known('id'),
    title,
    outlet: known('outlet') ?? found.outlet?.value ?? (url === null ? null : siteOf(url)),
    byline: known('byline') ?? found.byline?.value ?? null,
    published: day ?? found.published?.value ?? null,
    language,
    url,
    story: known('story'),
    original,
    text,
    leftOut,
    guesses,
    extra,
  }
}

/** ISO dates as they are; other spellings as a day. */
function isoDate(written: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(written))
    return parseDate(written) === null ? null : written
  return parseDate(written)
}

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  английский: 'en',
  eng: 'en',
  russian: 'ru',
  русский: 'ru',
  rus: 'ru',
  ukrainian: 'uk',
  украинский: 'uk',
  українська: 'uk',
  ukr: 'uk',
  kazakh: 'kk',
  казахский: 'kk',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  spanish: 'es',
}

/** "EN", "en-GB", "English" → "en"; null for what is no language. */
export function languageCode(written: string | null): string | null {
  if (written === null) return null
  const folded = written.trim().toLowerCase()
  if (Object.hasOwn(LANGUAGE_NAMES, folded)) return LANGUAGE_NAMES[folded]!
  return /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/.exec(folded)?.[1] ?? null
}
