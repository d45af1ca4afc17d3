import type { Span } from '#shared/domain/span.ts'
import type { Document } from '../text/document.ts'
import { cuesOf, cueVerbAt, isCueVerb } from './cues.ts'
import type { MarkedPassage } from './types.ts'

const LABEL = /^[«“"]?([\p{Lu}][\p{L}.]{0,24})[»”"]?\s*:\s*(?:[—–-]\s*)?/u
/** A label of several words, "Harbour Radio:", "Dr. Lindqvist:". */
const LONG_LABEL = /^[«“"]?(\p{Lu}[\p{L}.’'-]{0,24}(?: [\p{L}.’'-]{1,24}){1,3})[»”"]?\s*:\s+(?:[—–-]\s*)?/u
/** Somebody speaks of themselves: what follows an interview's last answer goes on only so. */
const FIRST_PERSON =
  /(?<!\p{L})(?:I|we|me|us|my|our|я|мы|мне|меня|нам|нас|мой|моя|мои|наш|наша|наши|ich|wir|mir|mich|uns|mein|meine|unser)(?!\p{L})/iu
/** A block quotation has at least this many characters. */
const SHORTEST_BLOCK = 40
const DASH = /^[—–-]\s+/

/**
 * Finds speech that marks do not set off: dash dialogue (`— Текст, — сказал Икс. — Ещё.`), interview answers and posts
 * (`@name: …`). A question, and what its label introduces, is the outlet's own.
 */
