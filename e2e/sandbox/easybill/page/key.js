import { make, makeButton, makeCard } from "../../core/page/elements.js";
import { makeRow } from "../../core/page/switches.js";

/** Says in the frame which key the company has now. */
export function drawKey({ companies }, company) {
  const own = companies.find(({ id }) => id === company);
  document.getElementById("login").replaceChildren(make("dt", {}, "API key"), make("dd", {}, own.isKeyRevoked ? "Revoked" : own.apiKey), make("dt", {}, "Plan"), make("dd", {}, own.plan));
}

/** The key with what can be done to it, and how much of the limit is used. */
export function makeKeyCard({ companies }, company, apply) {
  const own = companies.find(({ id }) => id === company);
  const act = (name, done) => apply({ company, acts: [{ act: name }] }, done, "/acts");
  const revoke = makeButton("Revoke the key", () => act("revokeKey", "The key is revoked."), "btn small");
  revoke.disabled = own.isKeyRevoked;
  const renew = makeButton("Make a new key", () => act("renewKey", "There is a new key."), "btn small");
  return makeCard(make("header", {}, make("h2", {}, "API key")), makeRow("key-row", own.isKeyRevoked ? "Revoked" : own.apiKey, `${own.name}, ${own.plan}: ${own.used} of ${own.limit} requests in the last minute.`, make("div", { class: "actions" }, revoke, renew)));
}
