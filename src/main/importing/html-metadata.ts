import type { Guess, GuessedField } from '#shared/domain/article.ts'
import { bareByline } from './bylines.ts'
import { parseDate } from './dates.ts'
import { languageCode } from './draft.ts'
import { bareName, isOutletName, siteOf } from './outlet-names.ts'
import { closeTitles, comparable, divideTitle, sameTitle } from './titles.ts'

export type FoundInMarkup = Partial<Record<GuessedField | 'url', Guess & { readonly value: string }>>

/** The few things asked of a document. */
export interface DomDocument {
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}
export interface DomElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

type Candidate = readonly [value: string | null | undefined, evidence: string]

/** Title, outlet, date, author, language and address as the markup tells them: JSON-LD, Open Graph and other meta elements, `<time>`. */
export function metadataOf(document: DomDocument): FoundInMarkup {
  const meta = metaOf(document)
  const linked = linkedData(document)
  const pageTitle = tidy(document.querySelector('title')?.textContent)
  const heading = headingOf(document, pageTitle, meta.get('og:site_name') ?? '')
  const site = first(
    [outletName(linked.publisher), 'JSON-LD publisher'],
    [outletName(meta.get('og:site_name')), 'og:site_name'],
    [outletName(meta.get('application-name')), 'application-name'],
    [
      outletName(meta.get('publisher') ?? meta.get('dc.publisher') ?? meta.get('citation_journal_title')),
      'publisher',
    ],
    [outletName(siteInTitle(pageTitle, heading)), '<title>'],
  )
  const siteName = site?.value ?? ''
  const title = first(
    [withoutSiteName(heading, siteName), '<h1>'],
    [withoutSiteName(linked.headline, siteName), 'JSON-LD headline'],
    [withoutSiteName(meta.get('og:title'), siteName), 'og:title'],
    [withoutSiteName(meta.get('twitter:title'), siteName), 'twitter:title'],
    [withoutSiteName(pageTitle, siteName), '<title>'],
  )
  const time = timeElement(document)
  const published = first(
    [day(linked.published), 'JSON-LD datePublished'],
    ...[
      'article:published_time',
      'og:published_time',
      'datepublished',
      'publish_date',
      'pubdate',
      'publish-date',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'citation_publication_date',
      'mediator_published_time',
      'date',
    ].map((name): Candidate => [day(meta.get(name)), name]),
    [day(time), '<time>'],
    [day(linked.modified), 'JSON-LD dateModified'],
    [day(meta.get('article:modified_time')), 'article:modified_time'],
  )
  const byline = first(
    [person(linked.author), 'JSON-LD author'],
    ...[
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'mediator_author',
      'citation_author',
      'twitter:creator',
    ].map((name): Candidate => [person(meta.get(name)), name]),
    [
      person(
        document.querySelector('[itemprop="author"], [rel="author"], .author-name, .byline__name')
          ?.textContent,
      ),
      'author element',
    ],
  )
  const language = first(
    [languageCode(document.querySelector('html')?.getAttribute('lang') ?? null), '<html lang>'],
    [languageCode(linked.language ?? null), 'JSON-LD inLanguage'],
    [languageCode(meta.get('og:locale') ?? null), 'og:locale'],
    [languageCode(meta.get('content-language') ?? meta.get('language') ?? null), 'content-language'],
  )
  const url = first(
    [webAddress(document.querySelector('link[rel="canonical"]')?.getAttribute('href')), 'link rel=canonical'],
    [webAddress(meta.get('og:url')), 'og:url'],
    [webAddress(linked.url), 'JSON-LD url'],
  )
  const outlet =
    site ??
    (url === null ? null : { value: siteOf(url.value) ?? '', evidence: url.value, from: 'address' as const })
  const found = {
    title,
    outlet: outlet?.value === '' ? null : outlet,
    published,
    byline: byline?.value === siteName ? null : byline,
    language,
    url,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)) as FoundInMarkup
}

function first(...candidates: readonly Candidate[]): (Guess & { value: string }) | null {
  for (const [value, where] of candidates)
    if (value !== null && value !== undefined && value !== '')
      return { value, evidence: `${where}: ${value}`.slice(0, 200), from: 'markup' }
  return null
}

const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

function metaOf(document: DomDocument): Map<string, string> {
  const meta = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      element.getAttribute('http-equiv')
    const content = tidy(element.getAttribute('content'))
    if (name !== null && content !== '' && !meta.has(name.toLowerCase()))
      meta.set(name.toLowerCase(), content)
  }
  return meta
}

