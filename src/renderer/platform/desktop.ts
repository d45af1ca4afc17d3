import type { ConnectionState, DesktopBridge, MenuCommand, Platform } from './types.ts'

const COMMANDS: readonly MenuCommand[] = ['import-files', 'import-folder', 'paste-text', 'search']

/** The desktop window: everything goes through the preload's bridge. */
export function desktopPlatform(bridge: DesktopBridge): Platform {
  const connection = new Set<(state: ConnectionState) => void>()
  const tell = (state: ConnectionState) => {
    for (const listener of connection) listener(state)
  }
  return {
    host: 'desktop',
    transport: {
      send: async (request) => {
        try {
          const answer = await bridge.send(request)
          tell('connected')
          return answer
        } catch (error) {
          tell('lost')
          throw error
        }
      },
      listen: (listener) => bridge.listen(listener),
    },
    onConnection: (listener) => {
      connection.add(listener)
      return () => connection.delete(listener)
    },
    onCommand: (listener) =>
      bridge.onCommand?.((name) => {
        const command = COMMANDS.find((known) => known === name)
        if (command !== undefined) listener(command)
      }) ?? (() => {}),
    pick: async (kind) => {
      const paths = await bridge.pickPaths(kind)
      return paths.length === 0 ? null : { kind: 'paths', paths }
    },
    dropped: async (data) => {
      const paths = bridge.pathsOf([...data.files]).filter((path) => path !== '')
      return paths.length === 0 ? null : { kind: 'paths', paths }
    },
    saveFile: (name, mime, data) =>
      bridge.saveFile(name, mime, typeof data === 'string' ? new TextEncoder().encode(data) : data),
    // Letter is the paper of North America; everywhere else it is A4.
    printPage: (name) => bridge.printPdf(name, /-(?:US|CA|MX)$/.test(navigator.language) ? 'Letter' : 'A4'),
    openLink: (address) => {
      if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener')
    },
  }
}
