import { join } from "node:path";
import type { Program } from "./child-process";
import type { Configuration, SandboxPorts } from "./configuration";

type Environment = Readonly<Record<string, string>>;

/** The web server: of a build, from its own folder, or in development with hot reload. */
export function webProgram({ port, mode }: Configuration, environment: Environment, buildFolder: string | undefined): Program {
  if (buildFolder) {
    return { name: "web", script: ["server.js"], folder: buildFolder, environment: { ...environment, HOSTNAME: "0.0.0.0" } };
  }
  const next = join("node_modules", "next", "dist", "bin", "next");
  return { name: "web", script: [next, mode === "development" ? "dev" : "start", "-p", String(port)], environment, mode };
}

/** The local job engine. It reaches the web server directly, whatever address people use. */
export function engineProgram({ port }: Configuration, environment: Environment): Program {
  return { name: "engine", script: ["inngest/local/main.ts"], environment: { ...environment, APP_URL: `http://127.0.0.1:${port}` } };
}

/** The stand-in for a vendor, with what `SANDBOX_…` variables say about its data. */
export function sandboxProgram({ dataFolder, sandboxVariables }: Configuration, system: Environment, vendor: keyof SandboxPorts, port: number): Program {
  return {
    name: `sandbox-${vendor}`,
    script: [`e2e/sandbox/${vendor}/main.ts`, "--port", String(port), "--data", join(dataFolder, "sandbox", vendor)],
    environment: { ...system, ...sandboxVariables },
  };
}

/** A script of this repository that does its work and ends. */
export function scriptProgram(file: string, environment: Environment, options: readonly string[] = []): Program {
  return { name: file, script: [file, ...options], environment };
}