/** The page's main heading: the `<h1>` that the page title repeats, else the only one. A logo in an `<h1>` is none. */
function headingOf(document: DomDocument, pageTitle: string, site: string): string | null {
  const logos = new Set([site, divideTitle(pageTitle)?.site ?? ''].map(comparable))
  const headings = [...document.querySelectorAll('h1')]
    .map((one) => tidy(one.textContent))
    .filter((text) => text.length >= 8 && text.length <= 300 && !logos.has(comparable(text)))
  const wanted = comparable(pageTitle)
  const named = headings.find((text) => wanted.includes(comparable(text)) || closeTitles(text, pageTitle))
  return named ?? (headings.length === 1 && headings[0]!.split(' ').length >= 3 ? headings[0]! : null)
}

function siteInTitle(pageTitle: string, heading: string | null): string | null {
  const parts = divideTitle(pageTitle)
  if (parts === null) return null
  if (
    heading !== null &&
    (sameTitle(heading, parts.headline) || comparable(pageTitle).startsWith(comparable(heading)))
  )
    return parts.site
  return heading === null || closeTitles(heading, parts.headline) ? parts.site : null
}

/** A title without the site's name at its end; a bar or dash of the headline's own stays. */
function withoutSiteName(title: string | null | undefined, site: string): string | null {
  const text = tidy(title)
  if (text === '') return null
  const parts = divideTitle(text)
  if (parts === null) return text
  const same =
    site !== '' &&
    (comparable(parts.site).includes(comparable(site)) || comparable(site).includes(comparable(parts.site)))
  return same ? parts.headline : text
}

const outletName = (name: string | null | undefined): string | null => {
  const bare = bareName(tidy(name))
  if (bare === '' || bare.length > 60) return null
  return isOutletName(bare) || /^[\p{L}\p{N}.-]+$/u.test(bare) ? bare : null
}

const day = (written: string | null | undefined): string | null => (written ? parseDate(written) : null)

const webAddress = (address: string | null | undefined): string | null =>
  address && /^https?:\/\//i.test(address) ? address : null

const person = (name: string | null | undefined): string | null => {
  const text = bareByline(tidy(name))
  return text === '' || text.length > 100 || /^https?:|^@|^admin/i.test(text) ? null : text
}

/** The first `<time>` outside lists of other articles. */
function timeElement(document: DomDocument): string | null {
  const element =
    document.querySelector('article time[datetime], main time[datetime], [itemprop="datePublished"]') ??
    document.querySelector('time[datetime], time')
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent ?? null
}

interface LinkedData {
  headline?: string
  publisher?: string
  published?: string
  modified?: string
  author?: string
  language?: string
  url?: string
}

/** What JSON-LD says of the article: schema.org's Article and its kinds, wherever they stand in the graph. */
function linkedData(document: DomDocument): LinkedData {
  const result: LinkedData = {}
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown
    try {
      data = JSON.parse(
        (script.textContent ?? '').replace(
          /^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/g,
          '',
        ),
      )
    } catch {
      continue
    }
    for (const node of nodesOf(data, 0)) {
      const types = [node['@type']].flat().map(String)
      if (!types.some((type) => /(?:Article|Posting|Report|Review|LiveBlog)$/.test(type))) continue
      result.headline ??= textOf(node.headline) ?? textOf(node.name)
      result.publisher ??= textOf(node.publisher)
      result.published ??= textOf(node.datePublished)
      result.modified ??= textOf(node.dateModified)
      result.author ??= textOf(node.author) ?? textOf(node.creator)
      result.language ??= textOf(node.inLanguage)
      result.url ??= textOf(node.url)
    }
  }
  return result
}

const DEEPEST_GRAPH = 6

function* nodesOf(data: unknown, depth: number): Generator<Record<string, unknown>> {
  if (data === null || typeof data !== 'object' || depth > DEEPEST_GRAPH) return
  if (Array.isArray(data)) {
    for (const one of data) yield* nodesOf(one, depth + 1)
    return
  }
  yield data as Record<string, unknown>
  for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
    yield* nodesOf((data as Record<string, unknown>)[name], depth + 1)
}

/** A text, the name of a thing, or the names of several joined. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return tidy(value) || undefined
  if (Array.isArray(value)) {
    const names = value.map(textOf).filter((one) => one !== undefined)
    return names.length === 0 ? undefined : names.join(', ')
  }
  if (value !== null && typeof value === 'object') return textOf((value as Record<string, unknown>).name)
  return undefined
}
