// SPDX-License-Identifier: Apache-2.0
// The judgement of verifier/Verify.java, in the reader's browser: the same steps, the same faults, in the same order.
// It opens no connection; the page's Content-Security-Policy would not let it.

/** The first thing that does not hold: a code, and what it is about. */
export class Fault extends Error {
  constructor(what) {
    super(what.join(' '));
    this.what = what;
  }
}

const step = (code, ...about) => [code, ...about.map(String)];
const need = (holds, code, ...about) => {
  if (!holds) throw new Fault(step(code, ...about));
};

/**
 * Everything, in order: what was found true, step by step; or the first fault is thrown.
 * @param {Uint8Array} bundle
 * @param {{authorities: Object, policy: Uint8Array, checkpoint: Uint8Array}} known what the reader knows from elsewhere
 */
export async function check(bundle, known, lang) {
  const steps = [];

  // What was adopted.
  const files = unpack(bundle);
  const record = doc('record.json', files.get('record.json'));
  const act = is(doc('act.json', files.get('act.json')), 'act',
    'act', 'committee', 'kind', 'number', 'year', 'record', 'adoptedAt', 'adoptions', 'texts', 'policy');
  need(record.text('type') === 'application/vnd.tatabbu.record.v1+json', 'shape', 'record.json', 'type');
  need(files.get('act.json').length <= 65535, 'shape', 'act.json', 'length');
  const digest = hex(await sha256(files.get('record.json')));
  const committee = record.child('committee').id('id');
  need(act.text('record') === digest, 'record', 'act.json');
  need(act.id('committee') === committee, 'committee', 'act.json');
  need(act.id('act') && act.number('number') > 0 && act.number('year') > 0, 'shape', 'act.json', 'number');
  need(/^(conclusions|decision|recommendation|statement)$/.test(act.text('kind')), 'shape', 'act.json', 'kind');
  need(act.text('kind') === (Object.hasOwn(record.all, 'kind') ? record.text('kind') : 'conclusions'), 'record', 'act.json');
  const adoptedAt = act.instant('adoptedAt');
  const parties = record.children('parties');
  const ids = parties.map(party => party.id('id'));
  const languages = record.texts('languages');
  need(ids.length && languages.length, 'shape', 'record.json', 'parties, languages');
  need(!record.parts('annexes').length, 'annex');

  // One adoption of every party of the record, none more, in the record's order.
  const adoptions = act.children('adoptions').map(each => envelope('act.json', bytes(write(each.all)), 'adoption',
    'record', 'committee', 'text', 'party', 'mandate', 'checkpoint', 'nonce', 'at', 'notAfter'));
  need(same(adoptions.map(one => one.says.id('party')), ids), 'each-party');
  const mandates = adoptions.map(one => one.says.id('mandate'));
  need(same([...files.keys()], expected(ids, mandates, languages, files)), 'files');
  ids.forEach((id, i) => need(same(files.get(`statements/${id}.json`), adoptions[i].bytes), 'statement'));
  steps.push(step('archive', files.size));
  steps.push(step('act-' + act.text('kind'), act.number('number') + '/' + act.number('year'),
    record.child('committee').child('name').text(lang), adoptedAt));
  steps.push(step('digest', digest));

  // The texts that people read: the act has their digests, and each is what the record says, byte for byte.
  const texts = act.child('texts').only(...languages);
  for (const language of languages) {
    const name = 'text/' + language + '.txt';
    need(texts.text(language) === hex(await sha256(files.get(name))), 'text', name);
    const text = utf8(files.get(name), name);
    need(plain(text), 'shape', name, 'characters');
    need(text === reading(record, digest, language), 'reading', name);
  }
  steps.push(step('texts', languages.join(', ')));

  // The log: every entry is in it, under one checkpoint, which enough witnesses have cosigned.
  need(act.text('policy') === hex(await sha256(files.get('policy.txt'))), 'text', 'policy.txt');
  const policy = await policyOf(files.get('policy.txt'), 'policy.txt');
  const checkpoint = proofOf('proof.tlog-proof', files).checkpoint;
  const indexes = new Map();
  for (const name of [...files.keys()].filter(each => each.endsWith('.tlog-proof'))) {
    const logged = name === 'proof.tlog-proof' ? 'act.json' : name.replace('.tlog-proof', '.json');
    indexes.set(logged, await holds(proofOf(name, files), files.get(logged), checkpoint));
  }
  const index = indexes.get('act.json');
  const signers = await judge(policy, checkpoint, true, policy.quorum);
  steps.push(step('log', checkpoint.origin, index, checkpoint.size, signers[0].text));
  signers.slice(1).forEach(one => steps.push(step('witness', one.name, checkpoint.times.get(one.text), one.text)));
  steps.push(step(policy.quorum === 'none' ? 'no-quorum' : 'quorum', signers.length - 1));
  if (known.policy.length) {
    const own = await policyOf(known.policy, '--policy');
    await judge(own, checkpoint, false, own.quorum);
    steps.push(step('own-policy'));
  }

  // Each party, the person whom it sent, and that person's signature.
  const roots = new Map([[checkpoint.size, checkpoint.root]]);
  const authorities = new Map(Object.entries(known.authorities));
  for (let i = 0; i < ids.length; i++) {
    const name = parties[i].child('name').text(lang);
    const statement = entry('parties/' + ids[i], files, 'party', 'party', 'names', 'key', 'at');
    statement.says.child('names').only('ar', 'fr', 'en');
    need(statement.says.id('party') === ids[i], 'party', statement.file);
    const authority = await keyOf(statement.says.child('key'));
    need(!authority.origins.length, 'key', statement.file);
    await signedBy(statement, authority);
    const names = [ids[i], ...Object.values(parties[i].child('name').all)];
    const told = names.filter(one => authorities.has(one));
    const right = [authority.print, shortCode(authority.print).replaceAll(' ', '')];
    need(told.every(one => right.includes(authorities.get(one))), 'authority', name, authority.print);
    told.forEach(one => authorities.delete(one));
    steps.push(step(told.length ? 'party-told' : 'party-key', name, shortCode(authority.print), authority.print));

    const mandate = entry('mandates/' + mandates[i], files, 'mandate',
      'mandate', 'party', 'committee', 'person', 'capacity', 'key', 'from', 'to', 'at');
    const capacity = mandate.says.text('capacity');
    need(capacity === 'head' || capacity === 'alternate', 'shape', mandate.file, 'capacity');
    await issuedBy(mandate, authority, ids[i], mandates[i], committee);
    need(indexes.get(statement.file) < indexes.get(mandate.file) && indexes.get(mandate.file) < index, 'order', mandate.file);
    if (files.has('mandate-ends/' + mandates[i] + '.json')) {
      const end = entry('mandate-ends/' + mandates[i], files, 'mandate-end', 'mandate', 'party', 'committee', 'at');
      await issuedBy(end, authority, ids[i], mandates[i], committee);
      need(indexes.get(end.file) > index, 'ended', name);
    }

    const file = 'statements/' + ids[i] + '.json';
    const adoption = adoptions[i];
    const says = adoption.says;
    need(says.text('record') === digest, 'record', file);
    need(says.id('committee') === committee, 'committee', file);
    need(says.id('text') === adoptions[0].says.id('text'), 'other-text', file);
    need(says.bytes('nonce').length === 16, 'shape', file, 'nonce');
    const at = says.instant('at');
    need(at >= mandate.says.instant('from'), 'before-mandate', name);
    need(at < mandate.says.instant('to'), 'after-mandate', name);
    need(at <= adoptedAt, 'adopted-before', name);
    need(adoptedAt <= says.instant('notAfter'), 'not-after', name);
    await signedBy(adoption, await keyOf(mandate.says.child('key')));
    const point = /^([^/]*)\/([^]*)$/.exec(says.text('checkpoint'));
    need(point && decimal(point[1]) && base64(point[2], file).length === 32, 'shape', file, 'checkpoint');
    need(Number(point[1]) <= index, 'saw-later', name);
    need((roots.get(Number(point[1])) ?? point[2]) === point[2], 'two-logs');
    roots.set(Number(point[1]), point[2]);
    const person = mandate.says.child('person').only('arabic', 'latin').text(lang === 'ar' ? 'arabic' : 'latin');
    steps.push(step('adopted-' + capacity, name, person, at));
  }
  need(!authorities.size, 'authority-unknown', [...authorities.keys()].join(', '));

  // A checkpoint that the reader kept: a log has one root for each size.
  if (known.checkpoint.length) {
    const kept = checkpointOf(utf8(known.checkpoint, '--checkpoint'), '--checkpoint');
    need(kept.origin === checkpoint.origin, 'two-logs');
    await judge(policy, kept, false, 'none');
    need((roots.get(kept.size) ?? kept.root) === kept.root, 'two-logs');
    steps.push(step(roots.has(kept.size) ? 'kept' : 'kept-open', kept.size));
  }
  return steps;
}

