import { dirname, join } from "node:path";

/** Texts of modules by their path from the project's folder. */
export type Sources = ReadonlyMap<string, string>;

const statement = /^(?:import|export)\s+(?<names>[^;"]*?)\s*from\s+"(?<source>[^"]+)"|^import\s+"(?<effect>[^"]+)"/gm;

/**
 * How modules that go to the browser with a page (`"use client"`) come, import by import, to one that should be fetched later. An `import()` and
 * an import of types carry nothing; of a server action the browser only gets its address.
 */
export function findStaticWays(sources: Sources, isLate: (module: string) => boolean): string[] {
  const clients = [...sources].filter(([path, text]) => text.startsWith('"use client"') && !isLate(path));
  return clients.flatMap(([path]) => findWay(sources, path, isLate)?.join(" → ") ?? []);
}

function findWay(sources: Sources, from: string, isLate: (module: string) => boolean): string[] | null {
  const ways = new Map<string, string[]>([[from, [from]]]);
  for (const [path, way] of ways) {
    if (isLate(path)) return way;
    const text = sources.get(path);
    if (text === undefined || text.startsWith('"use server"')) continue;
    for (const imported of importsOf(sources, path, text)) if (!ways.has(imported)) ways.set(imported, [...way, imported]);
  }
  return null;
}

function importsOf(sources: Sources, path: string, text: string): string[] {
  return [...text.matchAll(statement)].flatMap(({ groups }) => {
    const { names = "", source, effect } = groups ?? {};
    const imported = source ?? effect;
    return imported === undefined || isOfTypes(names) ? [] : [resolve(sources, path, imported)];
  });
}

function isOfTypes(names: string): boolean {
  const inBraces = /^\{(.*)\}$/s.exec(names)?.[1];
  return names.startsWith("type ") || (inBraces !== undefined && inBraces.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")));
}

/** The path of a module of ours; a package keeps its name. */
function resolve(sources: Sources, from: string, module: string): string {
  const path = module.startsWith("@/") ? module.slice(2) : module.startsWith(".") ? join(dirname(from), module) : null;
  if (path === null) return module;
  return [".ts", ".tsx", "/index.ts"].map((ending) => `${path}${ending}`).find((candidate) => sources.has(candidate)) ?? path;
}
