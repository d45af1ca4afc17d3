import type { ReactNode } from 'react'
import type { Story } from '#shared/domain/library.ts'
export function FactsView({ story }: { readonly story: Story }): ReactNode {
  return <p>{story.title}</p>
}
