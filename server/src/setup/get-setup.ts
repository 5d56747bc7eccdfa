import { getSetup } from '@daodi/contract/staff/setup/setup.ts'
import { answer, route, type Route } from '../http/route.ts'
import type { LoadPresets } from './preset.ts'
import { readInstallation } from './store-installation.ts'

/** The kinds of organisation are only told while they are to be chosen from. */
export const getSetupRoute = (loadPresets: LoadPresets): Route => route(getSetup, async (_request, services) => {
  const needed = (await readInstallation(services.db))?.setupNeeded ?? false
  const presets = needed ? await loadPresets() : []
  return answer({ needed, demo: services.demo, presets: presets.map(({ id, name, nameEn, description, descriptionEn }) => ({ id, name, nameEn, description, descriptionEn })) })
})
