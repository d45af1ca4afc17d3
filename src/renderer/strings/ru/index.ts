import { apart } from './apart.ts'
import { common } from './common.ts'
import { compare } from './compare.ts'
import { concordance } from './concordance.ts'
import { correct } from './correct.ts'
import { discover } from './discover.ts'
import { guess } from './guess.ts'
import { importing } from './importing.ts'
import { lexicons } from './lexicons.ts'
import { library } from './library.ts'
import { nearby } from './nearby.ts'
import { notebook } from './notebook.ts'
import { read } from './read.ts'
import { repeats } from './repeats.ts'
import { shell } from './shell.ts'
import { silence } from './silence.ts'
import { views } from './views.ts'
import { why } from './why.ts'
import { words } from './words.ts'

export const ru = {
  apart,
  common,
  compare,
  concordance,
  correct,
  discover,
  guess,
  importing,
  lexicons,
  library,
  notebook,
  read,
  nearby,
  repeats,
  silence,
  shell,
  views,
  why,
  words,
} as const
