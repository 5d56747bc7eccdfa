/** npm passes Ctrl-C on to a process that has had it from the terminal already; such an echo is not a second wish. */
const ECHO_MS = 2_000

export interface StopSignal {
  /** Settled by the first SIGINT or SIGTERM. */
  asked: Promise<NodeJS.Signals>
  isAsked: () => boolean
}

/** From now on the first signal asks for a stop in good order, and a second one ends the process at once. */
export function listenForStop(): StopSignal {
  let first: number | null = null
  let settle: (signal: NodeJS.Signals) => void = () => undefined
  const asked = new Promise<NodeJS.Signals>((resolve) => { settle = resolve })
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
    process.on(signal, () => {
      const now = performance.now()
      if (first !== null && now - first > ECHO_MS) process.exit(code)
      first ??= now
      settle(signal)
    })
  }
  return { asked, isAsked: () => first !== null }
}
