import type { ImportSource } from './types.ts'

/** What Parallax can read; of a folder, other files are passed over (a file chosen by itself is tried and named). */
const READABLE = /\.(txt|md|markdown|html?|xhtml|jsonl|ndjson|json|csv|tsv)$/i

/** Opens the browser's own chooser. Resolves to null when the person cancels. */
export function pickFiles(kind: 'files' | 'folder'): Promise<ImportSource | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.hidden = true
    input.dataset.import = kind
    if (kind === 'folder') input.webkitdirectory = true
    else input.accept = '.txt,.md,.html,.htm,.xhtml,.jsonl,.json,.csv,.tsv,text/plain,text/html'
    const done = (source: ImportSource | null) => {
      input.remove()
      resolve(source)
    }
    input.addEventListener('cancel', () => done(null))
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].filter((file) => kind === 'files' || READABLE.test(file.name))
      done(
        files.length === 0
          ? null
          : { kind: 'files', files, names: files.map((file) => file.webkitRelativePath || file.name) },
      )
    })
    // In the page, so that assistive technology and tests can reach it.
    document.body.append(input)
    input.click()
  })
}

/** Reads files and whole folders out of a drop. The entries must be taken at once: they are gone after the event. */
export async function readDropped(data: DataTransfer): Promise<ImportSource | null> {
  const entries: FileSystemEntry[] = []
  const loose: File[] = []
  for (const item of data.items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry?.()
    if (entry) entries.push(entry)
    else {
      const file = item.getAsFile()
      if (file) loose.push(file)
    }
  }
  const files: File[] = [...loose]
  const names: string[] = loose.map((file) => file.name)
  const walk = async (entry: FileSystemEntry, folder: string, inFolder: boolean): Promise<void> => {
    if (isFile(entry)) {
      if (inFolder && !READABLE.test(entry.name)) return
      files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)))
      names.push(folder + entry.name)
    } else if (isFolder(entry)) {
      for (const child of await childrenOf(entry)) await walk(child, `${folder}${entry.name}/`, true)
    }
  }
  for (const entry of entries) await walk(entry, '', false)
  return files.length === 0 ? null : { kind: 'files', files, names }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** `readEntries` answers at most a hundred at a time, and an empty list when there are no more. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

/** A file's bytes in base64, as the contract carries them. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'))
    reader.onload = () => {
      const address = String(reader.result)
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.readAsDataURL(file)
  })
}
