import type { CashFields } from "../data/record";
import type { GeneratedTable } from "../data/table";
import { hourTypeProducts, materialProducts, textProducts, type Product } from "./products";
import { mixSeed, Random } from "../../core/generator/random";

/** The letters in F2262: A, M, E and S are material, K is an hour type, T belongs to neither. */
export type ArticleType = "A" | "M" | "E" | "S" | "K" | "T";

/** Fifty articles in a row have these types. */
const typesOfFifty: readonly ArticleType[] = [
  ...Array.from({ length: 20 }, (): ArticleType => "A"),
  ...Array.from({ length: 15 }, (): ArticleType => "M"),
  ...Array.from({ length: 4 }, (): ArticleType => "E"),
  ...Array.from({ length: 5 }, (): ArticleType => "S"),
  ...Array.from({ length: 5 }, (): ArticleType => "K"),
  "T",
];

export function articleTypeAt(index: number): ArticleType {
  return typesOfFifty[(index * 17 + 3) % typesOfFifty.length] ?? "A";
}

/** One article in twenty-five is blocked. */
export function isArticleBlocked(index: number): boolean {
  return index % 25 === 24;
}

/** One article in a hundred has no description. */
export function isArticleUnnamed(index: number): boolean {
  return index % 100 === 60;
}

/** One article in five is not offered in the web shop; `2260` without the letter A leaves it out. */
export function isArticleOutsideWebShop(index: number): boolean {
  return index % 5 === 2;
}

function productsOf(type: ArticleType): readonly [Product, ...Product[]] {
  if (type === "K") return hourTypeProducts;
  return type === "T" ? textProducts : materialProducts;
}

function money(cents: number): string {
  return `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}

/** Makes the record of one article again from its place. */
function makeArticle(seed: number, index: number): CashFields {
  const random = new Random(mixSeed(seed, index, 2260));
  const type = articleTypeAt(index);
  const product = random.pick(productsOf(type));
  const salesCents = random.between(...product.cents);
  const size = product.sizes.length === 0 ? "" : ` ${product.sizes[random.below(product.sizes.length)] ?? ""}`;
  return {
    "2260": `${product.code}-${String(index + 1).padStart(5, "0")}`,
    "2261": product.code,
    ...(isArticleUnnamed(index) ? {} : { "2001": `${product.name}${size}` }),
    "2208": product.group,
    "2262": type,
    ...(type === "T" ? {} : { "2264": money(Math.trunc((salesCents * 62) / 100)), "2267": money(salesCents) }),
    "2266": product.unit,
    ...(type === "A" || type === "M" ? { "2273": `${random.below(400)},00` } : {}),
    "2278": isArticleOutsideWebShop(index) ? "N" : "J",
    ...(isArticleBlocked(index) ? { "2280": "J" } : {}),
    ...(type === "A" ? { "2295": `artikelen/${product.code.toLowerCase()}.jpg` } : {}),
    "2422": product.lowVat === true ? "02" : "01",
  };
}

/** R2260: articles of all types, with some blocked and some without a description. */
export function articlesTable(seed: number, count: number, changedAt: (slot: number) => number): GeneratedTable {
  return {
    slots: count,
    recordsAt: (slot) => [makeArticle(seed, slot)],
    slotsOf: (code) => {
      const index = Number(code.slice(code.lastIndexOf("-") + 1)) - 1;
      return Number.isInteger(index) && index >= 0 && index < count ? [index] : [];
    },
    changedAt,
  };
}
