// A browser and a font with Chinese characters for the journeys: found, or installed by apt when we may, or asked for.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { oneLine, sentences, twoLines } from './sentences.mjs'

/** Chromium without a window: the journeys take two thirds of the time in it. */
const shell = '/usr/bin/chromium-headless-shell'
const places = [
  shell, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/usr/local/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const aptPackages = ['chromium', 'fonts-noto-cjk']
const aptShell = 'chromium-headless-shell'

/** The path of a usable Chromium, or null. `CHROMIUM_PATH` wins over the usual places. */
function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  return (named ? [named] : places).find(isExecutable) ?? null
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasChineseFont() {
  if (process.platform === 'darwin') return true
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'file'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some((folder) => {
    try {
      return readdirSync(folder, { recursive: true }).some((name) => /cjk|wqy|wenquanyi|sourcehan/i.test(String(name)))
    } catch {
      return false
    }
  })
}

function maySetUp() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

/** The shell where the distribution has it; else the whole Chromium, unless some browser is there already. @param {(line: string) => void} say */
function installWithApt(say) {
  const apt = (/** @type {string[]} */ ...words) => spawnSync('apt-get', words, {
    stdio: ['ignore', 'ignore', 2], timeout: 15 * 60_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const install = (/** @type {string[]} */ names) => {
    say(oneLine(sentences.installingWithApt(names.join(' '))))
    apt('install', '-y', '-q', '--no-install-recommends', ...names)
  }
  apt('update', '-q')
  const known = spawnSync('apt-cache', ['show', aptShell], { stdio: 'ignore' }).status === 0
  if (known) install([aptShell, 'fonts-noto-cjk'])
  if (!findBrowser() || !hasChineseFont()) install(aptPackages)
}

/**
 * Finds or installs what the journeys need.
 * @param {(line: string) => void} say
 * @returns {{ browser: string } | { missing: string }} `missing` is one sentence saying exactly what to do
 */
export function ensureBrowser(say) {
  if ((!isExecutable(shell) || !hasChineseFont()) && !process.env.CHROMIUM_PATH && maySetUp()) installWithApt(say)
  const browser = findBrowser()
  if (browser && hasChineseFont()) return { browser }
  const named = process.env.CHROMIUM_PATH && !browser ? process.env.CHROMIUM_PATH : null
  return { missing: twoLines(sentences.browserMissing(!browser, !hasChineseFont(), named, aptPackages.join(' '))) }
}
