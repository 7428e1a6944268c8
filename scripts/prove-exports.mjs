#!/usr/bin/env node
// Random fault schedules against the stand-in of Cash: npm run prove:exports -- --seed 123 --schedules 1
import { prepare } from "./launch/prepare.mjs";

await prepare();
process.env.LOG_LEVEL ??= "silent";
// What follows imports the database client.
const { generateClient } = await import("./start/generate-client.ts");
await generateClient(process.env);
const { main } = await import("../e2e/exports/main.ts");
// Workers that died in a schedule never end by themselves.
process.exit(await main(process.argv.slice(2)));