/** A record as people read it in one language: its own words, numbers and days in this order, and nothing else. */
function reading(record, digest, lang) {
  const meeting = record.part('meeting');
  const mandate = record.part('committee').part('mandate');
  const party = id => record.parts('parties').filter(one => one.word('id') === id).map(one => one.said('name', lang)).join('');
  const name = both => (lang === 'ar' ? both : [...both].reverse()).find(one => one) ?? '';
  const paragraphs = [
    [record.part('committee').said('name', lang), record.said('title', lang),
      join('', ' · ', meeting.word('number'), join('', ' – ', meeting.word('from'), meeting.word('to')), meeting.said('venue', lang))],
    record.parts('parties').map(one => join('– ', '', one.said('name', lang))),
    [join('', ' · ', mandate.word('on'), mandate.said('authority', lang)), mandate.said('text', lang), meeting.said('mandate', lang)],
    record.parts('participants').map(one => join('– ', ' · ',
      join('', ' ', one.said('rank', lang), name(one.texts('name'))), one.said('office', lang), party(one.word('party')))),
    record.parts('agenda').map(one => join('', ' · ', one.word('label'), one.said('title', lang))),
  ];
  for (const one of record.parts('clauses')) {
    const owed = one.part('commitment');
    paragraphs.push([join('', '. ', one.word('number'), one.said('text', lang)),
      join('   ', ' · ', one.word('item'), party(one.word('party'))),
      join('   ', ' · ', owed.word('due'), party(owed.word('owner')), owed.said('body', lang))]);
  }
  paragraphs.push(meeting.parts('sideMeetings').map(one =>
    join('– ', ' · ', one.said('subject', lang), one.said('bodies', lang), one.said('level', lang))));
  paragraphs.push([digest, record.word('previous')]);
  return join('', '\n\n', ...paragraphs.map(lines => join('', '\n', ...lines))) + '\n';
}

