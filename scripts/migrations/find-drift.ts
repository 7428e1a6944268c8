import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { projectFolder } from "../project-folder";
import { connectForIntrospection } from "./introspection-adapter";

const enginePackage = "@prisma/schema-engine-wasm";

/** Whether the schema engine is installed; it is a development dependency. */
export function canFindDrift(): boolean {
  try {
    createRequire(import.meta.url).resolve(`${enginePackage}/schema_engine_bg`);
    return true;
  } catch {
    return false;
  }
}

/**
 * What separates a database from Prisma's schema files, in words; empty when they agree. The comparison is made by
 * Prisma's own engine, compiled to WebAssembly, so that no binary has to be downloaded.
 */
export async function findDrift(databaseUrl: string, schemaFolder = join(projectFolder, "prisma", "schema")): Promise<string> {
  loadedEngine ??= loadEngine();
  const SchemaEngine = await loadedEngine;
  const connections: SqlDriverAdapter[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "introspection",
    connect: async () => {
      const connection = await connectForIntrospection(databaseUrl);
      connections.push(connection);
      return connection;
    },
    connectToShadowDb: () => Promise.reject(new Error("no shadow database is needed")),
  });
  const files = readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), "utf8") }));
  const engine = await SchemaEngine.new({ datamodels: files.map(({ path, content }) => [path, content]) }, () => undefined, factory);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: projectFolder },
      to: { tag: "schemaDatamodel", files },
      script: false,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "The schema differs.");
  } finally {
    engine.free();
    // The engine lets go of its connections without closing them.
    for (const connection of connections) await connection.dispose();
  }
}

let loadedEngine: ReturnType<typeof loadEngine> | undefined;

/** The package's own entry imports WebAssembly as a module, which Node 20 cannot: the two halves are joined here. */
async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = dirname(createRequire(import.meta.url).resolve(`${enginePackage}/schema_engine_bg`));
  const compiled = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const { exports } = new WebAssembly.Instance(compiled, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
  return bindings.SchemaEngine;
}
