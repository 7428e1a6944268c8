import { existsSync } from "node:fs";
import { join } from "node:path";
import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import { demoCompanies } from "@/e2e/sandbox/easybill/credentials";
import { demoLogins } from "@/prisma/seed/demo-logins";
import { projectFolder } from "../project-folder";
import type { RunningApplication } from "./application";
import type { Configuration, SandboxPorts } from "./configuration";
import { scriptProgram } from "./programs";
import { runToEnd } from "./run-to-end";

/** What a person sees once everything runs: where to go and how to sign in. */
export async function welcome({ address, sandboxPorts }: Configuration, { variables }: RunningApplication): Promise<string> {
  const paragraphs = [
    `Ready: ${address}`,
    ...(sandboxPorts === undefined ? [await setupLink(variables)] : [describeDemoLogins(), describeCash(sandboxPorts), describeEasybill(sandboxPorts)]),
    "Logs are in .data/logs. Ctrl-C stops everything.",
  ];
  return `\n${paragraphs.filter(Boolean).join("\n\n")}\n\n`;
}

function describeDemoLogins(): string {
  const lines = demoLogins.map(({ account, role, email, password }) => `  ${email.padEnd(20)} ${password.padEnd(20)} ${role}, ${account}`);
  return ["Sign in as", ...lines].join("\n");
}

function describeCash({ cash }: SandboxPorts): string {
  const { relation, email, password } = demoCredentials;
  return [
    `The sandbox of Cash shows its data at http://127.0.0.1:${cash}/. Connect with`,
    `  relation code ${relation}, e-mail ${email}, password ${password}`,
  ].join("\n");
}

function describeEasybill({ easybill }: SandboxPorts): string {
  const lines = demoCompanies.map(({ name, plan, apiKey }) => `  API key ${apiKey.padEnd(22)} ${plan === "PLUS" ? "Plus" : "Business"}, ${name}`);
  return [`The sandbox of EasyBill shows its data at http://127.0.0.1:${easybill}/. Connect with`, ...lines].join("\n");
}

/** The one-time link to create the first administrator; empty once there is one. */
async function setupLink(variables: Readonly<Record<string, string>>): Promise<string> {
  const script = "scripts/print-setup-link.ts";
  return existsSync(join(projectFolder, script)) ? (await runToEnd(scriptProgram(script, variables))).trim() : "";
}
