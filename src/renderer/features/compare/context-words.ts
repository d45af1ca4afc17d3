/**
 * The words before a naming: back to the beginning of its paragraph, or to a whole word where the engine's excerpt begins
 * in the middle of one.
 */
export function contextBefore(text: string): string {
  const paragraph = text.lastIndexOf('\n')
  if (paragraph >= 0) return text.slice(paragraph + 1)
  return text === '' ? '' : `…${text.replace(/^\S*\s+/u, '')}`
}

/** The words after a naming, to the end of its paragraph or to a whole word. */
export function contextAfter(text: string): string {
  const paragraph = text.indexOf('\n')
  if (paragraph >= 0) return text.slice(0, paragraph)
  // The excerpt reaches to the end of the text when it ends as a sentence does.
  return /[.!?…»”"]$/u.test(text) || text === '' ? text : `${text.replace(/\s+\S*$/u, '')}…`
}
