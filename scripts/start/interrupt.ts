/**
 * Aborted by the first Ctrl-C (or SIGTERM), which asks for an orderly end. Further ones change nothing: the end is under
 * way, and a child that does not listen is killed after its grace.
 */
export function listenForInterrupt(write: (text: string) => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      write("\nStopping …\n");
      controller.abort();
    });
  }
  return controller.signal;
}
