import { knownNames } from './draft.ts'

/** Marks of Markdown taken off, so that what is left is what a reader sees; fields of the front matter as given. */
export function readMarkdown(source: string): { text: string; given: Record<string, string> } {
  const front = /^---[^\S\n]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/.exec(source)
  const fields: Record<string, string> = {}
  for (const [, name, value] of (front?.[1] ?? '').matchAll(/^([\p{L}_ -]{2,30}):[^\S\n]*(\S.*)$/gmu))
    if (name !== '__proto__') fields[name!] = value!.trim().replace(/^(["'])(.*)\1$/, '$2')
  const text = (front === null ? source : source.slice(front[0].length))
    .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, '')
    .replace(/\[([^\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, '$1')
    .replace(/^(?:\[[^\]\n]+\]:\s+\S+.*|={3,}|-{3,}|\*{3,})[^\S\n]*$/gm, '')
    .replace(/^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?[^\S\n]*$/gm, '$1')
    .replace(/^ {0,3}>[^\S\n]?/gm, '')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^\n*_]*?[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([*_#[\]()>`-])/g, '$1')
  return { text, given: knownNames(fields) }
}
