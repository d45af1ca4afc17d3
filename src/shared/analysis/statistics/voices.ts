import type { Mention } from '#shared/domain/mention.ts'
import { VOICES, type Voice } from '#shared/domain/voice.ts'

export interface VoicedArticle {
  readonly outlet: string
  readonly mentions: readonly Pick<Mention, 'concept' | 'frame' | 'voice' | 'speaker'>[]
}

/** Who is given a frame's words: a speaker in dictionary form, or null where nobody is identified. */
export interface SpeakerCount {
  readonly speaker: string | null
  readonly count: number
}

/**
 * Whether an outlet says a frame itself: `own` in its own words alone, `both` also in others', `others` only in quoted or
 * reported words, `distanced` only in scare quotes (with or without others' words beside them).
 */
export type Endorsement = 'own' | 'both' | 'others' | 'distanced'

/** One frame in one outlet, by voice. */
export interface VoiceRow {
  readonly outlet: string
  readonly concept: string
  readonly frame: string
  readonly byVoice: Readonly<Record<Voice, number>>
  readonly count: number
  readonly endorsement: Endorsement
  /** Of quoted and reported mentions: most frequent first. */
  readonly speakers: readonly SpeakerCount[]
}

/**
 * Mentions by outlet, frame and voice, with whether the outlet uses the frame in its own words and, if in others', whose.
 * Counts, no estimate: one mention in narration is enough for `own` or `both`, so read it with the counts beside it.
 */
export function voiceTable(articles: readonly VoicedArticle[]): readonly VoiceRow[] {
  interface Cell {
    readonly outlet: string
    readonly concept: string
    readonly frame: string
    readonly byVoice: Record<Voice, number>
    readonly speakers: Map<string | null, number>
  }
  const cells = new Map<string, Cell>()
  for (const { outlet, mentions } of articles) {
    for (const { concept, frame, voice, speaker } of mentions) {
      const key = [concept, frame, outlet].join('\u0000')
      const cell = cells.get(key) ?? {
        outlet,
        concept,
        frame,
        byVoice: { narration: 0, direct: 0, indirect: 0, scare: 0 },
        speakers: new Map<string | null, number>(),
      }
      cells.set(key, cell)
      cell.byVoice[voice]++
      if (voice === 'direct' || voice === 'indirect')
        cell.speakers.set(speaker, (cell.speakers.get(speaker) ?? 0) + 1)
    }
  }
  return [...cells.entries()]
    .sort(([a], [b]) => byName(a, b))
    .map(([, { speakers, ...cell }]) => ({
      ...cell,
      count: VOICES.reduce((sum, voice) => sum + cell.byVoice[voice], 0),
      endorsement: endorsementOf(cell.byVoice),
      speakers: counted(speakers),
    }))
}

function endorsementOf({ narration, direct, indirect, scare }: Readonly<Record<Voice, number>>): Endorsement {
  if (narration > 0) return direct + indirect + scare > 0 ? 'both' : 'own'
  return scare > 0 ? 'distanced' : 'others'
}

const counted = (speakers: ReadonlyMap<string | null, number>): SpeakerCount[] =>
  [...speakers]
    .map(([speaker, count]) => ({ speaker, count }))
    .sort((a, b) => b.count - a.count || byName(a.speaker ?? '\uffff', b.speaker ?? '\uffff'))

/** One speaker's words for one concept, over all outlets and in each. */
export interface SpeakerRow {
  readonly speaker: string
  readonly concept: string
  readonly count: number
  readonly frames: readonly { readonly frame: string; readonly count: number }[]
  readonly outlets: readonly {
    readonly outlet: string
    readonly count: number
    readonly frames: readonly { readonly frame: string; readonly count: number }[]
  }[]
}

/** Who is given which words: identified speakers of quoted and reported mentions, those with most mentions first. */
export function speakerTable(articles: readonly VoicedArticle[]): readonly SpeakerRow[] {
  const rows = new Map<
    string,
    { speaker: string; concept: string; frames: Counts; outlets: Map<string, Counts> }
  >()
  for (const { outlet, mentions } of articles) {
    for (const { concept, frame, voice, speaker } of mentions) {
      if (speaker === null || (voice !== 'direct' && voice !== 'indirect')) continue
      const key = [speaker, concept].join('\u0000')
      const row = rows.get(key) ?? { speaker, concept, frames: new Map(), outlets: new Map() }
      rows.set(key, row)
      const theirs: Counts = row.outlets.get(outlet) ?? new Map()
      row.outlets.set(outlet, theirs)
      row.frames.set(frame, (row.frames.get(frame) ?? 0) + 1)
      theirs.set(frame, (theirs.get(frame) ?? 0) + 1)
    }
  }
  return [...rows.values()]
    .map(({ speaker, concept, frames, outlets }) => ({
      speaker,
      concept,
      count: total(frames),
      frames: framesOf(frames),
      outlets: [...outlets]
        .map(([outlet, theirs]) => ({ outlet, count: total(theirs), frames: framesOf(theirs) }))
        .sort((a, b) => b.count - a.count || byName(a.outlet, b.outlet)),
    }))
    .sort((a, b) => b.count - a.count || byName(a.speaker, b.speaker) || byName(a.concept, b.concept))
}

type Counts = Map<string, number>
const total = (counts: Counts): number => [...counts.values()].reduce((sum, one) => sum + one, 0)
const framesOf = (counts: Counts) =>
  [...counts]
    .map(([frame, count]) => ({ frame, count }))
    .sort((a, b) => b.count - a.count || byName(a.frame, b.frame))
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
