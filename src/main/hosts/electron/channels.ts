/** Names of the few channels between the window and the main process. Calls of the contract all share `call`. */
export const CHANNELS = {
  call: 'parallax:call',
  event: 'parallax:event',
  pickPaths: 'parallax:pick-paths',
  saveFile: 'parallax:save-file',
  printPdf: 'parallax:print-pdf',
  command: 'parallax:command',
} as const
