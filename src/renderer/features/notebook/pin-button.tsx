import { type ReactNode, use, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { FigurePin } from '#shared/domain/notebook.ts'
import { PinMenu } from './pin-menu.tsx'
import { PinRequestContext } from './pin-request.ts'
import { PinStage } from './pin-stage.tsx'
import type { PinSubject } from './pin-subject.ts'

/** "Pin to notebook" of a figure, for its row of tools. */
export function PinButton({
  subject,
  className,
  target,
}: {
  readonly subject: PinSubject
  readonly className?: string | undefined
  readonly target?: ReactNode
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
          target={target}
          taken={async () => ({ pin: await take(), filter: subject.filter })}
        />
      ) : request.key === subject.key ? (
        <PinStage
          subject={subject}
          onTaken={(pin) => request.take(pin, subject.filter)}
          // The one who asks waits no longer than for a figure that is not there.
          onFailed={() => {}}
        />
      ) : null}
      {staged === null ? null : <PinStage subject={subject} onTaken={staged.done} onFailed={staged.failed} />}
    </span>
  )
}
