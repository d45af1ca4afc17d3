interface NamedFile {
  readonly name: string
  readonly file: Pick<File, 'size'> & Blob
}

/** Bytes of files sent in one call. In base64 a third more; the host refuses calls over 256 MB. */
const BATCH_BYTES = 64 * 1024 * 1024
const BATCH_FILES = 5000

const isManifest = ({ name }: NamedFile): boolean => /(^|\/)manifest\.csv$/i.test(name)

/** Cuts what was chosen into calls of a size the host takes. Each batch carries the manifests, which speak of all files. */
export function batchesOf(source: {
  readonly files: readonly File[]
  readonly names: readonly string[]
}): readonly (readonly NamedFile[])[] {
  const named = source.files.map(
    (file, index): NamedFile => ({ file, name: source.names[index] ?? file.name }),
  )
  const manifests = named.filter(isManifest)
  const batches: NamedFile[][] = []
  let batch: NamedFile[] = []
  let bytes = 0
  for (const one of named) {
    if (isManifest(one)) continue
    if (batch.length > 0 && (bytes + one.file.size > BATCH_BYTES || batch.length >= BATCH_FILES)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(one)
    bytes += one.file.size
  }
  if (batch.length > 0) batches.push(batch)
  if (batches.length === 0 && manifests.length > 0) return [manifests]
  return batches.map((some) => [...manifests, ...some])
}