/** What is not empty, with something before and between; nothing of nothing. */
function join(before, between, ...parts) {
  const full = parts.filter(part => part);
  return full.length ? before + full.join(between) : '';
}

function expected(parties, mandates, languages, files) {
  const each = (folder, names, ...endings) => names.flatMap(name => endings.map(ending => folder + name + ending));
  return ['record.json', 'act.json', 'proof.tlog-proof', ...each('statements/', parties, '.json'),
    ...each('parties/', parties, '.json', '.tlog-proof'), ...each('mandates/', mandates, '.json', '.tlog-proof'),
    ...each('mandate-ends/', mandates.filter(one => files.has('mandate-ends/' + one + '.json')), '.json', '.tlog-proof'),
    'policy.txt', ...each('text/', languages, '.txt'), ...each('READ-ME.', languages, '.txt')];
}

// ---- statements and who signed

function entry(name, files, kind, ...members) {
  return envelope(name + '.json', files.get(name + '.json'), kind, ...members);
}

/** A DSSE envelope with one signature, over a statement of one kind. */
function envelope(file, all, kind, ...members) {
  const outer = doc(file, all).only('payload', 'payloadType', 'signatures');
  const payload = outer.bytes('payload');
  const says = is(doc(file, payload), kind, ...members);
  says.instant('at');
  const type = outer.text('payloadType');
  need(type === says.text('type'), 'shape', file, 'payloadType');
  const signatures = outer.children('signatures');
  need(signatures.length === 1, 'shape', file, 'signatures');
  return { file, bytes: all, type, payload, says, signature: signatures[0] };
}

/** A mandate or its end: by this party's key, for this party, in this committee. */
async function issuedBy(statement, authority, party, mandate, committee) {
  await signedBy(statement, authority);
  need(statement.says.id('mandate') === mandate, 'mandate', statement.file);
  need(statement.says.id('party') === party, 'party', statement.file);
  need(statement.says.id('committee') === committee, 'committee', statement.file);
}

