import type { ReadableDatabase, WritableDatabase } from '../connection.ts'

export function allSettings(db: ReadableDatabase): Readonly<Record<string, string>> {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting').all()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

export function setSetting(db: WritableDatabase, key: string, value: string): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}
