import { describe, expect, it } from 'vitest'
import { beginningsOf, Leads } from '#main/importing/leads.ts'

describe('what an alternative may begin with', () => {
  it('is its letters, each way that something may be left out, up to what stands for many', () => {
    expect(beginningsOf('ad ?blocker')).toEqual(['adblock', 'ad bloc'])
    expect(beginningsOf('(?:cat|dog)s?|owl')).toEqual(['cat', 'cats', 'dog', 'dogs', 'owl'])
    expect(beginningsOf('файл\\p{L}* cookies?')).toEqual(['файл'])
    expect(beginningsOf('без (?:своей )+воли')).toEqual(['без сво'])
    expect(beginningsOf('вс[её]')).toEqual(['все', 'всё'])
    expect(beginningsOf('(?:6|12)\\+')).toEqual(['6+', '12+'])
  })
})

describe('a quick look', () => {
  const leads = new Leads([['sign up', 'newsletters?'], ['редакци\\p{L}']])

  it('finds the lists of which something may begin at a place, whatever the capitals and spaces', () => {
    expect(leads.from('Sign up here', 0)).toBe(1)
    expect(leads.from('Sign\u00a0up here', 0)).toBe(1)
    expect(leads.from('Наша Редакция', 5)).toBe(2)
  })

  it('finds nothing where no alternative can begin', () => {
    expect(leads.from('Signals', 0)).toBe(0)
    expect(leads.from('Редактор', 0)).toBe(0)
    expect(leads.from('Sig', 0)).toBe(0)
  })
})
