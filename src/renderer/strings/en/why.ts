/**
 * Why a rule of the analysis decided as it did: one sentence per rule (`Explanation.rule`), with the speaker and the cue
 * put in. `_nobody` stands where the text names no speaker.
 */
export const why = {
  direct: {
    'cue-after': 'Direct speech: “{{cue}}” after it says that these are the words of {{speaker}}.',
    'cue-after_nobody': 'Direct speech: “{{cue}}” after it says that somebody is quoted, but not who.',
    'cue-before': 'Direct speech: “{{cue}}” before it says that these are the words of {{speaker}}.',
    'cue-before_nobody': 'Direct speech: “{{cue}}” before it says that somebody is quoted, but not who.',
    'cue-in-sentence': 'A quoted fragment in a sentence where “{{cue}}” gives the words to {{speaker}}.',
    'cue-in-sentence_nobody':
      'A quoted fragment in a sentence where “{{cue}}” gives the words to somebody it does not name.',
    'source-phrase': 'Direct speech: “{{cue}}” names {{speaker}} as the source.',
    'source-phrase_nobody': 'Direct speech: “{{cue}}” points to a source that it does not name.',
    colon: 'Direct speech after a colon: the words before the colon name {{speaker}}.',
    colon_nobody: 'Direct speech after a colon: the words before the colon do not say who speaks.',
    answer: 'Part of an answer in an interview: the person asked is {{speaker}}.',
    answer_nobody: 'Part of an answer in an interview: who is asked is not clear.',
    insertion: 'Direct speech: “{{cue}}”, put in between, says that these are the words of {{speaker}}.',
    insertion_nobody: 'Direct speech: “{{cue}}”, put in between, says that somebody is quoted, but not who.',
    introduced: 'Direct speech without a cue of its own: the sentence before it is about {{speaker}}.',
    introduced_nobody: 'Direct speech without a cue of its own: the sentence before it names nobody.',
    signed: 'Direct speech with the name of the speaker set after it: {{speaker}}.',
    signed_nobody: 'Direct speech with a name set after it that could not be read.',
    echo: 'Quoted in full further down in the article as the words of {{speaker}}.',
    echo_nobody: 'Quoted in full further down in the article, but it does not say from whom.',
    'goes-on': 'Direct speech without a cue of its own: {{speaker}} spoke last, and seems to go on.',
    'goes-on_nobody': 'Direct speech without a cue of its own: nobody near it is named as speaking.',
  },
  indirect: {
    'source-phrase': 'No quotation marks, but “{{cue}}” names {{speaker}} as the source.',
    'source-phrase_nobody': 'No quotation marks, but “{{cue}}” points to a source that it does not name.',
    'that-clause': 'No quotation marks, but “{{cue}}” before it reports the words of {{speaker}}.',
    'that-clause_nobody':
      'No quotation marks, but “{{cue}}” before it reports the words of somebody unnamed.',
    'cue-closes': 'No quotation marks, but “{{cue}}” after it gives the words to {{speaker}}.',
    'cue-closes_nobody': 'No quotation marks, but “{{cue}}” after it gives the words to somebody unnamed.',
    'to-clause':
      'No quotation marks, but “{{cue}}” before it says what {{speaker}} asked for, promised or alleged.',
    'to-clause_nobody':
      'No quotation marks, but “{{cue}}” before it says what somebody unnamed asked for, promised or alleged.',
    headline: 'No quotation marks, but the name before the colon says who speaks: {{speaker}}.',
    headline_nobody: 'No quotation marks, but the words before the colon say that somebody speaks.',
    'sentence-before':
      'No quotation marks, but the next sentence (“{{cue}}”) says that this came from {{speaker}}.',
    'sentence-before_nobody':
      'No quotation marks, but the next sentence (“{{cue}}”) says that somebody unnamed said this.',
    'runs-on': 'No cue of its own, but it seems to go on with what {{speaker}} said in the sentence before.',
    'runs-on_nobody':
      'No cue of its own, but it seems to go on with what is reported in the sentence before.',
  },
  scare: {
    'so-called': '“So-called” or the like stands before it: the outlet keeps its distance from the word.',
    'nobody-speaks':
      'In quotation marks, but nobody is named as speaking: the marks keep the word at a distance.',
    'inside-quotation':
      'In quotation marks of its own inside somebody’s words: the speaker keeps it at a distance.',
  },
  narration: {
    'no-marks': 'Neither quoted nor reported from anybody: the outlet’s own words.',
  },
  unknown: 'A rule decided this that this version of the page cannot put into words.',
} as const
