// SPDX-License-Identifier: Apache-2.0
// Lets a moderator go through the queue by keyboard; each key presses a button that is on the page.
"use strict";

const entries = [...document.querySelectorAll(".queue article")];
let at = -1;

const go = step => {
  if (entries.length === 0) return;
  at = Math.min(Math.max(at + step, 0), entries.length - 1);
  entries[at].focus();
  entries[at].scrollIntoView({ block: "nearest" });
};

document.addEventListener("focusin", event => {
  const here = entries.findIndex(entry => entry.contains(event.target));
  if (here >= 0) at = here;
});

// On a keyboard of another script a letter is known by its place.
const letter = event => /^[a-z]$/.test(event.key) ? event.key : event.code.replace(/^Key/, "").toLowerCase();

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
  const key = letter(event);
  if (key === "j") go(1);
  else if (key === "k") go(-1);
  else if (key === "z") document.querySelector("[data-key=z]")?.click();
  else if (/^[arsh]$/.test(key) && at >= 0) entries[at].querySelector(`[data-key="${key}"]`)?.click();
});
