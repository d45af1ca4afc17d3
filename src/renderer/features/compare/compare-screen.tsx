import type { ReactNode } from 'react'

/** Compare: how each outlet names it. */
export function CompareScreen(): ReactNode {
  return null
}
