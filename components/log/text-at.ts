/** Whether a text stands at a dotted path of a tree of messages. */
export function isTextAt(messages: unknown, path: string): boolean {
  let node = messages;
  for (const part of path.split(".")) {
    if (typeof node !== "object" || node === null || !(part in node)) return false;
    node = Object.entries(node).find(([key]) => key === part)?.[1];
  }
  return typeof node === "string";
}
