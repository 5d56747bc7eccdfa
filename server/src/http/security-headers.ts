import fastifyHelmet from '@fastify/helmet'
import Fastify from 'fastify'

const known = new Map<boolean, Promise<[name: string, value: string][]>>()

/** The headers that keep browsers from being misled, as helmet has them: asked of it once, since it puts the same ones together anew for every request. */
export function securityHeaders(secure: boolean): Promise<[name: string, value: string][]> {
  const asked = known.get(secure) ?? askHelmet(secure)
  known.set(secure, asked)
  return asked
}

async function askHelmet(secure: boolean): Promise<[name: string, value: string][]> {
  const probe = Fastify({ logger: false })
  let set: [string, string][] = []
  await probe.register(fastifyHelmet, { contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(secure) }, hsts: secure, referrerPolicy: { policy: 'no-referrer' } })
  // What is on the answer before anything else has touched it.
  probe.get('/', (_request, reply) => { set = Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]); return '' })
  await probe.inject('/')
  await probe.close()
  return set
}

/** No inline script, nothing from elsewhere. Styles may be inline: the component library writes them. */
function contentPolicy(secure: boolean): Record<string, string[]> {
  return {
    defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    ...(secure ? { upgradeInsecureRequests: [] } : {}),
  }
}
