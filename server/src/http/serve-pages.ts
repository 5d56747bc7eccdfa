import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Refused } from './refused.ts'
import { sendProblem } from './send.ts'

/** The built pages of one web, and where they are served. */
export interface Pages {
  folder: string
  /** With a slash at both ends: `/` or `/staff/`. */
  prefix: string
  /** Paths below the prefix that the web itself understands, and for which it therefore gets its one page. */
  understands: (path: string) => boolean
}

interface Web extends Pages { files: ReadonlySet<string> }

const INDEX = 'index.html'
/** Vite puts a digest of the content into these names, so what a name once gave is what it gives for ever. */
const HASHED = /^assets\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/
const A_YEAR = 'public, max-age=31536000, immutable'

/**
 * Serves the built webs. Only files found in the folders at the start are ever sent, and links are not followed, so no
 * path can lead out of them. Whatever is neither a file, nor a web's own path, nor an operation is answered with 404:
 * as a problem for programs, with the page of the web at `/` for people.
 */
export async function servePages(app: FastifyInstance, all: readonly Pages[]): Promise<void> {
  const webs = all.filter((pages) => existsSync(join(pages.folder, INDEX))).map((pages): Web => {
    const folder = realpathSync(pages.folder)
    return { ...pages, folder, files: filesIn(folder) }
  }).toSorted((a, b) => b.prefix.length - a.prefix.length)
  await app.register(fastifyStatic, { serve: false, cacheControl: false, preCompressed: true })
  // A route, not the handler of what is not found: only what routes answer is compressed.
  app.get('/*', { config: { name: 'pages' } }, (request, reply) => answerPath(webs, request, reply))
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Refused('not-found')))
}

function filesIn(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  // Neither hidden files nor what explains the programs to their makers.
  return new Set(files.filter((file) => !/(?:^|\/)\./.test(file) && !file.endsWith('.map')))
}

function answerPath(webs: readonly Web[], request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request.url)
  if (path === null || path === '/api' || path.startsWith('/api/')) return sendProblem(reply, new Refused('not-found'))
  const bare = webs.find((web) => `${path}/` === web.prefix)
  if (bare) return reply.redirect(bare.prefix, 308)
  const web = webs.find((one) => path.startsWith(one.prefix))
  if (!web) return sendProblem(reply, new Refused('not-found'))
  const inside = path.slice(web.prefix.length)
  if (inside !== INDEX && web.files.has(inside)) return sendFile(reply, web, inside)
  if (web.understands(inside)) return sendPage(reply, web, 200)
  const isForPerson = (request.headers.accept ?? '').includes('text/html')
  return isForPerson ? sendPage(reply, web, 404) : sendProblem(reply, new Refused('not-found'))
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
  } catch {
    return null
  }
}

function sendFile(reply: FastifyReply, web: Web, file: string): FastifyReply {
  return reply.header('cache-control', HASHED.test(file) ? A_YEAR : 'public, max-age=3600').sendFile(file, web.folder)
}

/** Always asked for anew: it names the hashed files of this very version. */
function sendPage(reply: FastifyReply, web: Web, status: 200 | 404): FastifyReply {
  return reply.code(status).header('cache-control', 'no-cache').sendFile(INDEX, web.folder)
}
