import type { Page } from "@playwright/test";
import { connectEasybillSandbox } from "@/e2e/sandbox/easybill/control/client";
import { submitKey } from "@/e2e/support/easybill-account";
import { makeApiKey } from "@/lib/api-keys/change-api-keys";
import { createEasybillConnector } from "@/lib/connectors/easybill/connector";
import { orderLicence } from "@/lib/licences/change-licence";
import { readMailServer } from "@/lib/notices/email/mail-server";
import { addReceiver } from "@/lib/notices/receivers";
import { publicAddresses } from "@/lib/notices/webhook/address-policy";
import { resolveByDns } from "@/lib/notices/webhook/checked-lookup";
import type { SyncEngine } from "@/lib/sync/engine";
import type { Actor } from "@/lib/users/actor";
import { english } from "./english";
import { eventually } from "./eventually";
import { openForm } from "./open-form";
import type { OwnApplication } from "./own-application";
import { base64Forms, plantedMailPassword } from "./planted";
import { askForSync, readRun } from "./sync-by-hand";

/** `page`: on which the actor, an administrator, is signed in. */
type Planting = { application: OwnApplication; engine: SyncEngine; actor: Actor; page: Page };

/**
 * Every secret besides those of Cash and of the configuration, each of them in use: the key of EasyBill in a sync that fails, a key of the account's
 * own, the password of the mail server, and what a webhook is signed with. Out: by name, in every form in which they may be found.
 */
export async function plantSecrets(planting: Planting): Promise<ReadonlyMap<string, readonly string[]>> {
  const secrets = { "the key of EasyBill": await enterEasybillKey(planting), "the account's own key": await showApiKey(planting), "what notices are signed with": await addReceivers(planting) };
  return new Map([...Object.entries(secrets), ["the password of the mail server", plantedMailPassword] as const].map(([name, secret]) => [name, [secret, ...base64Forms(secret)]]));
}

async function enterEasybillKey({ application, engine, actor, page }: Planting): Promise<string> {
  const { sandboxPorts, variables: { EASYBILL_API_URL = "" } } = application.configuration;
  const easybill = createEasybillConnector(() => ({ apiUrl: EASYBILL_API_URL }));
  const sandbox = connectEasybillSandbox(`http://127.0.0.1:${sandboxPorts?.easybill}`);
  const apiKey = await sandbox.renewKey();
  const both = { ...engine, findConnector: (vendor: string) => (vendor === easybill.manifest.id ? easybill : engine.findConnector(vendor)) };
  await orderLicence(engine.db, { session: { accountId: actor.accountId, userId: actor.userId ?? "", name: actor.name }, vendor: easybill.manifest.id, now: new Date() });
  await openForm(page, "/settings/integrations/easybill", "#connection input[autocomplete=new-password]");
  await submitKey(page, { apiKey });
  await page.getByText(english("settings.connection.accepted", { vendor: "EasyBill" })).first().waitFor();
  const { id: connectionId } = await engine.db.prisma.connection.update({
    where: { accountId_vendor: { accountId: actor.accountId, vendor: easybill.manifest.id } },
    data: { settings: { imports: { relations: true } }, nextSyncAt: new Date(Date.now() + 24 * 60 * 60_000) },
  });
  await sandbox.setFaults([{ kind: "unauthorized", only: { operation: "listCustomers" } }]);
  const runId = await askForSync(application, both, { accountId: actor.accountId, connectionId });
  await eventually("the sync with EasyBill is over", async () => ((await readRun(engine, runId)).isOver ? true : null), 120_000);
  await sandbox.setFaults([]);
  return apiKey;
}

async function showApiKey({ application, engine, actor }: Planting): Promise<string> {
  const { token } = await makeApiKey(engine.db, { actor, name: "Office" });
  for (const [method, body] of [["GET", undefined], ["POST", "{"], ["POST", JSON.stringify({ number: token })]] as const) {
    const answer = await fetch(`${application.address}/api/v1/work-orders`, { method, body, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" } });
    if (answer.status < 400) throw new Error(`What is wrong was taken: ${answer.status}`);
  }
  return token;
}

/** An e-mail address and a webhook, which nothing reaches. */
async function addReceivers({ application, engine, actor }: Planting): Promise<string> {
  const { address: appUrl, configuration: { variables: { SMTP_URL = "" } } } = application;
  const notices = { ...engine, appUrl, mailServer: readMailServer(SMTP_URL, appUrl), policy: publicAddresses, resolve: resolveByDns };
  const settings = { locale: "en", topics: ["actionRequired"], quiet: null } as const;
  await addReceiver(notices, { actor, receiver: { ...settings, channel: "email", address: "planted@devries-installatie.example" } });
  const added = await addReceiver(notices, { actor, receiver: { ...settings, channel: "webhook", address: "https://hooks.devries-installatie.example/notices" } });
  if (added.outcome === "refused" || added.secret === null) throw new Error("The webhook has no secret");
  return added.secret.replace(/^whsec_/, "");
}