/** Signed is DSSE's pre-authentication encoding; a passkey signs its SHA-256, as its challenge. */
async function signedBy({ file, type, payload, signature }, key) {
  const message = concat(bytes(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload);
  const passkey = key.origins.length > 0;
  signature.only('keyid', 'sig', ...(passkey ? ['webauthn'] : []));
  need(signature.text('keyid') === key.print, 'other-key', file);
  const signed = passkey ? await assertion(file, signature, key, message) : message;
  need(await verifies(key, signed, signature.bytes('sig')), 'signature', file);
}

/** What a passkey's authenticator signed, once it is known to be for this and for nothing else (WebAuthn, 7.2). */
async function assertion(file, signature, key, message) {
  const webauthn = signature.child('webauthn').only('authenticatorData', 'clientDataJSON');
  const client = webauthn.bytes('clientDataJSON');
  const says = new Doc(file, json(utf8(client, file), file));
  need(says.text('type') === 'webauthn.get', 'passkey', file, 'type');
  const challenge = toBase64(await sha256(message)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  need(says.text('challenge') === challenge, 'passkey', file, 'challenge');
  need(key.origins.includes(says.text('origin')), 'passkey', file, 'origin');
  need(!Object.hasOwn(says.all, 'crossOrigin') || says.all.crossOrigin === false, 'passkey', file, 'crossOrigin');
  need(!Object.hasOwn(says.all, 'topOrigin'), 'passkey', file, 'topOrigin');
  const data = webauthn.bytes('authenticatorData');
  need(data.length >= 37 && !(data[32] & 0x40) && data[32] >= 0x80 === data.length > 37, 'shape', file, 'authenticatorData');
  need(same(data.subarray(0, 32), await sha256(bytes(key.rpId))), 'passkey', file, 'rpId');
  need(data[32] & 0x01, 'passkey', file, 'UP');
  need(data[32] & 0x04, 'passkey', file, 'UV');
  need((data[32] & 0x18) !== 0x10, 'passkey', file, 'BE, BS');
  return concat(data, await sha256(client));
}

const ED25519 = '302a300506032b6570032100';
const P256 = '3059301306072a8648ce3d020106082a8648ce3d03010703420004';

/** Points of small order, in hexadecimal: under such a key of Ed25519 one signature holds for many messages. */
const WEAK = '0[01](00){30}[08]0|e[cde](ff){30}[7f]f|26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc[08]5'
  + '|c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03[7f]a';
const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const matches = (text, pattern) => new RegExp(`^(${pattern})$`).test(text) && !text.endsWith('\n');

/** A public key: of a file (Ed25519), or of a passkey (ES256 or EdDSA), which alone has a relying party and origins. */
async function keyOf(says) {
  const alg = says.text('alg');
  const spki = says.bytes('spki');
  const written = hex(spki);
  const [es256, passkey] = [alg === 'ES256', alg !== 'Ed25519'];
  const form = es256 ? P256 + '(..){64}' : ED25519 + '(?!' + WEAK + ')(..){32}';
  need(matches(alg, 'Ed25519|EdDSA|ES256') && matches(written, form), 'key', says.file);
  says.only('alg', 'spki', ...(passkey ? ['cose', 'credential', 'rpId', 'origins'] : []));
  const [rpId, origins] = passkey ? [says.text('rpId'), says.texts('origins')] : ['', []];

  // An authenticator writes the same key in its own way; its pages belong to its relying party.
  const cose = es256 ? 'a5010203262001215820' + written.slice(54, 118) + '225820' + written.slice(118)
    : 'a4010103272006215820' + written.slice(24);
  need(!passkey || hex(says.bytes('cose')) === cose && says.bytes('credential').length, 'key', says.file);
  need(!passkey || matches(rpId, `${LABEL}(\\.${LABEL}){0,8}`) && origins.length, 'key', says.file);
  const scheme = matches(rpId, '(.+[.])?localhost') ? 'https?' : 'https';
  const home = `${scheme}://(${LABEL}\\.)*${rpId.replaceAll('.', '\\.')}(:[1-9][0-9]{0,4})?`;
  need(origins.every(one => matches(one, home)), 'key', says.file);
  return { alg, spki, print: hex(await sha256(spki)), rpId, origins };
}

async function verifies({ alg, spki }, message, sig) {
  try {
    const kind = alg === 'ES256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'Ed25519' };
    const key = await crypto.subtle.importKey('spki', spki, kind, false, ['verify']);
    const raw = alg === 'ES256' ? rawOf(sig) : sig;
    return await crypto.subtle.verify(alg === 'ES256' ? { name: 'ECDSA', hash: 'SHA-256' } : kind, key, raw, message);
  } catch {
    return false;
  }
}

/** r and s of ECDSA, 32 bytes each, from the DER that authenticators give. */
function rawOf(der) {
  const raw = new Uint8Array(64);
  let at = 2;
  for (let part = 0; part < 2; part++) {
    const length = der[at + 1];
    let value = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 2 || length < 1 || value.length !== length) throw new RangeError();
    if (value.length > 1 && value[0] === 0 && value[1] < 0x80) throw new RangeError();
    if (value[0] === 0) value = value.subarray(1);
    raw.set(value, 32 * (part + 1) - value.length);
    at += 2 + length;
  }
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || at !== der.length) throw new RangeError();
  return raw;
}

