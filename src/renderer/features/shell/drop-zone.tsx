import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { usePlatform } from '../../platform/engine.tsx'
import { useImports } from '../import/import-provider.tsx'
import classes from './shell.module.css'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files and folders dropped anywhere on the window. */
export function DropZone(): ReactNode {
  const { t } = useTranslation('shell')
  const platform = usePlatform()
  const { importSource } = useImports()
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  // Enter and leave come for every element on the way: the window is left when as many were left as entered.
  const depth = useRef(0)

  useEffect(() => {
    const reset = () => {
      depth.current = 0
      setOver(false)
    }
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current--
      if (depth.current <= 0) reset()
    }
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      reset()
      if (!carriesFiles(event) || !event.dataTransfer) return
      // Otherwise the browser would leave Parallax and show the file.
      event.preventDefault()
      void platform.dropped(event.dataTransfer).then((source) => {
        if (source === null) return
        void navigate('/library')
        return importSource(source)
      })
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', hover)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', hover)
      window.removeEventListener('drop', drop)
    }
  }, [platform, importSource, navigate])

  if (!over) return null
  return (
    <div className={classes.drop} aria-hidden="true">
      <div className={classes.dropCard}>
        <strong>{t('dropHere')}</strong>
        <span>{t('dropHint')}</span>
      </div>
    </div>
  )
}
