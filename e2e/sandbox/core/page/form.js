import { post } from "./api.js";
import { announce, closeDialog, make, makeButton, openDialog } from "./elements.js";

/** A field of a form, with what stands behind its label. */
export function makeField(id, label, control) {
  return make("div", { class: "field" }, make("label", { for: id }, ...label), control);
}

/**
 * The dialog of one record. `save` gets what was entered, by the names of the fields; it and each of `actions` answer what is sent:
 * path, body, and what is announced when it has been done. A refusal is shown in the dialog, which stays open.
 */
export function openForm({ title, sentence, fields, actions, save, reload }) {
  const problem = make("p", { class: "problem", role: "alert", hidden: true });
  const send = async ({ path, body, done }) => {
    try {
      await post(path, body);
      closeDialog();
      announce(done);
      await reload();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  };
  const submit = (event) => {
    event.preventDefault();
    return send(save([...new FormData(event.target)]));
  };
  openDialog(
    make(
      "form",
      { onsubmit: submit },
      make("header", {}, make("h2", { id: "dialog-title" }, title.charAt(0).toUpperCase() + title.slice(1)), make("p", { class: "quiet small" }, sentence)),
      problem,
      make("div", { class: "fields" }, ...fields),
      make("footer", {}, make("div", { class: "actions" }, ...actions.map(({ label, run }) => makeButton(label, () => send(run())))), make("div", { class: "actions" }, makeButton("Cancel", closeDialog), make("button", { class: "btn primary" }, "Save"))),
    ),
  );
}
