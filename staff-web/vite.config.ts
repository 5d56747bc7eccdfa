import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// In development the pages come from Vite and the wire from a server that already runs.
export default defineConfig({
  base: '/staff/',
  plugins: [react()],
  build: { outDir: '../dist/staff-web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': process.env['DAODI_SERVER'] ?? 'http://127.0.0.1:8080' } },
})