// ---- the log and its witnesses

/** c2sp.org/tlog-proof@v1: where an entry stands in the log, and the way from there to the root. */
function proofOf(file, files) {
  const text = utf8(files.get(file), file);
  const end = Math.max(text.indexOf('\n\n'), 0);
  const lines = text.slice(0, end).split('\n');
  need(lines.shift() === 'c2sp.org/tlog-proof@v1' && lines.length, 'shape', file, 'tlog-proof');
  // The extra line is of no consequence: nothing signs it.
  if (lines[0].startsWith('extra ')) base64(lines.shift().slice(6), file);
  const index = lines.shift() ?? '';
  need(index.startsWith('index ') && decimal(index.slice(6)), 'shape', file, 'index');
  const path = lines.map(line => base64(line, file));
  return { file, index: Number(index.slice(6)), path, checkpoint: checkpointOf(text.slice(end + 2), file) };
}

/** The index of this entry, once it is proven that the tree of this checkpoint has it there. */
async function holds({ file, index, path, checkpoint }, logged, common) {
  need(checkpoint.note === common.note, 'other-checkpoint', file);
  need(index < common.size, 'inclusion', file);
  const root = await rootOf(file, await sha256(Uint8Array.of(0), logged), index, common.size, path);
  need(toBase64(root) === common.root, 'inclusion', file);
  return index;
}

/** A tree's root from one leaf and its path, by the definition of the tree (RFC 6962, section 2.1). */
async function rootOf(file, leaf, index, size, path) {
  need(!path.length === (size === 1), 'inclusion', file);
  if (size === 1) return leaf;
  let left = 1;
  while (left * 2 < size) left *= 2;
  const rest = path.slice(0, -1);
  return index < left
    ? sha256(Uint8Array.of(1), await rootOf(file, leaf, index, left, rest), path.at(-1))
    : sha256(Uint8Array.of(1), path.at(-1), await rootOf(file, leaf, index - left, size - left, rest));
}

/** c2sp.org/tlog-checkpoint as a c2sp.org/signed-note; `times` fills with when each witness cosigned. */
function checkpointOf(note, file) {
  const body = note.slice(0, Math.max(note.lastIndexOf('\n\n'), 0) + 1);
  const lines = body.split('\n');
  need(note.endsWith('\n') && lines.length === 4 && lines[0], 'shape', file, 'checkpoint');
  need(decimal(lines[1]) && base64(lines[2], file).length === 32, 'shape', file, 'checkpoint');
  const signatures = note.slice(body.length + 1, -1).split('\n');
  return { note, body, origin: lines[0], size: Number(lines[1]), root: lines[2], signatures, times: new Map() };
}

/** A verifier key of a signed note: its name, its type (1: a log, 4: a witness), its Ed25519 key. */
async function noteKey(text, type, file) {
  const [, name, id, key] = /^([^+]*)\+([^+]*)\+([^]*)$/.exec(text) ?? [];
  const raw = base64(key ?? text.slice(text.lastIndexOf('+') + 1), file);
  need(key !== undefined && name && raw.length === 33 && raw[0] === type, 'policy', file, text);
  const hash = (await sha256(octets(name), Uint8Array.of(10), raw)).subarray(0, 4);
  need(id === hex(hash), 'policy', file, text);
  const spki = concat(unhex(ED25519), raw.subarray(1));
  return { text, name: new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets(name)), id: hash, type, spki, print: hex(spki) };
}

