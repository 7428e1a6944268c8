#!/usr/bin/env node
import { prepare } from "./launch/prepare.mjs";

await prepare();
const { generateClient } = await import("./start/generate-client.ts");
process.stdout.write(`Database client: ${await generateClient(process.env)}\n`);
