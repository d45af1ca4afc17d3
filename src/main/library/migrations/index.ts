import type { Migration } from '../migrate.ts'
import { initial } from './0001-initial.ts'
import { words } from './0002-words.ts'
import { lexicons } from './0003-lexicons.ts'
import { sections } from './0004-sections.ts'
import { facts } from './0005-facts.ts'
import { notebook } from './0006-notebook.ts'

/** Every migration, in order. A released one is never changed: add another. */
export const MIGRATIONS: readonly Migration[] = [initial, words, lexicons, sections, facts, notebook]
