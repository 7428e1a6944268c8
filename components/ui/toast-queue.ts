type Undo = { label: string; onClick: () => void };
export type Toast = { sentence: string; undo?: Undo };

let waiting: readonly Toast[] = [];
const listeners = new Set<() => void>();

/** Puts a toast where it waits until there is a place for it to appear. */
export function queueToast(toast: Toast): void {
  waiting = [...waiting, toast];
  tellAll();
}

function tellAll(): void {
  for (const tell of listeners) tell();
}

export function subscribeToToasts(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export function countToasts(): number {
  return waiting.length;
}

/** Takes all that wait. */
export function takeToasts(): readonly Toast[] {
  const taken = waiting;
  waiting = [];
  tellAll();
  return taken;
}
