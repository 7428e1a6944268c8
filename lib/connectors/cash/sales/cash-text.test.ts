import { describe, expect, it } from "vitest";
import { readFieldMap } from "../field-map";
import { wrapText, writeText } from "./cash-text";

const fieldMap = readFieldMap({});

describe("a text for Cash", () => {
  it.each([
    ["Ketel nagezien, 100% / 5°C & “oké”", "Ketel nagezien, 100% / 5°C & \"oké\"", ["“", "”"]],
    ["Café Übergröße ñ Ø ß", "Café Übergröße ñ Ø ß", []],
    ["links|rechts", "links-rechts", ["|"]],
    ["Ketel 🔥 vervangen 👨‍👩‍👧", "Ketel ? vervangen ?", ["🔥", "👨‍👩‍👧"]],
    ["Łódź Škoda Dvořák", "Lódz Skoda Dvorák", ["Ł", "ź", "Š", "ř"]],
    ["wacht… € 25 – klaar", "wacht... EUR 25 - klaar", ["…", "€", "–"]],
    ["regel 1\nregel 2\ttab", "regel 1 regel 2 tab", ["↵"]],
    ["  veel   spaties\u00a0hier ", "veel spaties hier", []],
    ["Cafe\u0301", "Café", []],
    ["日本", "??", ["日", "本"]],
    ["", "", []],
  ])("%j is written %j", (text, written, replaced) => {
    expect(writeText(text, fieldMap)).toEqual({ text: written, replaced });
  });

  it("keeps what an installation is known to keep", () => {
    expect(writeText("€ 5", readFieldMap({ keptCharacters: "^[\\x20-\\x7e€]$" }))).toEqual({ text: "€ 5", replaced: [] });
  });
});

describe("a text that is too long", () => {
  it.each([
    ["een twee drie", 8, ["een twee", "drie"]],
    ["een twee drie", 9, ["een twee", "drie"]],
    ["donaudampfschifffahrt kort", 10, ["donaudampf", "schifffahr", "t kort"]],
    ["past", 4, ["past"]],
    ["", 4, []],
  ])("%j is broken between words at %i", (text, length, lines) => {
    expect(wrapText(text, length)).toEqual(lines);
  });

  it("loses nothing", () => {
    const text = Array.from({ length: 200 }, (_, number) => "x".repeat((number * 7) % 45)).join(" ").replace(/ +/g, " ").trim();
    const lines = wrapText(text, 35);
    expect(lines.every((line) => line.length <= 35 && line !== "")).toBe(true);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });
});
