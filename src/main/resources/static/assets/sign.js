// SPDX-License-Identifier: Apache-2.0
// The signing page. What is shown and what is signed come from the same bytes, read here: the text is made from them, the
// digest is computed from them, and the challenge given to the key is computed from the statement that names that digest.

const ask = document.getElementById("sign");
const told = document.getElementById("told");
const utf8 = new TextEncoder();

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
const unbase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** DSSE's pre-authentication encoding: what a signature is over. */
function encoded(type, statement) {
  const head = utf8.encode(`DSSEv1 ${utf8.encode(type).length} ${type} ${statement.length} `);
  const whole = new Uint8Array(head.length + statement.length);
  whole.set(head);
  whole.set(statement, head.length);
  return whole;
}

async function bytesOf(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return new Uint8Array(await answer.arrayBuffer());
}

function say(which) {
  told.textContent = ask.dataset[which];
  told.hidden = false;
  told.focus();
}

/** A paragraph in the direction of its text. */
function line(parent, name, text) {
  const element = document.createElement(name);
  element.dir = "auto";
  element.textContent = text;
  parent.append(element);
  return element;
}

function term(code) {
  const words = document.querySelector(`#terms [data-term="${CSS.escape(code)}"]`);
  return words ? words.textContent : code;
}

/** A day as people write it; its digits and strokes alone would turn round in a line of Arabic. */
function day(iso, language) {
  const spoken = language === "ar" ? "ar-u-ca-gregory-nu-latn" : language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(spoken, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

const joined = (...parts) => parts.filter(Boolean).join(" · ");

function list(into, heading, items) {
  if (items.length) {
    line(into, "h3", term(heading));
    const all = into.appendChild(document.createElement("ul"));
    items.forEach((item) => line(all, "li", item));
  }
}

/** The whole text, every member that people wrote, from the record and nothing else. */
function show(record, language, into) {
  const said = (text) => text[language];
  const party = (id) => {
    const found = record.parties.find((one) => one.id === id);
    return found ? said(found.name) : "";
  };
  const mandate = record.committee.mandate;
  line(into, "h2", said(record.committee.name));
  line(into, "p", joined(...record.parties.map((one) => said(one.name))));
  line(into, "p", joined(said(mandate.authority), said(mandate.text), mandate.on && day(mandate.on, language)));
  if (record.title) {
    line(into, "h3", joined(record.kind && term(record.kind), said(record.title)));
  }
  if (record.meeting) {
    const meeting = record.meeting;
    const from = day(meeting.from, language);
    const to = day(meeting.to, language);
    line(into, "p", joined(`${term("MEETING")} ${meeting.number}`, from === to ? from : `${from} – ${to}`, said(meeting.venue)));
    line(into, "p", said(meeting.mandate));
    for (const side of meeting.sideMeetings) {
      line(into, "p", joined(said(side.bodies), said(side.level), said(side.subject)));
    }
  }
  const people = (record.participants || []).map((one) => joined(
    [said(one.rank), one.name[language === "ar" ? 0 : 1]].filter(Boolean).join(" "), said(one.office), party(one.party), one.chairs && term("CHAIRS")));
  list(into, "PARTICIPANTS", people);
  list(into, "AGENDA", (record.agenda || []).map((item) => `${item.label}. ${said(item.title)}`));
  line(into, "h3", term("CLAUSES"));
  const clauses = into.appendChild(document.createElement("ol"));
  clauses.className = "clauses";
  for (const clause of record.clauses) {
    const item = clauses.appendChild(document.createElement("li"));
    const number = item.appendChild(document.createElement("span"));
    number.className = "no";
    number.textContent = String(clause.number);
    const body = item.appendChild(document.createElement("div"));
    line(body, "p", said(clause.text));
    const aside = joined(term(clause.verb), clause.party && party(clause.party), clause.item && `${term("ITEM")} ${clause.item}`);
    line(body, "p", aside).className = "ui quiet";
    if (clause.commitment) {
      const owed = joined(party(clause.commitment.owner), said(clause.commitment.body), day(clause.commitment.due, language));
      line(body, "p", owed).className = "ui quiet";
    }
  }
  if (record.previous) {
    line(into, "p", term("PREVIOUS")).className = "ui quiet";
    const before = into.appendChild(document.createElement("code"));
    before.className = "digest";
    before.dir = "ltr";
    before.textContent = record.previous.replace(/(.{4})(?=.)/g, "$1 ");
  }
}

async function sign() {
  const record = await bytesOf(ask.dataset.record);
  const statement = await bytesOf(ask.dataset.statement);
  const digest = hex(await sha256(record));
  const claims = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(statement));
  if (claims.record !== digest || claims.type !== ask.dataset.type) {
    say("differs");
    return;
  }
  show(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(record)), document.documentElement.lang, document.getElementById("text"));
  document.getElementById("digest").textContent = digest.replace(/(.{4})(?=.)/g, "$1 ");
  const challenge = await sha256(encoded(ask.dataset.type, statement));
  ready(async () => {
    const given = await navigator.credentials.get({
      publicKey: {
        challenge,
        rpId: ask.dataset.host,
        allowCredentials: [{ type: "public-key", id: unbase64(ask.dataset.credential) }],
        userVerification: "required",
        timeout: 300000,
      },
    });
    send({
      authenticatorData: base64(given.response.authenticatorData),
      clientDataJSON: base64(given.response.clientDataJSON),
      signature: base64(given.response.signature),
    });
  });
}

function makeKey() {
  ready(async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: unbase64(ask.dataset.challenge),
        rp: { id: ask.dataset.host, name: ask.dataset.product },
        user: { id: unbase64(ask.dataset.user), name: ask.dataset.email, displayName: ask.dataset.who },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -8 }],
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        excludeCredentials: ask.dataset.keys.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: unbase64(id) })),
        attestation: "none",
        timeout: 300000,
      },
    });
    send({
      authenticatorData: base64(made.response.getAuthenticatorData()),
      clientDataJSON: base64(made.response.clientDataJSON),
    });
  });
}

/** Opens the button; what the key refuses is told, and can be tried again. */
function ready(act) {
  const button = ask.querySelector("button");
  button.disabled = false;
  ask.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    told.hidden = true;
    try {
      await act();
    } catch (refusal) {
      say(refusal.name === "InvalidStateError" ? "known" : "refused");
      button.disabled = false;
    }
  });
}

function send(fields) {
  for (const [name, value] of Object.entries(fields)) {
    ask.elements.namedItem(name).value = value;
  }
  ask.submit();
}

if (!window.PublicKeyCredential) {
  say("without");
} else if (ask.dataset.statement) {
  sign().catch(() => say("broken"));
} else {
  makeKey();
}
