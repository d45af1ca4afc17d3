import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Choice } from './story-view.tsx'
import type { useConcept } from './use-concept.ts'

/** Which lexicon, and which of its concepts. */
export function ConceptChoice({ choice }: { readonly choice: ReturnType<typeof useConcept> }): ReactNode {
  const { t } = useTranslation(['compare', 'views'])
  const language = useUiLanguage()
  const { lexicon, lexicons, concept, concepts } = choice
  return (
    <>
      {lexicon === undefined ? null : (
        <Choice
          label={t('compare:lexicon')}
          value={lexicon.id}
          options={lexicons.map(({ id, label, version }) => ({
            value: id,
            label: `${label[language]} ${version}`,
          }))}
          onChoose={choice.chooseLexicon}
        />
      )}
      {concept === undefined ? null : (
        <Choice
          label={t('views:concept')}
          value={concept.id}
          options={concepts.map(({ id, label }) => ({ value: id, label: label[language] }))}
          onChoose={choice.chooseConcept}
        />
      )}
    </>
  )
}
