import { VERB_LIST } from './verbs.ts'

/** What a form of a known verb may be. */
export interface VerbForm {
  readonly infinitive: string
  readonly kind: 'finite' | 'infinitive' | 'participle' | 'present-participle'
  /** Particle that must stand later in the clause for the form to belong to this verb: "teilte … mit". */
  readonly particle: string | null
  /** A subjunctive of reported speech: "habe", "werde". */
  readonly reported: boolean
  readonly number: 'singular' | 'plural' | null
  readonly tense: 'past' | 'present' | null
}

const INSEPARABLE = /^(?:be|ent|er|ver|zer|miss|wider|über|unter)(?=[\p{L}]{3})/u

/** All forms of the listed verbs by their folded spelling. */
export const FORMS: ReadonlyMap<string, readonly VerbForm[]> = makeForms()

function makeForms(): Map<string, VerbForm[]> {
  const forms = new Map<string, VerbForm[]>()
  for (const entry of VERB_LIST) for (const [form, use] of conjugate(entry)) add(forms, form, use)
  return forms
}

function add(forms: Map<string, VerbForm[]>, form: string, use: VerbForm): void {
  const list = forms.get(form)
  if (list === undefined) forms.set(form, [use])
  else if (!list.some((one) => one.infinitive === use.infinitive && one.kind === use.kind)) list.push(use)
}

/**
 * The forms of "mit|teilen" (regular) or "an|geben gibt gab gegeben" (infinitive, he-form, past, participle without the
 * particle).
 */
function* conjugate(entry: string): Generator<[string, VerbForm]> {
  const [head = '', present, past, participle] = entry.split(' ')
  const [particle, base] = head.includes('|') ? (head.split('|') as [string, string]) : [null, head]
  const infinitive = head.replace('|', '')
  const stem = base.replace(/e?n$/, '')
  const cut = /(?:el|er)n$/.test(base) ? stem.replace(/(?:e)(?=[lr]$)/, 'e') : stem
  const link = /(?:[td]|(?:[^aeiouhlrmn]|ch)[mn])$/.test(cut) ? 'e' : ''
  const he = present ?? `${cut}${link}t`
  const weak = past === undefined
  const then = past ?? `${cut}${link}te`
  const done =
    participle ??
    (/ieren$/.test(base) || (particle === null && INSEPARABLE.test(base))
      ? `${cut}${link}t`
      : `ge${cut}${link}t`)
  const common = { infinitive, particle, reported: false }
  const finite = (
    form: string,
    number: VerbForm['number'],
    tense: VerbForm['tense'],
    reported = false,
  ): [string, VerbForm][] => {
    const use: VerbForm = { ...common, kind: 'finite', number, tense, reported }
    // At a subordinate clause's end the particle joins its verb: "wie sie mitteilte".
    return particle === null
      ? [[form, use]]
      : [
          [form, use],
          [particle + form, { ...use, particle: null }],
        ]
  }
  yield* finite(he, 'singular', 'present')
  yield* finite(`${cut}e`, 'singular', 'present', true)
  yield* finite(base, 'plural', 'present')
  yield* finite(then, 'singular', 'past')
  yield* finite(weak || /e$/.test(then) ? `${then}n` : `${then}en`, 'plural', 'past')
  const joined = particle ?? ''
  yield [infinitive, { ...common, particle: null, kind: 'infinitive', number: null, tense: null }]
  if (particle !== null)
    yield [
      `${particle}zu${base}`,
      { ...common, particle: null, kind: 'infinitive', number: null, tense: null },
    ]
  yield [joined + done, { ...common, particle: null, kind: 'participle', number: null, tense: 'past' }]
  yield [
    `${joined}${base}d`,
    { ...common, particle: null, kind: 'present-participle', number: null, tense: 'present' },
  ]
}
