// What the scripts say at the console, each in both languages. No language is chosen: under sudo and systemd LANG says
// nothing of who reads, and a text console without Chinese glyphs still shows the English.
// Read on any Node, before anything is installed: no dependency, no new syntax.

/** @typedef {{ zh: string, en: string }} Sentence */

/** @satisfies {Record<string, (...told: never[]) => Sentence>} */
export const sentences = {
  nodeTooOld: (/** @type {string} */ oldest, /** @type {string} */ found) => ({
    zh: `到底需要 Node ${oldest} 或更新的版本（推荐 24），现在是 Node ${found}。请从 https://nodejs.org 安装较新的版本后再试；不能上网的机器请用打包好的安装包（见 docs/zh/installing.md）。`,
    en: `Daodi needs Node ${oldest} or newer (24 is recommended); this is Node ${found}. Install a newer one from https://nodejs.org and try again.`,
  }),
  npmFailed: () => ({
    zh: '软件包没有装上（npm ci 失败，原因见上）。请检查网络和软件源设置（npm config get registry）后再试；不能上网的机器请用打包好的安装包（见 docs/zh/installing.md）。',
    en: 'The packages could not be installed (npm ci failed, its message is above). Check the network and the registry setting (npm config get registry), then try again.',
  }),
  npmMissing: (/** @type {string} */ reason) => ({
    zh: `npm 启动不了（${reason}）。它随 Node 一起安装，请检查是否在 PATH 里。`,
    en: `npm could not be started (${reason}). It comes with Node: is it on the PATH?`,
  }),
  installing: () => ({ zh: '正在安装软件包（npm ci），第一次需要一两分钟', en: 'installing packages (npm ci); the first time takes a minute or two' }),
  building: (/** @type {string} */ parts) => ({ zh: `正在构建 ${parts}`, en: `building ${parts}` }),
  built: (/** @type {string} */ part, /** @type {string} */ seconds) => ({ zh: `已构建 ${part}，用时 ${seconds} 秒`, en: `built ${part} in ${seconds} s` }),
  builtAlready: () => ({ zh: '都已构建好', en: 'everything is built already' }),
  leftOut: (/** @type {string} */ part, /** @type {string} */ entry) => ({ zh: `${part} 略过：没有 ${entry}`, en: `${part} is left out: there is no ${entry}` }),
  buildFailed: (/** @type {string} */ part) => ({ zh: `${part} 构建失败（原因见上）。`, en: `The build of ${part} failed (above).` }),
  buildMadeNothing: (/** @type {string} */ part, /** @type {string} */ file) => ({ zh: `${part} 构建后没有生成 ${file}。`, en: `The build of ${part} made no ${file}.` }),
  nestedPackages: (/** @type {string} */ folder, /** @type {string} */ names) => ({
    zh: `${folder} 里有 ${names}：请统一各 package.json 里的版本，让 npm 能把它们装到根目录。`,
    en: `${folder} holds ${names}: align the versions in the package.json files so that npm can put them at the root.`,
  }),
  waitingForPreparation: (/** @type {number} */ pid) => ({
    zh: `另一个启动（进程 ${pid}）正在安装或构建，等它完成`,
    en: `another start (process ${pid}) is installing or building; waiting for it`,
  }),
  mayNotWrite: (/** @type {string} */ folder) => ({
    zh: `这个文件夹需要安装或构建，而当前用户不能写入：${folder}。请以它的所有者身份把同一命令执行一次。`,
    en: `This folder needs installing or building, and this user may not write to it: ${folder}. Run the same command once as its owner.`,
  }),
  programMissing: (/** @type {string} */ program) => ({
    zh: `构建之后仍没有 ${program}；请执行 npm run build -- --all，并查看它的提示。`,
    en: `${program} is missing although the build ran; run "npm run build -- --all" and look at its messages.`,
  }),
  installingWithApt: (/** @type {string} */ names) => ({ zh: `正在用 apt-get 安装 ${names}`, en: `installing ${names} with apt-get` }),
  browserMissing: (/** @type {boolean} */ browser, /** @type {boolean} */ font, /** @type {string | null} */ named, /** @type {string} */ apt) => ({
    zh: `浏览器测试还缺${[browser ? 'Chromium' : '', font ? '中文字体' : ''].filter(Boolean).join('和')}${named ? `（CHROMIUM_PATH 是 ${named}，不能运行）` : ''}。Debian 或 Ubuntu：sudo apt-get update && sudo apt-get install -y ${apt}；其他系统请安装 Chromium 并设置 CHROMIUM_PATH。`,
    en: `The browser tests need ${[browser ? 'Chromium' : '', font ? 'a font with Chinese characters' : ''].filter(Boolean).join(' and ')}${named ? ` (CHROMIUM_PATH is ${named}, which cannot be run)` : ''}. On Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y ${apt}; elsewhere install Chromium and set CHROMIUM_PATH.`,
  }),
  ready: (/** @type {string} */ browser) => ({ zh: `准备好了：浏览器 ${browser}；接着执行 npm start`, en: `ready: browser ${browser}; next: npm start` }),
  packNodeMissing: (/** @type {string} */ node) => ({
    zh: `${node} 依赖别处的 libnode，不能随包带走；请改用 https://nodejs.org 的 Node 再打包，或加 --without-node（目标机器须自备 Node 20.19 以上）。`,
    en: `${node} needs a libnode from elsewhere and cannot be taken along; pack with a Node from https://nodejs.org, or add --without-node (the other machine then needs Node 20.19 or newer).`,
  }),
  packPackageMissing: (/** @type {string} */ name) => ({ zh: `缺少软件包 ${name}；请先执行 npm ci。`, en: `The package ${name} is missing; run npm ci first.` }),
  packExists: (/** @type {string} */ file) => ({ zh: `${file} 已经存在；请移走它或换一个文件名。`, en: `${file} exists already; move it away or give another name.` }),
  packTarFailed: (/** @type {string} */ file) => ({ zh: `${file} 打包失败（原因见上）。`, en: `${file} could not be packed (above).` }),
  packUnknown: (/** @type {string} */ word) => ({ zh: `不认识 ${word}；写法：npm run pack -- [文件.tar.gz] [--without-node]`, en: `${word} is not known; write: npm run pack -- [FILE.tar.gz] [--without-node]` }),
  packed: (/** @type {string} */ file, /** @type {string} */ size) => ({
    zh: `已打包：${file}（${size}）。只能用于 ${process.platform}-${process.arch} 的机器；安装步骤见包内 docs/zh/installing.md`,
    en: `packed: ${file} (${size}), for ${process.platform}-${process.arch} only; docs/zh/installing.md in it says how to install it`,
  }),
}

/** For progress: one line. @param {Sentence} sentence */
export function oneLine({ zh, en }) {
  return `${zh} / ${en}`
}

/** For refusals: a line for each. @param {Sentence} sentence */
export function twoLines({ zh, en }) {
  return `${zh}\n${en}`
}
