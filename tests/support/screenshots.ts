import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openApp, ROOT } from '../e2e/support.ts'

// `npm run screenshots`: pictures of the screens on the sample story. The README's picture is taken anew; the others
// (both sizes, light and dark, English and Russian) go into out/screenshots, to be looked at.
const SIZES = [
  [1280, 800],
  [1920, 1080],
] as const
const SCREENS = {
  compare: '/compare/1?open=first',
  library: '/library',
  read: '/read/4',
  discover: '/discover/1',
}
const out = join(ROOT, 'out/screenshots')
mkdirSync(out, { recursive: true })
mkdirSync(join(ROOT, 'docs/images'), { recursive: true })

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en-GB', 'ru-RU']) {
    const app = await openApp({ context: { colorScheme, locale } })
    const { page } = app
    await page.getByRole('banner').waitFor()
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      for (const [name, address] of Object.entries(SCREENS)) {
        await page.goto(`${new URL(page.url()).origin}/#/library?q=none`)
        await page.goto(`${new URL(page.url()).origin}/#${address}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForTimeout(700)
        const file = `${name}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`
        await page.screenshot({ path: join(out, file) })
        if (file === 'compare-1280-light-en.png')
          await page.screenshot({ path: join(ROOT, 'docs/images/compare.png') })
      }
    }
    await app.close()
  }
}
console.log(`Pictures are in ${out}; the README's is docs/images/compare.png.`)
