import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'

export interface LaunchOptions {
  /** Use the browser host even where a window could open. */
  readonly browser: boolean
  /** 0: any free port. */
  readonly port: number
  /** Library file, or null for the usual place. */
  readonly library: string | null
  /** Open the system's browser. */
  readonly open: boolean
}

const port = (value: string): number => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
  }
  return number
}

/**
 * Reads the options of `npm start`. `--help` prints them and ends the process with 0, wrong usage with 2.
 * @param argv the words after the program's name
 */
export function parseLaunchOptions(argv: readonly string[]): LaunchOptions {
  const command = new Command('npm start --')
    .description('Opens Parallax: in its own window where Electron can be had, else in the system’s browser.')
    .option('--browser', 'serve the app on 127.0.0.1 and open it in the browser', false)
    .option('--port <number>', 'port for the browser (default: any free one)', port, 0)
    .option('--library <file>', 'library file to open (default: the one in your user folder)')
    .option('--no-open', 'do not open the browser, only print the address')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .parse([...argv], { from: 'user' })
  const options = command.opts<{ browser: boolean; port: number; library?: string; open: boolean }>()
  return {
    browser: options.browser || options.port !== 0 || !options.open,
    port: options.port,
    library: options.library === undefined ? null : resolve(process.env.INIT_CWD ?? '.', options.library),
    open: options.open,
  }
}

/** The same options as words, to hand them on to another process. */
export const launchWords = (options: LaunchOptions): string[] => [
  ...(options.port === 0 ? [] : ['--port', String(options.port)]),
  ...(options.library === null ? [] : ['--library', options.library]),
  ...(options.open ? [] : ['--no-open']),
]
