import { browserPlatform } from './browser.ts'
import { desktopPlatform } from './desktop.ts'
import type { Platform } from './types.ts'

/** The platform this page runs on: the desktop window when its preload left a bridge, else a browser. */
export const currentPlatform = (): Platform =>
  window.parallax === undefined ? browserPlatform() : desktopPlatform(window.parallax)
