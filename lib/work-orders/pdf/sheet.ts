import PDFDocument from "pdfkit";
import { printable } from "@/lib/work-orders/pdf/printable";

/** Points; 72 are an inch. */
const MARGIN = 50;
const FOOT = 40;
const GAP = 8;

export type Column<Row> = { header: string; /** Points; null: what the others leave. */ width: number | null; align?: "left" | "right"; cell: (row: Row) => string };

type TextStyle = { bold?: boolean; size?: number; colour?: string };
const ink = "#1a1d21";
const quiet = "#5c6470";
const line = "#c9ced6";

/**
 * A4 pages that are filled from top to bottom; what does not fit goes on on the next one. Texts are set in the standard fonts, whose letters
 * every reader has.
 */
export class Sheet {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Uint8Array[] = [];
  private readonly ended: Promise<void>;
  /** Where the next thing is drawn. */
  y = MARGIN;

  constructor({ title, author, language }: { title: string; author: string; language: string }) {
    this.pdf = new PDFDocument({ size: "A4", margins: { top: MARGIN, right: MARGIN, bottom: 0, left: MARGIN }, bufferPages: true, lang: language, displayTitle: true, info: { Title: title, Author: author } });
    this.pdf.on("data", (chunk: Uint8Array) => this.chunks.push(chunk));
    this.ended = new Promise((resolve, reject) => this.pdf.on("end", resolve).on("error", reject));
  }

  get left(): number {
    return MARGIN;
  }

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN;
  }

  /** Goes on on a new page when there is not so much room left. Out: whether it did. */
  need(height: number): boolean {
    if (this.y + height <= this.pdf.page.height - MARGIN - FOOT) return false;
    this.pdf.addPage();
    this.y = MARGIN;
    return true;
  }

  space(height: number): void {
    this.y += height;
  }

  rule(): void {
    this.pdf.moveTo(MARGIN, this.y).lineTo(MARGIN + this.width, this.y).lineWidth(0.5).strokeColor(line).stroke();
    this.y += GAP / 2;
  }

  /** A heading that is never the last thing on a page. */
  heading(text: string): void {
    this.need(60);
    this.write(text, { bold: true, size: 11 });
    this.space(4);
  }

  /** A text as long as it is, over pages if need be. */
  paragraphs(text: string): void {
    for (const paragraph of text.split("\n")) {
      const words = this.linesOf(paragraph, this.width);
      for (const one of words) {
        this.need(14);
        this.write(one, {});
      }
    }
  }

  /** Blocks side by side, each in its part of the width. */
  beside(blocks: readonly ((place: { left: number; width: number }) => void)[]): void {
    const width = (this.width - GAP * (blocks.length - 1)) / blocks.length;
    const top = this.y;
    let bottom = top;
    blocks.forEach((draw, index) => {
      this.y = top;
      draw({ left: MARGIN + index * (width + GAP), width });
      bottom = Math.max(bottom, this.y);
    });
    this.y = bottom;
  }

  /** One text at the cursor, which moves below it. */
  write(text: string, { bold = false, size = 9.5, colour = ink }: TextStyle, place: { left: number; width: number; align?: "left" | "right" } = { left: MARGIN, width: this.width }): void {
    this.pdf.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size).fillColor(colour);
    const written = printable(text);
    const options = { width: place.width, align: place.align ?? "left", lineGap: 1.5 } as const;
    const height = written === "" ? 0 : this.pdf.heightOfString(written, options);
    if (written !== "") this.pdf.text(written, place.left, this.y, options);
    this.y += height;
  }

  label(text: string, place?: { left: number; width: number }): void {
    this.write(text, { size: 8, colour: quiet }, place);
  }

  /** A table whose header stands again on every page it goes over. A row is never torn in two. */
  table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): void {
    const places = this.placesOf(columns);
    const header = () => this.row(columns.map(({ header: text }) => text), columns, places, { size: 8, colour: quiet });
    header();
    this.rule();
    for (const row of rows) {
      const cells = columns.map(({ cell }) => cell(row));
      if (this.need(this.heightOf(cells, places))) {
        header();
        this.rule();
      }
      this.row(cells, columns, places, {});
      this.space(3);
    }
    this.space(GAP);
  }

  /** Writes on every page, below everything: the texts of the left and of the right. */
  foot(texts: (page: number, pages: number) => [string, string]): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(start + page);
      this.y = this.pdf.page.height - MARGIN - 8;
      const [left, right] = texts(page + 1, count);
      const top = this.y;
      this.write(left, { size: 8, colour: quiet }, { left: MARGIN, width: this.width * 0.7 });
      this.y = top;
      this.write(right, { size: 8, colour: quiet }, { left: MARGIN + this.width * 0.7, width: this.width * 0.3, align: "right" });
    }
  }

  async end(): Promise<Uint8Array> {
    this.pdf.end();
    await this.ended;
    return Buffer.concat(this.chunks);
  }

  private row<Row>(cells: readonly string[], columns: readonly Column<Row>[], places: readonly { left: number; width: number }[], style: TextStyle): void {
    const top = this.y;
    let bottom = top;
    cells.forEach((text, index) => {
      this.y = top;
      const place = places[index];
      if (place) this.write(text, style, { ...place, align: columns[index]?.align ?? "left" });
      bottom = Math.max(bottom, this.y);
    });
    this.y = bottom;
  }

  private heightOf(cells: readonly string[], places: readonly { width: number }[]): number {
    this.pdf.font("Helvetica").fontSize(9.5);
    return Math.max(...cells.map((text, index) => this.pdf.heightOfString(printable(text), { width: places[index]?.width ?? 0, lineGap: 1.5 })));
  }

  private placesOf<Row>(columns: readonly Column<Row>[]): { left: number; width: number }[] {
    const taken = columns.reduce((sum, { width }) => sum + (width ?? 0), 0) + GAP * (columns.length - 1);
    const open = columns.filter(({ width }) => width === null).length;
    let left = MARGIN;
    return columns.map(({ width }) => {
      const place = { left, width: width ?? (this.width - taken) / open };
      left += place.width + GAP;
      return place;
    });
  }

  private linesOf(text: string, width: number): string[] {
    this.pdf.font("Helvetica").fontSize(9.5);
    const lines: string[] = [];
    let current = "";
    for (const word of printable(text).split(" ")) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (current !== "" && this.pdf.widthOfString(longer) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    return [...lines, current];
  }
}
