#!/usr/bin/env node
// Runs one of this repository's commands with the configuration and the database of this installation, whether the
// application is running or not: node scripts/run.mjs scripts/add-user.ts …
import { prepare } from "./launch/prepare.mjs";

await prepare();
const { runCommand } = await import("./start/run-command.ts");
const [file, ...options] = process.argv.slice(2);
process.exitCode = await runCommand(file, options, process.env);