export function findDashSpeech(document: Document, marked: readonly Span[] = []): MarkedPassage[] {
  const { text, paragraphs } = document
  const lines = paragraphs.map((one) => text.slice(one.start, one.end))
  const labels = labelsOf(lines)
  const dashes = lines.map((line) => DASH.test(line))
  const asked = (line: string | undefined) => line !== undefined && /\?\s*$/.test(line)
  const counts = new Map<string, { all: number; asked: number }>()
  for (const [index, label] of labels.entries()) {
    if (label === null) continue
    const count = counts.get(label) ?? { all: 0, asked: 0 }
    count.all++
    if (asked(lines[index])) count.asked++
    counts.set(label, count)
  }
  const repeated = [...counts].filter(([, count]) => count.all >= 2)
  const questioner = repeated.sort((a, b) => b[1].asked / b[1].all - a[1].asked / a[1].all)[0]?.[0] ?? null
  const passages: MarkedPassage[] = []
  const push = (start: number, end: number, style: MarkedPassage['style']) =>
    passages.push({
      start,
      end,
      innerStart: start,
      innerEnd: end,
      style,
      depth: 0,
      utterance: -1,
      repaired: false,
    })

  // An interview: somebody asks more than once, and what stands between is answered.
  const dashQuestions = dashes.filter((dash, index) => dash && asked(lines[index])).length
  // Questions and answers take turns: a turn without a question mark is then a question by its place.
  const turns = dashes.filter(Boolean).length
  const takeTurns = dashQuestions >= 2 && turns <= dashQuestions * 2 + 2
  const interview =
    questioner !== null && repeated.length > 0 ? 'labels' : dashQuestions >= 2 ? 'dashes' : null
  // `Kurier: …?` and then the answer without label or dash: every question is told by its label alone.
  const plain =
    interview === 'labels' &&
    !dashes.includes(true) &&
    repeated.length === 1 &&
    (counts.get(questioner ?? '')?.asked ?? 0) >= 2
  let answerFrom: number | null = null
  const lastTurn = lines.findLastIndex(
    (_, index) => dashes[index] === true || (counts.get(labels[index] ?? '')?.all ?? 0) >= 2,
  )
  const isLastTurn = (index: number) => index > lastTurn
  const close = (before: number) => {
    if (answerFrom === null) return
    const { start } = paragraphs[answerFrom]!
    push(start + labelLength(lines[answerFrom]!, labels[answerFrom]!), paragraphs[before]!.end, 'answer')
    answerFrom = null
  }
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!
    const line = lines[index]!
    if (interview !== null) {
      const question =
        interview === 'labels'
          ? labels[index] === questioner
          : dashes[index] === true &&
            answerFrom !== index &&
            (asked(line) || (takeTurns && answerFrom !== null))
      const answer =
        !question &&
        ((interview === 'labels' && labels[index] !== null && counts.get(labels[index]!)!.all >= 2) ||
          dashes[index] === true)
      if (question) close(index - 1)
      if (plain && index > 0 && labels[index - 1] === questioner && labels[index] === null) {
        close(index - 1)
        answerFrom = index
        continue
      }
      if (answer) {
        close(index - 1)
        answerFrom = index
        continue
      }
      if (question) continue
      if (answerFrom !== null && /^[*#]/.test(line)) close(index - 1)
      if (answerFrom !== null && isLastTurn(index) && isOutlets(document, paragraph)) close(index - 1)
      if (answerFrom !== null) continue
    }
    const post = /^(?:[—–-]\s*)?@[\p{L}\p{N}_]+:\s*/u.exec(line)
    if (post !== null && !/^["“«]/.test(line.slice(post[0].length))) {
      push(paragraph.start + post[0].length, paragraph.end, 'dash')
    } else if (dashes[index] === true && post === null) {
      for (const part of dashParts(document, paragraph.start, line)) push(part.start, part.end, 'dash')
    }
  }
  // Without labels the last answer's end is not told: what follows its first paragraph is as likely the outlet's.
  if (plain && answerFrom !== null) close(answerFrom)
  close(paragraphs.length - 1)
  for (const one of afterColon(document, marked)) {
    if (!passages.some((other) => other.start < one.end && one.start < other.end))
      push(one.start, one.end, 'dash')
  }
  for (const one of afterAttribution(document, marked)) {
    if (!passages.some((other) => other.start < one.end && one.start < other.end))
      push(one.start, one.end, 'dash')
  }
  return passages.sort((a, b) => a.start - b.start)
}

/** After the last answer: nobody speaks of themselves, and somebody is reported to have said something. */
function isOutlets(document: Document, paragraph: Span): boolean {
  if (FIRST_PERSON.test(document.text.slice(paragraph.start, paragraph.end))) return false
  const cues = cuesOf(document.language)
  for (let index = document.tokenAt(paragraph.start); index < document.tokens.length; index++) {
    if (document.tokens[index]!.start >= paragraph.end) return false
    if (cueVerbAt(document, index, cues)?.strong) return true
  }
  return false
}

/**
 * Whose label stands before each line, by its last word ("Nina Marsh:" once, then "Marsh:"), or null. One of several words
 * counts only where two labels take turns and one of them asks.
 */
function labelsOf(lines: readonly string[]): (string | null)[] {
  const written = lines.map((line) =>
    line.includes(':') ? (LABEL.exec(line)?.[1] ?? LONG_LABEL.exec(line)?.[1] ?? null) : null,
  )
  if (written.every((one) => one === null)) return written
  const whose = written.map((label) => label?.split(' ').at(-1) ?? null)
  const times = new Map<string, number>()
  for (const label of whose) if (label !== null) times.set(label, (times.get(label) ?? 0) + 1)
  const asks = lines.filter((line, index) => whose[index] !== null && /\?\s*$/.test(line)).length
  const turns = [...times.values()].filter((count) => count >= 2).length
  return whose.map((label, index) =>
    label !== null && written[index]!.includes(' ') && (asks < 2 || turns < 2 || times.get(label)! < 2)
      ? null
      : label,
  )
}

/** Characters of an answer's label: whose answer it is, which is the outlet's to say. */
const labelLength = (line: string, label: string | null): number =>
  label === null ? 0 : (LABEL.exec(line) ?? LONG_LABEL.exec(line))![0].length

/** A dash right after a closing mark. */
const ATTRIBUTION = /\s*[,.!?…]?\s*[—–-]\s/uy

/** `«Текст», — сказал Икс. — Продолжение.`: after an attribution that ends with a full stop a dash lets the speaker go on. */
function afterAttribution(document: Document, marked: readonly Span[]): Span[] {
  const { text, paragraphs } = document
  const cues = cuesOf(document.language)
  const found: Span[] = []
  for (const [index, one] of marked.entries()) {
    const paragraph = paragraphs[document.paragraphAt(one.end - 1)]!
    ATTRIBUTION.lastIndex = one.end
    if (!ATTRIBUTION.test(text)) continue
    const next = marked.find((other, at) => at > index && other.start >= one.end)
    const limit = Math.min(paragraph.end, next?.start ?? paragraph.end)
    const rest = text.slice(one.end, limit)
    const lead = /^\s*[,.!?…]?\s*[—–-]\s+/u.exec(rest)
    if (lead === null) continue
    const turn = /[.!?…]\s+[—–-]\s+(?=[\p{Lu}\p{N}])/u.exec(rest.slice(lead[0].length))
    if (turn === null) continue
    const from = document.tokenAt(one.end + lead[0].length)
    let cue = false
    for (
      let token = from;
      token < from + 12 && (document.tokens[token]?.start ?? limit) < one.end + lead[0].length + turn.index;
      token++
    )
      if (isCueVerb(document, token, cues)) cue = true
    if (!cue) continue
    const start = one.end + lead[0].length + turn.index + turn[0].length
    if (start < limit)
      found.push({
        start,
        end: trimEnd(
          text,
          start,
          next !== undefined && next.start < paragraph.end ? speechEnd(document, start, marked) : limit,
        ),
      })
  }
  return found
}

/** Words in marks may stand in what goes on; only a new sentence in marks ends it before the paragraph does. */
function speechEnd(document: Document, start: number, marked: readonly Span[]): number {
  const paragraph = document.paragraphs[document.paragraphAt(start)]!
  const fresh = marked.find(
    (one) =>
      one.start > start &&
      one.start < paragraph.end &&
      /[.!?…]\s*(?:[—–-]\s*)?$/.test(document.text.slice(start, one.start)),
  )
  return fresh?.start ?? paragraph.end
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end
  while (to > start && /\s/.test(text[to - 1]!)) to--
  return to
}

/** `Министр написал в канале:` and then a paragraph without marks, as pages print block quotations. */
function afterColon(document: Document, marked: readonly Span[]): Span[] {
  const { text, paragraphs, tokens } = document
  const cues = cuesOf(document.language)
  if (!cues.inflected) return []
  const found: Span[] = []
  for (let index = 1; index < paragraphs.length - 1; index++) {
    const lead = paragraphs[index]!
    if (text[lead.end - 1] !== ':') continue
    const block = paragraphs[index + 1]!
    const first = text[block.start]!
    if (!/\p{Lu}/u.test(first) || !/[.!?…]$/.test(text.slice(block.end - 1, block.end))) continue
    if (block.end - block.start < SHORTEST_BLOCK || marked.some((one) => one.start === block.start)) continue
    const sentence = document.sentenceAt(lead.end - 1)
    let cue = false
    for (let at = document.tokenAt(lead.end - 1); at >= 0 && tokens[at]!.sentence === sentence; at--) {
      const verb = cueVerbAt(document, at, cues)
      if (verb?.strong === true && !verb.gerund) cue = true
    }
    if (cue) found.push({ start: block.start, end: block.end })
  }
  return found
}

/** The speech in a dash line: without the author's insertion. Empty when nothing in the line says that it is speech. */
function dashParts(document: Document, offset: number, line: string): { start: number; end: number }[] {
  const lead = DASH.exec(line)![0].length
  const insertion = /[,!?…]\s*[—–-]\s+/gu
  insertion.lastIndex = lead
  const first = insertion.exec(line)
  if (first === null) return []
  const after = first.index + first[0].length
  const cues = cuesOf(document.language)
  const from = document.tokenAt(offset + after)
  let cue = false
  for (let index = from; index < from + 4; index++) if (isCueVerb(document, index, cues)) cue = true
  const again = /[.,]\s*[—–-]\s+/gu
  again.lastIndex = after
  const second = again.exec(line)
  // "— …, — качает головой Икс. — …": a comma, a dash and a verb before a name say as much.
  if (!cue && !isGesture(document, from, line[first.index] ?? '', offset + (second?.index ?? line.length)))
    return []
  const parts = [{ start: offset + lead, end: offset + first.index }]
  if (second !== null)
    parts.push({ start: offset + second.index + second[0].length, end: offset + line.length })
  return parts
}

/** A verb with which no clause of the speech can begin, and after it a capital: who made the gesture. */
function isGesture(document: Document, from: number, mark: string, end: number): boolean {
  const { tokens } = document
  if (!/[,!?…]/.test(mark) || tokens[from] === undefined || !/^\p{Ll}/u.test(tokens[from]!.text)) return false
  const reading = document.reading(from)
  if (reading.pos !== 'verb' || reading.number === null) return false
  for (let at = from + 1; at < from + 5 && (tokens[at]?.start ?? end) < end; at++) {
    if (tokens[at]!.kind === 'punctuation') return false
    if (/^\p{Lu}/u.test(tokens[at]!.text) || /^(?:он|она|они)$/.test(tokens[at]!.norm)) return true
  }
  return false
}
