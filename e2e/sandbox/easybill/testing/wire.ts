import { z } from "zod";
import { demoKeys } from "../credentials";

/** An answer as it came. */
export interface WireAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
  /** Undefined when it is not a JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly id: number;
}

const anyObject = z.record(z.string(), z.unknown());

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return anyObject.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const withId = z.object({ id: z.number() });

async function read(answer: Response): Promise<WireAnswer> {
  const text = await answer.text();
  const body = parse(text);
  return { status: answer.status, text, retryAfter: answer.headers.get("retry-after"), body, id: withId.safeParse(body).data?.id ?? 0 };
}

/** The items of a list. */
export function itemsOf({ body }: WireAnswer): readonly Readonly<Record<string, unknown>>[] {
  return z.object({ items: z.array(anyObject) }).parse(body).items;
}

/** Speaks to the API at this address with a key. */
export function speak(apiUrl: string, apiKey: string = demoKeys.business) {
  const headers = { Authorization: `Bearer ${apiKey}`, "X-Easybill-Escape": "true" };
  const json = { ...headers, "Content-Type": "application/json" };
  const signal = () => AbortSignal.timeout(20_000);
  const send = async (method: string, path: string, body: object | undefined) =>
    read(await fetch(`${apiUrl}${path}`, { method, signal: signal(), ...(body === undefined ? { headers } : { headers: json, body: JSON.stringify(body) }) }));
  return {
    get: async (path: string) => read(await fetch(`${apiUrl}${path}`, { headers, signal: signal() })),
    post: (path: string, body?: object) => send("POST", path, body),
    put: (path: string, body?: object) => send("PUT", path, body),
    delete: async (path: string) => read(await fetch(`${apiUrl}${path}`, { method: "DELETE", headers, signal: signal() })),
    upload: async (name: string, bytes: Uint8Array) => {
      const form = new FormData();
      form.append("file", new File([new Uint8Array(bytes)], name, { type: "application/pdf" }));
      return read(await fetch(`${apiUrl}/attachments`, { method: "POST", headers, body: form, signal: signal() }));
    },
  };
}
