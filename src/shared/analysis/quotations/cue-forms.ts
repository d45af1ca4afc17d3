// Forms that are cues though no verb of speech stands among their dictionary forms. Each is told by the word alone.

/** "Уверен, что", "согласны". */
export const STATES = /^(?:уверен|убежден|согласен|согласн|недовол)(?:а|о|ы|на|ны)?$/

/** Short passives without a subject: "написано на плакате". */
export const WRITTEN =
  /^(?:написано|сказано|указано|отмечено|подчеркнуто|заявлено|значится|гласит|гласила|гласил)$/

/** Short passives that name: "в письме совещание названо …". */
export const NAMED = /^(?:назван|охарактеризован|описан|именован|поименован|обозначен)(?:а|о|ы)?$/

/** «Как стало известно „Вестям“»: the paper that came to know tells it. */
export const KNOWN = 'известно'

/** "makes it clear" */
export const MAKING = /^ma(?:k(?:e|es|ing)|de)$/

/** Any of them, in the language with cases or the one without. */
export const isCueForm = (norm: string, inflected: boolean): boolean =>
  inflected
    ? STATES.test(norm) || WRITTEN.test(norm) || NAMED.test(norm) || norm === KNOWN
    : MAKING.test(norm)
