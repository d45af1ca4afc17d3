import type { ReactNode } from 'react'

/** Read: one article with its namings. */
export function ReadScreen(): ReactNode {
  return null
}