/** Whether a line of a note is by this key; if it is, it must be right (c2sp.org/tlog-cosignature, version 1). */
async function signed(key, checkpoint, line) {
  const parts = line.split(' ');
  need(parts.length === 3 && parts[0] === '—' && parts[1], 'signature-line', line);
  const raw = base64(parts[2], 'checkpoint');
  if (parts[1] !== key.name || !same(raw.subarray(0, 4), key.id)) return false;
  need(raw.length === (key.type === 1 ? 68 : 76), 'signature', key.name);
  const time = key.type === 1 ? 0n : new DataView(raw.buffer).getBigInt64(4);
  need(time >= 0n && time < 253402300800n, 'signature', key.name);
  checkpoint.times.set(key.text, new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z'));
  const message = (key.type === 1 ? '' : `cosignature/v1\ntime ${time}\n`) + checkpoint.body;
  need(await verifies({ alg: 'Ed25519', spki: key.spki }, bytes(message), raw.subarray(-64)), 'signature', key.name);
  return true;
}

/** c2sp.org/tlog-policy: logs, witnesses, and by the name of a witness or group, whether these signers suffice for it. */
async function policyOf(all, file) {
  const text = Array.from(all, octet => String.fromCharCode(octet)).join(''); // octets, not characters: the format says so
  need(/^[\t\n\x20-\x7e\x80-\xff]*$/.test(text) && text.endsWith('\n'), 'policy', file, '');
  const [logs, witnesses, quorum] = [[], [], []];
  const rules = new Map([['none', () => true]]);
  const once = new Set(['none']);
  const fresh = (name, line) => {
    need(!once.has(name), 'policy', file, line);
    once.add(name);
  };
  for (const line of text.slice(0, -1).split('\n').map(each => each.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))) {
    const words = line.split(' ');
    const name = words[1] ?? '';
    const named = rules.has(name);
    if (words[0] === 'log' && (words.length === 2 || words.length === 3)) {
      logs.push(await noteKey(name, 1, file));
      fresh('log ' + logs.at(-1).print, line);
    } else if (words[0] === 'witness' && (words.length === 3 || words.length === 4) && !named) {
      const key = await noteKey(words[2], 4, file);
      fresh('witness ' + key.print, line);
      witnesses.push(key);
      rules.set(name, signers => signers.includes(key));
    } else if (words[0] === 'group' && words.length > 3 && !named) {
      const of = words.slice(3);
      for (const one of of) {
        need(rules.has(one), 'policy', file, line);
        fresh(one, line);
      }
      const k = words[2] === 'all' ? String(of.length) : words[2] === 'any' ? '1' : words[2];
      need(/^[1-9][0-9]{0,3}$/.test(k) && Number(k) <= of.length, 'policy', file, line);
      rules.set(name, signers => of.filter(one => rules.get(one)(signers)).length >= Number(k));
    } else if (line && !line.startsWith('#')) {
      need(words[0] === 'quorum' && words.length === 2 && named, 'policy', file, line);
      quorum.push(name);
    }
  }
  need(quorum.length === 1 && logs.length, 'policy', file, 'quorum');
  return { logs, witnesses, rules, quorum: quorum[0] };
}

/** Who signed: the log, then witnesses. If strict, nobody else may have; if not, unknown keys are ignored. */
async function judge({ logs, witnesses, rules }, checkpoint, strict, quorum) {
  const signers = [];
  const first = async (keys, line) => {
    for (const key of keys) if (await signed(key, checkpoint, line)) return key;
    return null;
  };
  for (const line of checkpoint.signatures) {
    const log = await first(logs.filter(one => one.name === checkpoint.origin), line);
    const by = log ?? await first(witnesses, line);
    const right = by && (log !== null) === !signers.length && !signers.includes(by);
    need(right || !strict, 'signature-line', line);
    if (by) signers.splice(log ? 0 : signers.length, 0, by);
  }
  need(signers.length && signers[0].type === 1, 'log-unsigned', checkpoint.origin);
  need(rules.get(quorum)(signers), 'few-witnesses', new Set(signers.slice(1)).size);
  return signers;
}

// ---- canonical JSON

/** An object of a file, asked for its members; a member that is not as it must be is a fault that names it. */
class Doc {
  constructor(file, all) {
    this.file = file;
    this.all = all;
  }
  only(...members) {
    need(same(Object.keys(this.all).sort(), [...members].sort()), 'shape', this.file, members.join(', '));
    return this;
  }
  get(name, right) {
    const value = Object.hasOwn(this.all, name) ? this.all[name] : undefined;
    need(right(value), 'shape', this.file, name);
    return value;
  }
  text(name) { return this.get(name, isText); }
  number(name) { return this.get(name, value => typeof value === 'number'); }
  bytes(name) { return base64(this.text(name), this.file); }
  child(name) { return new Doc(this.file, this.get(name, isObject)); }
  texts(name) { return this.get(name, value => Array.isArray(value) && value.every(isText)); }
  children(name) {
    return this.get(name, value => Array.isArray(value) && value.every(isObject)).map(each => new Doc(this.file, each));
  }
  /** What may be absent: an object, objects, a text or a number as it is written, a text in a language. */
  part(name) { return Object.hasOwn(this.all, name) ? this.child(name) : new Doc(this.file, {}); }
  parts(name) { return Object.hasOwn(this.all, name) ? this.children(name) : []; }
  word(name) { return typeof this.all[name] === 'number' ? String(this.all[name]) : Object.hasOwn(this.all, name) ? this.text(name) : ''; }
  said(name, lang) { return this.part(name).word(lang); }
  id(name) { return this.get(name, value => isText(value) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)); }
  /** In whole seconds; two of them compare as they are written. */
  instant(name) {
    return this.get(name, value => isText(value) && /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/.test(value)
      && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value.replace('Z', '.000Z'));
  }
}

