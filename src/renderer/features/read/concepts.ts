import { mergedConcepts } from '#shared/domain/concepts.ts'
import type { LocalisedText } from '#shared/domain/lexicon.ts'
import type { ArticleView, LexiconSummary } from '#shared/domain/library.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { isCounted, VOICES, type Voice } from '#shared/domain/voice.ts'

export interface Frame {
  readonly id: string
  readonly label: LocalisedText
  /** 1…6: which of the frame colours it takes within its concept. */
  readonly colour: number
}

export interface Concept {
  readonly id: string
  readonly label: LocalisedText
  readonly frames: readonly Frame[]
}

const FRAME_COLOURS = 6

/**
 * All concepts, by id. A pack that extends another adds its frames after that pack's: the list of lexicons has the
 * extended pack first, so that a frame keeps its colour whichever packs are installed.
 */
export function conceptsOf(lexicons: readonly LexiconSummary[]): ReadonlyMap<string, Concept> {
  return new Map(
    [...mergedConcepts(lexicons)].map(([id, { label, frames }]) => [
      id,
      {
        id,
        label,
        frames: frames.map((frame, index) => ({
          id: frame.id,
          label: frame.label,
          colour: Math.min(index + 1, FRAME_COLOURS),
        })),
      },
    ]),
  )
}

type ViewedMention = ArticleView['mentions'][number]

/** Struck out by the reader: shown with a line through, counted nowhere. */
export const isStruckOut = ({ correction }: Pick<ViewedMention, 'correction'>): boolean =>
  correction?.kind === 'not-a-mention'

/** The mentions that count: all but those struck out, and those that a pull quote only repeats. */
export const countedMentions = (mentions: ArticleView['mentions']): ArticleView['mentions'] =>
  mentions.filter((mention) => !isStruckOut(mention) && isCounted(mention))

/** Mentions per concept, the most often named first. */
export function conceptCounts(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { concept } of mentions) counts.set(concept, (counts.get(concept) ?? 0) + 1)
  return new Map([...counts].sort((a, b) => b[1] - a[1]))
}

export interface FrameCount {
  readonly frame: Frame
  readonly count: number
  readonly byVoice: Readonly<Record<Voice, number>>
}

/** How often the article uses each frame of a concept, by voice; in the lexicon's order, without frames it does not use. */
export function frameCounts(concept: Concept, mentions: readonly Mention[]): readonly FrameCount[] {
  return concept.frames
    .map((frame) => {
      const own = mentions.filter((mention) => mention.concept === concept.id && mention.frame === frame.id)
      const byVoice = Object.fromEntries(
        VOICES.map((voice) => [voice, own.filter((mention) => mention.voice === voice).length]),
      ) as Record<Voice, number>
      return { frame, count: own.length, byVoice }
    })
    .filter(({ count }) => count > 0)
}

export interface SpeakerCount {
  readonly name: string
  readonly role: string | null
  readonly direct: number
  readonly indirect: number
  /** Where their first words begin. */
  readonly start: number
}

/** Who is quoted or reported, the most often first. */
export function speakerCounts(article: Pick<ArticleView, 'quotations' | 'people'>): readonly SpeakerCount[] {
  const speakers = new Map<string, SpeakerCount>()
  for (const { kind, speaker, person, start } of article.quotations) {
    if (kind === 'scare' || speaker === null) continue
    const known = speakers.get(speaker) ?? {
      name: speaker,
      role: person === null ? null : (article.people[person]?.role ?? null),
      direct: 0,
      indirect: 0,
      start,
    }
    speakers.set(speaker, { ...known, [kind]: known[kind] + 1 })
  }
  return [...speakers.values()].sort(
    (a, b) => b.direct + b.indirect - a.direct - a.indirect || a.start - b.start,
  )
}
