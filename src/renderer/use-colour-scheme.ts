import { useMediaQuery } from '@mantine/hooks'
import { useLayoutEffect } from 'react'
import { useSetting } from './platform/settings.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The colour scheme in force: the remembered one, else the system's. The tokens follow it through `data-theme`. */
export function useColourScheme(): 'light' | 'dark' {
  const [wished] = useSetting('theme')
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, {
    getInitialValueInEffect: false,
  })
  const scheme = wished === 'dark' || wished === 'light' ? wished : systemDark ? 'dark' : 'light'
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = scheme
  }, [scheme])
  return scheme
}
