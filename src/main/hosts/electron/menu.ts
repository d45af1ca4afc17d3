import type { MenuItemConstructorOptions } from 'electron'

/** What a menu item asks the page to do. */
export type MenuCommand = 'import-files' | 'import-folder' | 'paste-text' | 'search'

const WORDS = {
  en: {
    file: 'File',
    importFiles: 'Import files…',
    importFolder: 'Import a folder…',
    paste: 'Import pasted text…',
    edit: 'Edit',
    find: 'Search texts',
    view: 'View',
    window: 'Window',
  },
  ru: {
    file: 'Файл',
    importFiles: 'Добавить файлы…',
    importFolder: 'Добавить папку…',
    paste: 'Вставить текст…',
    edit: 'Правка',
    find: 'Искать в текстах',
    view: 'Вид',
    window: 'Окно',
  },
} as const

/** The application menu, in the system's language where we have it. */
export function menuTemplate(
  platform: NodeJS.Platform,
  locale: string,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const words = locale.toLowerCase().startsWith('ru') ? WORDS.ru : WORDS.en
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        item(words.importFiles, 'import-files', 'CmdOrCtrl+O'),
        item(words.importFolder, 'import-folder', 'CmdOrCtrl+Shift+O'),
        item(words.paste, 'paste-text'),
        { type: 'separator' },
        { role: platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item(words.find, 'search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { label: words.window, role: 'windowMenu' },
  ]
}
