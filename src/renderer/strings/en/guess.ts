/** What a guess was read from (`GUESS_SOURCES` of the domain). */
export const guess = {
  'first-line': 'guessed from the first line',
  markup: 'guessed from the page’s markup',
  'file-name': 'guessed from the file name',
  'folder-name': 'guessed from the folder name',
  address: 'guessed from the address',
  'site-name-in-text': 'guessed from a site name in the text',
  'date-in-text': 'guessed from a date in the text',
  'relative-date': 'guessed from a relative date (such as “yesterday”)',
  'letters-of-text': 'guessed from the letters of the text',
  'byline-in-text': 'guessed from the author’s line in the text',
  footer: 'guessed from the end of the page',
} as const
