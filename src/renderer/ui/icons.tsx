import type { ReactNode } from 'react'

/** Line icons, 18 px, in the ink around them. They stand beside words or carry an aria-label on their button. */
const SHAPES = {
  library: 'M4 3.5v11M7.5 3.5v11M11 4l3.2 10.2',
  compare: 'M3 5h5M3 9h9M3 13h7M14.5 3v12',
  read: 'M4 3h10v12H4zM6.5 6.5h5M6.5 9h5M6.5 11.5h3',
  concordance: 'M2.5 4.5h4M11.5 4.5h4M2.5 13.5h4M11.5 13.5h4M3.5 9h2M12.5 9h2M7.5 3h3v12h-3z',
  discover: 'M9 15.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM11.8 6.2l-1.6 4-4 1.6 1.6-4z',
  notebook: 'M5 2.5h9v13H5zM3.5 5.5h3M3.5 9h3M3.5 12.5h3M9 6.5h3M9 9.5h3',
  search: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM11.5 11.5 15 15',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  down: 'M5 7l4 4 4-4',
  up: 'M5 11l4-4 4 4',
  sun: 'M9 12a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM9 2v1.5M9 14.5V16M2 9h1.5M14.5 9H16M4.1 4.1l1 1M12.9 12.9l1 1M13.9 4.1l-1 1M5.1 12.9l-1 1',
  moon: 'M14 10.6A5.6 5.6 0 0 1 7.4 4 5.6 5.6 0 1 0 14 10.6z',
  screen: 'M3 4h12v8H3zM6.5 15h5M9 12v3',
  filter: 'M3 4.5h12l-4.6 5.4V15l-2.8-1.5V9.9z',
  check: 'M4 9.5l3.2 3.2L14 6',
  lock: 'M5 8.5h8v6H5zM6.5 8.5V6a2.5 2.5 0 0 1 5 0v2.5',
  lexicon: 'M4 3.5h7.5a2 2 0 0 1 2 2V15H6a2 2 0 0 1-2-2zM4 13a2 2 0 0 1 2-2h7.5M7 6.5h3.5',
  grip: 'M7 5h.01M11 5h.01M7 9h.01M11 9h.01M7 13h.01M11 13h.01',
  more: 'M4.5 9h.01M9 9h.01M13.5 9h.01',
} as const
export type IconName = keyof typeof SHAPES

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' || name === 'grip' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  )
}

/** Two circles that overlap: one event, two views. */
export function BrandMark(): ReactNode {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" strokeWidth="2.2" aria-hidden="true">
      <circle cx="7.5" cy="10" r="6" stroke="var(--frame-1)" />
      <circle cx="12.5" cy="10" r="6" stroke="var(--frame-2)" />
    </svg>
  )
}
