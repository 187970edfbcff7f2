// SPDX-License-Identifier: Apache-2.0
// Carries a question from the server to a device and its answer back, as fields of an ordinary form.
"use strict";

const bytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), one => one.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const keys = list => (list ?? []).map(key => ({ ...key, id: bytes(key.id) }));

const ways = {
  async create(asked) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: keys(asked.excludeCredentials),
      },
    });
    return {
      credential: text(made.rawId),
      clientData: text(made.response.clientDataJSON),
      attestation: text(made.response.attestationObject),
      transports: made.response.getTransports?.().join(" ") ?? "",
    };
  },

  async get(asked) {
    const signed = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: keys(asked.allowCredentials) },
    });
    return {
      credential: text(signed.rawId),
      clientData: text(signed.response.clientDataJSON),
      authenticatorData: text(signed.response.authenticatorData),
      signature: text(signed.response.signature),
      holder: signed.response.userHandle ? text(signed.response.userHandle) : "",
    };
  },
};

const reasons = { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known" };

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-failed]");
  const button = form.querySelector("button");
  form.addEventListener("submit", async submitted => {
    submitted.preventDefault();
    said.textContent = "";
    if (!window.PublicKeyCredential) {
      said.textContent = said.dataset.unsupported;
      return;
    }
    button.disabled = true;
    try {
      const answer = await fetch(form.dataset.options, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
      });
      const work = new URL(form.action).pathname.split("/")[2] === "work";
      if (answer.type === "opaqueredirect" || answer.status === 422 || (work && answer.status === 403)) {
        // The answer to the form itself says what to do first, and loses nothing.
        form.submit();
        return;
      }
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      const fields = await ways[form.dataset.passkey](await answer.json());
      for (const [name, value] of Object.entries(fields)) {
        form.elements[name].value = value;
      }
      form.submit();
    } catch (failure) {
      said.textContent = said.dataset[reasons[failure.name] ?? "failed"];
      button.disabled = false;
    }
  });
}
