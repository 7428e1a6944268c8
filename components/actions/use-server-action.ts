"use client";

import { useState, useTransition } from "react";
import type { PublicError } from "@/lib/actions/public-error";

/** What a server action answers, as far as a component needs to know. */
export type ActionResult<Data> = { data?: Data; serverError?: PublicError; validationErrors?: unknown };
export type ServerAction<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

const notReached: PublicError = { code: "unexpected", kind: "system", params: {} };
const refusedInput: PublicError = { code: "invalid_input", kind: "config", params: {} };

/** Runs a server action: whether it is running, what went wrong, and `onDone` with its answer. */
export function useServerAction<Input, Data>(action: ServerAction<Input, Data>, onDone: (data: Data) => void) {
  const [isRunning, start] = useTransition();
  const [error, setError] = useState<PublicError | null>(null);
  const run = (input: Input) =>
    start(async () => {
      const { data, serverError, validationErrors } = await action(input).catch((): ActionResult<Data> => ({ serverError: notReached }));
      setError(serverError ?? (validationErrors ? refusedInput : null));
      if (data !== undefined) onDone(data);
    });
  return { run, isRunning, error, clearError: () => setError(null) };
}
