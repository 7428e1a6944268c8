async function read(answer) {
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error);
  return value;
}

/** Reads something under /_control. */
export async function get(path, parameters = {}) {
  return read(await fetch(`/_control${path}?${new URLSearchParams(parameters)}`));
}

/** Sends something to /_control. */
export async function post(path, body) {
  return read(await fetch(`/_control${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }));
}
