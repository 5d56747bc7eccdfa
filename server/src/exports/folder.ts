import { join } from 'node:path'

/** Where finished exports lie, each as `<exportId>.xlsx`. */
export function exportsFolder(dataDir: string): string {
  return join(dataDir, 'exports')
}

export function exportPath(dataDir: string, exportId: string): string {
  return join(exportsFolder(dataDir), `${exportId}.xlsx`)
}
