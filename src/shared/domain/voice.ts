/** Whose words a mention is in. `docs/method.md` defines each. */
export const VOICES = ['narration', 'direct', 'indirect', 'scare'] as const
export type Voice = (typeof VOICES)[number]

/** Which voices a figure counts: one voice, or all of them. `narration` is the default everywhere. */
export const VOICE_FILTERS = [...VOICES, 'all'] as const
export type VoiceFilter = (typeof VOICE_FILTERS)[number]

/** Where in the article something stands. `docs/method.md` defines each. */
export const SECTIONS = ['headline', 'lead', 'body', 'caption', 'pull-quote'] as const
export type Section = (typeof SECTIONS)[number]

/** A pull quote repeats words that stand in the text: its namings are shown, and counted once, where they stand first. */
export const isCounted = ({ section }: { readonly section: Section }): boolean => section !== 'pull-quote'