const isText = value => typeof value === 'string';
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

/** From bytes that must be canonical (RFC 8785): written again from what they say, they are the same. */
function doc(file, all) {
  need(all, 'files');
  const text = utf8(all, file);
  const object = json(text, file);
  need(write(object) === text && plain(text), 'json', file);
  return new Doc(file, object);
}

/** An object of this kind, with these members and no other. */
function is(object, kind, ...members) {
  need(object.text('type') === `application/vnd.tatabbu.${kind}.v1+json`, 'shape', object.file, 'type');
  return object.only('type', ...members);
}

const STRING = /"(?:[^"\\]|\\[^])*"\s*(:?)/g;

/** JSON without fractions and null; a name given twice is a fault. */
function json(text, file) {
  try {
    const object = JSON.parse(text);
    const named = Array.from(text.matchAll(STRING)).filter(found => found[1]).length;
    const others = text.replace(STRING, '').replace(/true|false/g, '').match(/-?[0-9]+/g) ?? [];
    need(isObject(object) && names(object) === named, 'json', file);
    need(!/[.eEn]/.test(text.replace(STRING, '').replace(/true|false/g, '')), 'json', file);
    need(others.every(number => /^(0|-?[1-9][0-9]{0,14})$/.test(number)), 'json', file);
    return object;
  } catch (e) {
    throw e instanceof Fault ? e : new Fault(step('json', file));
  }
}

function names(value) {
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + names(each), 0);
  return isObject(value) ? Object.values(value).reduce((sum, each) => sum + 1 + names(each), 0) : 0;
}

/** RFC 8785: names in the order of their UTF-16 units, no white space, the shortest escapes. */
function write(value) {
  if (Array.isArray(value)) return '[' + value.map(write).join(',') + ']';
  if (!isObject(value)) return isText(value) && !value.isWellFormed() ? '' : JSON.stringify(value);
  return '{' + Object.keys(value).sort().map(name => write(name) + ':' + write(value[name])).join(',') + '}';
}

/** Whether a text is in NFC and has no unseen character that changes the order in which it is read. */
function plain(text) {
  return text.normalize('NFC') === text
    && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(text);
}

// ---- the archive

/** The files of an archive that is, byte for byte, the one way to write them: stored, in order, dated 1980-01-01. */
export function unpack(zip) {
  const files = new Map();
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  let at = 0;
  while (zip.length - at > 30 && view.getUint32(at, true) === 0x04034b50) {
    const size = view.getInt32(at + 22, true);
    const name = view.getInt16(at + 26, true);
    need(size >= 0 && name > 0 && zip.length - at - 30 - name >= size, 'archive-bytes');
    const file = String.fromCharCode(...zip.subarray(at + 30, at + 30 + name));
    at += 30 + name + size;
    need(!files.has(file), 'archive-bytes');
    files.set(file, zip.slice(at - size, at));
  }
  need(same(pack(files), zip), 'archive-bytes');
  return files;
}

function pack(files) {
  const [out, directory] = [[], []];
  let start = 0;
  for (const [name, content] of files) {
    const size = little(content.length);
    const head = concat(unhex('0a000000000000002100'), little(crc32(content)), size, size, little(name.length));
    directory.push(unhex('504b01020a00'), head, new Uint8Array(10), little(start), octets(name));
    out.push(unhex('504b0304'), head, octets(name), content);
    start += 30 + name.length + content.length;
  }
  const all = concat(...directory);
  const count = little(files.size).subarray(0, 2);
  return concat(...out, all, unhex('504b050600000000'), count, count, little(all.length), little(start), new Uint8Array(2));
}

const CRC = Uint32Array.from({ length: 256 }, (_, octet) => {
  let rest = octet;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(all) {
  let crc = -1;
  for (const octet of all) crc = CRC[(crc ^ octet) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

// ---- small things

function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

function same(one, other) {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** Only the one way to write these bytes is read. */
function base64(text, file) {
  need(/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text) && !text.endsWith('\n'), 'shape', file, 'base64');
  const all = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  need(toBase64(all) === text, 'shape', file, 'base64');
  return all;
}

function utf8(all, file) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all);
  } catch {
    throw new Fault(step('shape', file, 'UTF-8'));
  }
}

const bytes = text => new TextEncoder().encode(text);
const octets = text => Uint8Array.from(text, c => c.charCodeAt(0));
const toBase64 = all => btoa(Array.from(all, octet => String.fromCharCode(octet)).join(''));
const decimal = text => /^(0|[1-9][0-9]{0,14})$/.test(text);
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));

