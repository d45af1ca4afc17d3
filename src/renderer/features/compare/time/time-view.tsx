import type { ReactNode } from 'react'
import type { Story } from '#shared/domain/library.ts'
export function TimeView({ story }: { readonly story: Story }): ReactNode {
  return <p>{story.title}</p>
}
