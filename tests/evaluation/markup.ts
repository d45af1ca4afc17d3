import type { Span } from '#shared/domain/span.ts'
import type { Voice } from '#shared/domain/voice.ts'

// The labelled texts are plain text with tags (docs/method.md describes them):
//   === id | language | title line follows as the text's first line | phenomena
//   <q s="Speaker">“…”</q>   a direct quotation with its marks; p="1" where only a pronoun stands by it
//   <r s="Speaker">…</r>     a reported clause without marks
//   <s>“…”</s>               scare marks
//   <n>«…»</n>               a name or title in marks
//   <m>…</m>                 a mention of a frame; its voice follows from where it stands, or from v="scare"

export interface LabelledQuotation extends Span {
  readonly kind: 'direct' | 'indirect' | 'scare' | 'name'
  /** Who speaks; null where the text does not tell. Alternatives are divided by `|`. */
  readonly speakers: readonly string[] | null
  /** True where only a pronoun stands by the quotation. */
  readonly pronoun: boolean
}

export interface LabelledMention extends Span {
  readonly voice: Voice
}

export interface LabelledText {
  readonly id: string
  readonly language: string
  readonly phenomena: readonly string[]
  readonly text: string
  readonly quotations: readonly LabelledQuotation[]
  readonly mentions: readonly LabelledMention[]
}

const KINDS = { q: 'direct', r: 'indirect', s: 'scare', n: 'name' } as const
const TAG = /<(\/?)([qrsnm])((?:\s+[spv]="[^"]*")*)\s*>/g

/**
 * Reads labelled texts.
 * @throws naming the text, when tags do not pair.
 */
export function parseLabelled(source: string): LabelledText[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      const [id = '', language = '', phenomena = ''] = part.slice(0, end).split('|')
      return {
        id: id.trim(),
        language: language.trim(),
        phenomena: phenomena
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
        ...parseTags(part.slice(end + 1).trim(), id.trim()),
      }
    })
}

function parseTags(
  marked: string,
  id: string,
): { text: string; quotations: LabelledQuotation[]; mentions: LabelledMention[] } {
  let text = ''
  let last = 0
  const open: { tag: keyof typeof KINDS | 'm'; start: number; attributes: Map<string, string> }[] = []
  const quotations: LabelledQuotation[] = []
  const mentions: LabelledMention[] = []
  for (const match of marked.matchAll(TAG)) {
    text += marked.slice(last, match.index)
    last = match.index + match[0].length
    const tag = match[2] as keyof typeof KINDS | 'm'
    if (match[1] === '') {
      const attributes = new Map(
        [...match[3]!.matchAll(/([spv])="([^"]*)"/g)].map((one) => [one[1]!, one[2]!]),
      )
      open.push({ tag, start: text.length, attributes })
      continue
    }
    const opened = open.pop()
    if (opened?.tag !== tag)
      throw new Error(`Text ${id}: </${tag}> closes ${opened ? `<${opened.tag}>` : 'nothing'}.`)
    const span = { start: opened.start, end: text.length }
    if (tag === 'm') {
      const around = open.filter((one) => one.tag !== 'm' && one.tag !== 'n').map((one) => one.tag)
      const inherited: Voice = around.includes('q')
        ? 'direct'
        : around.includes('r')
          ? 'indirect'
          : around.includes('s')
            ? 'scare'
            : 'narration'
      mentions.push({ ...span, voice: (opened.attributes.get('v') as Voice | undefined) ?? inherited })
    } else {
      quotations.push({
        ...span,
        kind: KINDS[tag],
        speakers: opened.attributes.get('s')?.split('|') ?? null,
        pronoun: opened.attributes.get('p') === '1',
      })
    }
  }
  if (open.length > 0) throw new Error(`Text ${id}: <${open[0]!.tag}> is never closed.`)
  const byStart = (a: Span, b: Span) => a.start - b.start || b.end - a.end
  return {
    text: text + marked.slice(last),
    quotations: quotations.sort(byStart),
    mentions: mentions.sort(byStart),
  }
}
