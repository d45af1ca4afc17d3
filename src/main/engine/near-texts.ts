import type { ReadableDatabase } from '#main/library/connection.ts'
import { mentionHits, quotationsOf, textsOf } from '#main/library/queries/concordance.ts'
import { type CompiledPattern, compilePattern } from '#shared/analysis/framing/compile.ts'
import { findPattern } from '#shared/analysis/framing/match.ts'
import type { Document } from '#shared/analysis/text/document.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleFilter, Near } from '#shared/contract/contract.ts'
import type { Span } from '#shared/domain/span.ts'

/** A text with the occurrences of a term in it. */
export interface TermText {
  readonly articleId: number
  readonly document: Document
  readonly nodes: readonly Span[]
  /** Direct and reported passages: only where being near means standing in the same one. */
  readonly quotations: readonly Span[]
}

const AT_ONCE = 20

/**
 * Texts of articles one after another, with the occurrences of a word or phrase in any of its forms, or of the namings of a
 * concept or frame. Texts without one are given too where `all` is set, else passed over. Pauses between groups of texts.
 */
export function* termTexts(
  db: ReadableDatabase,
  filter: ArticleFilter,
  articles: readonly { readonly id: number; readonly language: string }[],
  { node, within }: Pick<Near, 'node' | 'within'>,
  all = false,
): Generator<TermText | undefined> {
  const named = node.kind === 'mentions' ? namings(db, filter, node) : null
  const patterns = new Map<string, readonly CompiledPattern[]>()
  const nodesIn = (document: Document, id: number): readonly Span[] => {
    if (node.kind === 'mentions') return named?.get(id) ?? []
    const pattern = patterns.get(document.language) ?? compilePattern(node.text, document.language)
    patterns.set(document.language, pattern)
    return findPattern(document, pattern)
  }
  const wanted = articles.filter(({ id }) => all || named === null || named.has(id))
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE)
    const ids = some.map(({ id }) => id)
    const texts = textsOf(db, ids)
    const quoted = within === 'quotation' ? quotationsOf(db, ids) : null
    for (const { id, language } of some) {
      const document = prepare(texts.get(id) ?? '', language)
      const nodes = nodesIn(document, id)
      if (all || nodes.length > 0) yield { articleId: id, document, nodes, quotations: quoted?.get(id) ?? [] }
    }
    yield undefined
  }
}

/** Places of namings by article, each once though several packs know it. */
function namings(
  db: ReadableDatabase,
  filter: ArticleFilter,
  { concept, frame }: { readonly concept: string; readonly frame?: string | undefined },
): ReadonlyMap<number, readonly Span[]> {
  const places = new Map<number, Span[]>()
  for (const { articleId, start, end } of mentionHits(db, filter, { concept, frame, voice: 'all' })) {
    const mine = places.get(articleId)
    if (mine === undefined) places.set(articleId, [{ start, end }])
    else mine.push({ start, end })
  }
  return places
}
