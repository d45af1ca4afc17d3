import { HANDOUT_CSS } from './export/handout-css.ts'
import { handoutBody } from './export/handout-html.ts'
import type { HandoutPage, HandoutWords } from './export/page.ts'

/**
 * Lays the page out for printing in place of the app's screen, the same as the exported file. In a shadow tree, so that
 * neither's style reaches the other. Answers a function that takes it away.
 */
export function layOutForPrint(page: HandoutPage, words: HandoutWords): () => void {
  const host = document.createElement('div')
  host.dataset.printSheet = ''
  const shadow = host.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(HANDOUT_CSS)
  shadow.adoptedStyleSheets = [style]
  const sheet = document.createElement('div')
  sheet.className = 'sheet'
  sheet.lang = words.language
  // Escaped and rebuilt by the export: nothing in it can run.
  sheet.innerHTML = handoutBody(page, words)
  shadow.append(sheet)
  const root = document.documentElement
  const title = document.title
  // The title becomes the name of the PDF.
  document.title = page.title
  root.dataset.printing = ''
  // A dark page would be printed on black margins.
  root.style.colorScheme = 'light'
  document.body.append(host)
  return () => {
    host.remove()
    delete root.dataset.printing
    root.style.colorScheme = ''
    if (document.title === page.title) document.title = title
  }
}