/** What people compare of a fingerprint: its first 32 digits in groups of four, and two check digits (ISO 7064). */
function shortCode(print) {
  const digits = print.slice(0, 32);
  const check = 98n - BigInt('0x' + digits) * 100n % 97n;
  return digits.replace(/(.{4})/g, '$1 ') + String(check).padStart(2, '0');
}

function little(number) {
  const all = new Uint8Array(4);
  new DataView(all.buffer).setUint32(0, number, true);
  return all;
}

function hex(all) {
  return Array.from(all, octet => octet.toString(16).padStart(2, '0')).join('');
}

function unhex(digits) {
  return Uint8Array.from(digits.match(/../g), pair => parseInt(pair, 16));
}

// ---- the page

const form = globalThis.document?.getElementById('verify');
if (form) start(form);

function start(page) {
  const lang = document.documentElement.lang;
  const words = new Map(Array.from(document.querySelectorAll('#words [data-code]'), each => [each.dataset.code, each.textContent]));
  const part = name => document.getElementById(name);
  const read = async input => input.files.length ? new Uint8Array(await input.files[0].arrayBuffer()) : new Uint8Array();
  const parties = part('parties');

  if (!globalThis.crypto?.subtle) {
    part('insecure').hidden = false;
    return;
  }
  page.hidden = false;

  // Each party's fingerprint is asked by the name that the record gives it.
  page.elements.bundle.addEventListener('change', async () => {
    parties.replaceChildren();
    part('result').hidden = true;
    try {
      const record = new Doc('', json(utf8(unpack(await read(page.elements.bundle)).get('record.json'), ''), ''));
      for (const party of record.children('parties')) {
        const field = part('party').content.cloneNode(true);
        const input = field.querySelector('input');
        input.id = 'party-' + party.id('id');
        input.dataset.party = party.id('id');
        field.querySelector('label').htmlFor = input.id;
        field.querySelector('bdi').textContent = party.child('name').text(lang);
        parties.append(field);
      }
    } catch {
      // What is wrong with the file is said when it is verified.
    }
  });

  page.addEventListener('submit', async event => {
    event.preventDefault();
    const authorities = Object.fromEntries(Array.from(parties.querySelectorAll('input'), input =>
      [input.dataset.party, input.value.replace(/[\s:]/g, '').toLowerCase()]).filter(([, print]) => print));
    const bundle = await read(page.elements.bundle);
    const known = { authorities, policy: await read(page.elements.policy), checkpoint: await read(page.elements.checkpoint) };
    part('steps').replaceChildren();
    part('text').hidden = true;
    try {
      const steps = await check(bundle, known, lang);
      steps.forEach(each => part('steps').append(said(document.createElement('li'), each)));
      const compare = steps.some(each => each[0] === 'party-key');
      verdict('holds-here', compare ? words.get('compare-here') : '');
      part('text').hidden = false;
      part('words-of-text').textContent = utf8(unpack(bundle).get('text/' + lang + '.txt'), '');
    } catch (e) {
      if (!(e instanceof Fault)) throw e;
      part('steps').append(said(document.createElement('li'), e.what));
      part('steps').lastChild.className = 'error';
      verdict('fails', '');
    }
    part('result').hidden = false;
    part('verdict').focus();
  });

  function verdict(code, more) {
    part('verdict').className = code === 'holds-here' ? 'notice holds' : 'error fails';
    part('verdict').textContent = words.get(code);
    part('more').textContent = more;
    part('more').hidden = !more;
  }

  function isolated(value) {
    const code = /^[0-9a-f ]{24,}$|[+]/.test(value);
    return Object.assign(document.createElement(code ? 'code' : 'bdi'), { textContent: value, dir: code ? 'ltr' : 'auto' });
  }

  /** A step in the page's words, what it is about isolated within them. */
  function said(element, [code, ...about]) {
    for (const piece of words.get(code).split(/(\{[0-9]\}|\n)/)) {
      const value = /^\{[0-9]\}$/.test(piece) ? about[piece[1]] : null;
      if (piece === '\n') element.append(document.createElement('br'));
      else if (value === null) element.append(piece);
      else element.append(isolated(value));
    }
    return element;
  }
}
