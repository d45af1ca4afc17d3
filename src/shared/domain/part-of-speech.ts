/** Parts of speech that words are read as. */
export const PARTS_OF_SPEECH = [
  'noun',
  'name',
  'pronoun',
  'verb',
  'participle',
  'gerund',
  'adjective',
  'adverb',
  'preposition',
  'conjunction',
  'particle',
  'determiner',
  'numeral',
  'interjection',
  'punctuation',
  'other',
] as const
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number]
