import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { NotebookView } from '#shared/domain/notebook.ts'
import { usePlatform } from '../../platform/engine.tsx'
import { handoutHtml } from './export/handout-html.ts'
import { handoutFiles, handoutZip } from './export/handout-markdown.ts'
import { fileNameOf } from './export/page.ts'
import type { ExportKind } from './page-head.tsx'
import { layOutForPrint } from './print-sheet.ts'
import { useHandout } from './use-handout.ts'

/** Saves and prints the page; whatever begins to print (also the browser's own menu) finds the sheet laid out. */
export function useExports(page: NotebookView | null): {
  readonly run: (kind: ExportKind) => Promise<void>
  readonly problem: unknown
} {
  const platform = usePlatform()
  const handout = useHandout()
  const [problem, setProblem] = useState<unknown>(null)
  const takeAway = useRef<(() => void) | null>(null)
  const layOut = useEffectEvent(() => {
    if (takeAway.current !== null || page === null) return
    const made = handout(page)
    takeAway.current = layOutForPrint(made.page, made.words)
  })
  useEffect(() => {
    const before = () => layOut()
    const after = () => {
      takeAway.current?.()
      takeAway.current = null
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      after()
    }
  }, [])
  const run = async (kind: ExportKind): Promise<void> => {
    if (page === null) return
    setProblem(null)
    const name = fileNameOf(page.title)
    const made = handout(page)
    try {
      switch (kind) {
        case 'html':
          await platform.saveFile(
            `${name}.html`,
            'text/html;charset=utf-8',
            handoutHtml(made.page, made.words),
          )
          return
        case 'zip':
          await platform.saveFile(
            `${name}.zip`,
            'application/zip',
            handoutZip(handoutFiles(made.page, made.words), new Date()),
          )
          return
        case 'print': {
          takeAway.current ??= layOutForPrint(made.page, made.words)
          await platform.printPage(`${name}.pdf`)
          // A browser's dialog may still be open: it says itself when it is done. A desktop's PDF is made.
          if (platform.host === 'desktop') {
            takeAway.current?.()
            takeAway.current = null
          }
        }
      }
    } catch (error) {
      setProblem(error)
    }
  }
  return { run, problem }
}
