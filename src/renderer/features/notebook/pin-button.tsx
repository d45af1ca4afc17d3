import { useIsFetching } from '@tanstack/react-query'
import { type ReactNode, use, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { FigurePin } from '#shared/domain/notebook.ts'
import { PinMenu } from './pin-menu.tsx'
import { type PinRequest, PinRequestContext } from './pin-request.ts'
import { PinStage } from './pin-stage.tsx'
import type { PinSubject } from './pin-subject.ts'

/** "Pin to notebook" of a figure, for its row of tools. */
export function PinButton({
  subject,
  className,
}: {
  readonly subject: PinSubject
  readonly className?: string | undefined
}): ReactNode {
  const request = use(PinRequestContext)
  const [staged, setStaged] = useState<{
    readonly done: (pin: FigurePin) => void
    readonly failed: (error: unknown) => void
  } | null>(null)
  const place = useRef<HTMLSpanElement>(null)
  const [params] = useSearchParams()
  const wanted = params.get('card') === subject.key
  // The way back from a notebook page ends at this figure.
  useEffect(() => {
    if (wanted) place.current?.closest('article')?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const take = () =>
    new Promise<FigurePin>((done, failed) => setStaged({ done, failed })).finally(() => setStaged(null))
  return (
    <span ref={place}>
      {request === null ? (
        <PinMenu
          storyId={subject.storyId}
          className={className}
          taken={async () => ({ pin: await take(), filter: subject.filter })}
        />
      ) : request.key === subject.key ? (
        <TakenOnRequest subject={subject} request={request} />
      ) : null}
      {staged === null ? null : <PinStage subject={subject} onTaken={staged.done} onFailed={staged.failed} />}
    </span>
  )
}

const QUIET_MS = 150

/** Takes the figure once every answer that the screen waits for is there. */
function TakenOnRequest({
  subject,
  request,
}: {
  readonly subject: PinSubject
  readonly request: PinRequest
}): ReactNode {
  const busy = useIsFetching() > 0
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (busy) return
    const timer = setTimeout(() => setReady(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [busy])
  return ready ? (
    <PinStage subject={subject} onTaken={(pin) => request.take(pin, subject.filter)} onFailed={() => {}} />
  ) : null
}
