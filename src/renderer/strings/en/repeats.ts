export const repeats = {
  title: 'Passages that articles share',
  card: 'Shared passages',
  count: 'In all figures',
  each: 'Count each',
  once: 'Count once',
  countHelp:
    'As it stands, every figure counts each place. “Count once” leaves in only the place published first: shares, rates, tests, words and days follow.',
  sentence_one:
    '{{count, number}} passage stands in more than one place, word for word or nearly: {{words, number}} of {{all, number}} words ({{share}}) are repeats.',
  sentence_other:
    '{{count, number}} passages stand in more than one place, word for word or nearly: {{words, number}} of {{all, number}} words ({{share}}) are repeats.',
  none: 'No passage of ten words or more stands in more than one place here.',
  passage: 'Passage, as published first',
  places: 'Where it stands',
  same: 'word for word',
  alike: '{{share}} alike',
  first: 'first',
  noDate: 'no date',
  more_one: 'Show all {{count, number}} passage',
  more_other: 'Show all {{count, number}} passages',
  working: 'Comparing passages …',
  note: 'Paragraphs of ten words or more. Alike: the part of all runs of four words that both places have, 0.7 or more. Wire copy, a writer’s own text used again, and notices under every article all count as repeats.',
  formula: 'alike = runs of four words in both / runs of four words in either',
  formulaText:
    'MinHash signatures of 64 hashes in 16 bands find candidates, which are then compared in full (Broder 1997); about one pair in a hundred right at 0.7 is missed.',
} as const
