import { describe, expect, it } from "vitest";
import { readBerlinTime } from "./berlin-time";
import { isReachable } from "./public-address";

const easybill = "https://api.easybill.de/rest/v1";
const standIn = "http://127.0.0.1:4020/rest/v1";

describe("an address that EasyBill is to call", () => {
  it.each(["https://outsmart.example.com/api/webhooks/easybill/t", "https://sub.firma.de:8443/x", "https://93.184.216.34/x", "https://[2606:2800:220:1::1]/x"])("is reachable: %s", (url) => {
    expect(isReachable(url, easybill)).toBe(true);
  });

  it.each([
    "http://outsmart.example.com/x", "https://localhost/x", "https://app.localhost/x", "https://server/x", "https://server.local/x", "https://nas.fritz.internal/x",
    "https://127.0.0.1/x", "https://10.1.2.3/x", "https://172.20.0.1/x", "https://192.168.178.20/x", "https://169.254.1.1/x", "https://100.64.1.1/x", "https://0.0.0.0/x",
    "https://[::1]/x", "https://[fd00::1]/x", "https://[fe80::1]/x", "https://2130706433/x", "https://[::ffff:10.0.0.1]/x",
  ])("is not reachable: %s", (url) => {
    expect(isReachable(url, easybill)).toBe(false);
  });

  it("may be on this machine where the stand-in is", () => {
    expect(isReachable("http://localhost:3000/x", standIn)).toBe(true);
    expect(isReachable("http://127.0.0.1:3000/x", "http://localhost:4020/rest/v1")).toBe(true);
    expect(isReachable("http://192.168.178.20:3000/x", standIn)).toBe(false);
  });
});

describe("a date-time of EasyBill", () => {
  it.each([
    ["2026-11-20 10:00:00", "2026-11-20T09:00:00.000Z"],
    ["2026-07-20 10:00:00", "2026-07-20T08:00:00.000Z"],
    ["2026-03-29 01:59:59", "2026-03-29T00:59:59.000Z"],
    ["2026-03-29 03:00:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25 01:59:59", "2026-10-24T23:59:59.000Z"],
    ["2026-10-25 02:30:00", "2026-10-25T01:30:00.000Z"],
    ["2026-10-25 03:00:00", "2026-10-25T02:00:00.000Z"],
    ["2026-01-01 00:00:00", "2025-12-31T23:00:00.000Z"],
  ])("%s in Berlin is %s", (text, moment) => {
    expect(readBerlinTime(text)?.toISOString()).toBe(moment);
  });

  it("is none where there is none", () => {
    for (const text of [null, "", "0000-00-00 00:00:00", "2026-13-01 10:00:00", "20.11.2026"]) expect(readBerlinTime(text)).toBeNull();
  });
});
