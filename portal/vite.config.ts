import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/',
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    // Phones two years old, and the browsers inside the chat applications on them, which are older.
    target: ['es2020', 'chrome87', 'safari14'],
    cssTarget: ['chrome87', 'safari14'],
    // The polyfill would cost every first load something to speed up two lazy files.
    modulePreload: { polyfill: false },
    // The strict content policy allows no data: fonts or scripts, and the pages have no small assets worth inlining.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
