import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { loadRussian } from '#shared/analysis/languages/ru/morphology.ts'

/** Loads what languages need from disk (the Russian dictionaries). Every host calls it once before it analyses. */
export async function loadLanguages(): Promise<void> {
  const require = createRequire(import.meta.url)
  await loadRussian(join(dirname(require.resolve('az/package.json')), 'dicts'))
}
