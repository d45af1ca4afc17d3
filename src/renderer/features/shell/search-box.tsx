import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, type Ref, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate, useSearchParams } from 'react-router'
import { Icon } from '../../ui/icons.tsx'
import classes from './shell.module.css'

const TYPING_MS = 200

/** Search in all texts. In the Library it finds as one types; from another screen Enter opens the Library with the words. */
export function SearchBox({ ref }: { readonly ref: Ref<HTMLInputElement> }): ReactNode {
  const { t } = useTranslation('shell')
  const inLibrary = useMatch('/library') !== null
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const asked = inLibrary ? (params.get('q') ?? '') : ''
  const [typed, setTyped] = useState(asked)
  // Back and forward, or a cleared filter, change the address: the box follows.
  useEffect(() => setTyped(asked), [asked])

  const ask = (words: string) => {
    const query = words.trim()
    if (!inLibrary) {
      if (query !== '') void navigate(`/library?${new URLSearchParams({ q: query })}`)
      return
    }
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (query === '') next.delete('q')
        else next.set('q', query)
        next.delete('sort')
        next.delete('sel')
        return next
      },
      // One search is one step back, not one per letter.
      { replace: asked !== '' },
    )
  }
  const askSoon = useDebouncedCallback(ask, TYPING_MS)

  return (
    <search className={classes.search}>
      <TextInput
        ref={ref}
        type="text"
        aria-label={t('search')}
        aria-keyshortcuts="Control+K"
        placeholder={`${t('search')}   ${t('searchKeys')}`}
        value={typed}
        leftSection={<Icon name="search" size={16} />}
        rightSection={
          typed === '' ? null : (
            <CloseButton
              size={24}
              aria-label={t('clearSearch')}
              onClick={() => {
                setTyped('')
                if (inLibrary) ask('')
              }}
            />
          )
        }
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          if (inLibrary) askSoon(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') ask(typed)
          if (event.key === 'Escape' && typed !== '') {
            setTyped('')
            if (inLibrary) ask('')
          }
        }}
      />
    </search>
  )
}
