export const silence = {
  title: 'What others have and an outlet does not',
  overview: 'What each outlet lacks',
  overviewSentence:
    'How many things stand in other outlets’ articles here and not in the outlet’s own. Choose an outlet to see which.',
  outlet: 'Outlet',
  inAtLeast: 'In at least',
  others_one: '{{count, number}} other outlet',
  others_other: '{{count, number}} other outlets',
  alone:
    'Only one outlet has articles here: there is nobody to compare it with. Add articles by another outlet to this story.',
  card: 'Not in {{outlet}}',
  howCounted:
    'Listed is what at least {{least, number}} other outlets of the story have and this one has 0 times: {{count, number}} in all.',
  howOverview:
    'Each number counts what at least {{least, number}} other outlets of the story have and the outlet of the row has 0 times.',
  sentence_one: '{{count, number}} thing that other outlets have.',
  sentence_other: '{{count, number}} things that other outlets have.',
  none: 'Nothing that so many other outlets have is missing here.',
  kind: { concept: 'Concepts', frame: 'Frames', speaker: 'Speakers', fact: 'Numbers' },
  what: {
    concept: 'Named by others, not here',
    frame: 'Ways of naming that others have',
    speaker: 'Quoted or reported by others',
    fact: 'Numbers that others give',
  },
  frameOf: '{{frame}} ({{concept}})',
  fact: '{{value, number}} {{kind}}',
  outlets: 'Outlets',
  articles: 'Articles',
  places: 'Places',
  openPlaces_one: '{{what}}: {{count, number}} place in Concordance',
  openPlaces_other: '{{what}}: {{count, number}} places in Concordance',
  note: 'Absence from these articles is not absence from the outlet: it may have written of it elsewhere, or on another day. All voices count. A speaker is missed only beside outlets in the same language, since names are spelt by language; a frame only where the outlet names its concept in other words.',
} as const
