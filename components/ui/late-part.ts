"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

/** A module that is too much for the script of a page, because nobody sees anything of it before they do something. */
export type LatePart<Module> = {
  /** Fetches it, unless it is there. */
  fetch: () => Promise<Module>;
  /** Null while it is not there. */
  current: () => Module | null;
  subscribe: (onThere: () => void) => () => void;
};

const parts = new Set<() => Promise<unknown>>();
let isAhead = false;

/** Declares a part; `load` is its `import()`. */
export function latePart<Module>(load: () => Promise<Module>): LatePart<Module> {
  let loaded: Module | null = null;
  const waiting = new Set<() => void>();
  const fetch = async () => {
    if (loaded !== null) return loaded;
    loaded = await load();
    for (const tell of waiting) tell();
    return loaded;
  };
  parts.add(fetch);
  if (isAhead) fetchAhead(fetch);
  return {
    fetch,
    current: () => loaded,
    subscribe: (onThere) => {
      waiting.add(onThere);
      return () => void waiting.delete(onThere);
    },
  };
}

/** Fetches every part that the page may need, now and from now on: with the first movement, so that it is there before the first press. */
export function fetchLateParts(): void {
  isAhead = true;
  for (const fetch of parts) fetchAhead(fetch);
}

function fetchAhead(fetch: () => Promise<unknown>): void {
  // One that cannot be had is asked for again when it is needed.
  fetch().catch(() => null);
}

/** The part once it is there; asks for it as soon as it `isWanted`. One that cannot be had is an error of the page: it is to be loaded again. */
export function useLatePart<Module>(part: LatePart<Module>, isWanted: boolean): Module | null {
  const loaded = useSyncExternalStore(part.subscribe, part.current, () => null);
  const fail = useFailure();
  useEffect(() => {
    if (isWanted && part.current() === null) part.fetch().catch(fail);
  }, [part, isWanted, fail]);
  return loaded;
}

/** Hands an error to the nearest error boundary. */
export function useFailure(): (error: unknown) => void {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const [fail] = useState(() => (error: unknown) => setFailure({ error }));
  if (failure) throw failure.error;
  return fail;
}
