/** Two or three capitalised words and nothing else: a person's name, perhaps with the outlet's. */
export const isName = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.)(?:\s+(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.|de|van|von|al|bin)){1,3}(?:,\s+[\p{Lu}«“"][\p{L}\s«»“”".-]{1,40})?$/u.test(
    text,
  ) &&
  text.length <= 70 &&
  // Three words in capitals are a heading.
  !/^\p{Lu}+ \p{Lu}+ \p{Lu}+/u.test(text)
