import { join } from 'node:path'
import { readInputs } from '#main/importing/read-inputs.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'

/** The sample story's articles, as drafts. */
export async function sampleDrafts(root: string): Promise<ArticleDraft[]> {
  const drafts: ArticleDraft[] = []
  const options = { base: root, clean: false, manifest: join(root, 'seeds/manifest.csv') }
  for await (const input of readInputs(['seeds/articles'], options)) {
    if (input.kind === 'draft') drafts.push(input.draft)
  }
  return drafts
}

/** A small reproducible generator of numbers in [0, 1) (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Synthetic articles: paragraphs of the sample, drawn by chance from one language, under a headline of their own, spread
 * over twenty outlets and ninety days. The same seed gives the same articles.
 */
export function* syntheticDrafts(
  sample: readonly ArticleDraft[],
  count: number,
  {
    seed = 1,
    length = 8,
  }: { readonly seed?: number /** Paragraphs an article. */; readonly length?: number } = {},
): Generator<ArticleDraft> {
  const next = generator(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const paragraphs = new Map<string, string[]>()
  for (const one of sample) {
    const mine = paragraphs.get(one.language) ?? []
    mine.push(...one.text.split(/\n+/).filter((line) => line.length > 60))
    paragraphs.set(one.language, mine)
  }
  for (let index = 0; index < count; index++) {
    const { language, title: base } = pick(sample)
    const title = `${base} (${index + 1})`
    // No paragraph twice, as in an article; their order is that of chance.
    const all = paragraphs.get(language)!
    const body = new Set<string>()
    while (body.size < Math.min(length, all.length)) body.add(pick(all))
    const text = [title, ...body].join('\n\n')
    yield {
      file: `${index + 1}.txt`,
      givenId: null,
      title,
      outlet: `Outlet ${1 + Math.floor(next() * 20)}`,
      byline: null,
      published: new Date(Date.UTC(2031, 2, 1 + Math.floor(next() * 90))).toISOString().slice(0, 10),
      language,
      url: null,
      story: null,
      original: text,
      text,
      leftOut: [],
      guesses: {},
      extra: {},
    }
  }
}
