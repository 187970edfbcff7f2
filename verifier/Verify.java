// SPDX-License-Identifier: Apache-2.0

import module java.base;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Verifies, with a JDK 25 and nothing else, what the parties of a joint committee adopted; opens no connection and
 * writes no file. Prints what it checked and exits 0, or names the first thing that does not hold and exits 1; 2 means
 * that it was called wrongly. Every format is in docs/formats.md.
 *
 * <pre>java Verify.java bundle.zip [--lang ar|fr|en] [--authority PARTY=FINGERPRINT]… [--policy FILE] [--checkpoint FILE]</pre>
 *
 * {@link #check} is the whole judgement, in order. Below it stand statements and who signed them, the log and its
 * witnesses, canonical JSON, the archive, and the words. What is not exactly as its format says is a {@link Fault}.
 */
public final class Verify {
    /** The first thing that does not hold: a word from the table at the end, and what it is about. */
    @SuppressWarnings("serial")
    static final class Fault extends RuntimeException {
        final List<String> what;
        Fault(List<String> what) { super(what.toString(), null, false, false); this.what = what; }
    }
    /** What the reader knows from elsewhere. Each may be empty: then the bundle's own word is taken, and shown. */
    record Known(Map<String, String> authorities, byte[] policy, byte[] checkpoint) {}

    // ---------------------------------------------------------------------------------------------- the judgement
    /** Everything, in order. Returns what was found true, step by step, or throws the first fault. */
    static List<List<String>> check(byte[] bundle, Known known, String lang) {
        var steps = new ArrayList<List<String>>();
        // What was adopted.
        var files = unpack(bundle);
        var record = Doc.of("record.json", files.get("record.json"));
        var act = Doc.of("act.json", files.get("act.json")).is("act",
                "act", "committee", "kind", "number", "year", "record", "adoptedAt", "adoptions", "texts", "policy");
        need(record.text("type").equals("application/vnd.tatabbu.record.v1+json"), "shape", "record.json", "type");
        need(files.get("act.json").length <= 65_535, "shape", "act.json", "length");
        var digest = hex(sha256(files.get("record.json")));
        var committee = record.child("committee").id("id");
        need(act.text("record").equals(digest), "record", "act.json");
        need(act.id("committee").equals(committee), "committee", "act.json");
        need(!act.id("act").isEmpty() && act.number("number") > 0 && act.number("year") > 0, "shape", "act.json", "number");
        need(act.text("kind").matches("conclusions|decision|recommendation|statement"), "shape", "act.json", "kind");
        // What was agreed in a meeting are conclusions, and its record need not say so.
        need(act.text("kind").equals(record.all.containsKey("kind") ? record.text("kind") : "conclusions"), "record", "act.json");
        var adoptedAt = act.instant("adoptedAt");
        var parties = record.children("parties");
        var ids = parties.stream().map(party -> party.id("id")).toList();
        var languages = record.texts("languages");
        need(!ids.isEmpty() && !languages.isEmpty(), "shape", "record.json", "parties, languages");
        need(record.parts("annexes").isEmpty(), "annex");
        // One adoption of every party of the record, none more, in the record's order.
        var adoptions = act.children("adoptions").stream()
                .map(each -> Envelope.of("act.json", write(each.all).getBytes(UTF_8), "adoption", "record", "committee",
                        "text", "party", "mandate", "checkpoint", "nonce", "at", "notAfter"))
                .toList();
        need(adoptions.stream().map(one -> one.says.id("party")).toList().equals(ids), "each-party");
        var mandates = adoptions.stream().map(one -> one.says.id("mandate")).toList();
        need(List.copyOf(files.keySet()).equals(expected(ids, mandates, languages, files.keySet())), "files");
        adoptions.forEach(one -> need(Arrays.equals(files.get("statements/" + one.says.id("party") + ".json"), one.bytes), "statement"));
        steps.add(step("archive", files.size()));
        steps.add(step("act-" + act.text("kind"), act.number("number") + "/" + act.number("year"),
                record.child("committee").child("name").text(lang), adoptedAt));
        steps.add(step("digest", digest));
        // The texts that people read: the act has their digests, and each is what the record says, byte for byte.
        var texts = act.child("texts").only(languages.toArray(String[]::new));
        for (var language : languages) {
            var name = "text/" + language + ".txt";
            need(texts.text(language).equals(hex(sha256(files.get(name)))), "text", name);
            var text = utf8(files.get(name), name);
            need(plain(text), "shape", name, "characters");
            need(text.equals(reading(record, digest, language)), "reading", name);
        }
        steps.add(step("texts", String.join(", ", languages)));
        // The log: every entry is in it, under one checkpoint, which enough witnesses have cosigned.
        need(act.text("policy").equals(hex(sha256(files.get("policy.txt")))), "text", "policy.txt");
        var policy = Policy.of(files.get("policy.txt"), "policy.txt");
        var checkpoint = Proof.of("proof.tlog-proof", files).checkpoint;
        var indexes = new HashMap<String, Long>();
        for (var name : files.keySet().stream().filter(name -> name.endsWith(".tlog-proof")).toList()) {
            var entry = name.equals("proof.tlog-proof") ? "act.json" : name.replace(".tlog-proof", ".json");
            indexes.put(entry, Proof.of(name, files).holds(files.get(entry), checkpoint));
        }
        long index = indexes.get("act.json");
        var signers = policy.judge(checkpoint, true, policy.quorum);
        steps.add(step("log", checkpoint.origin, index, checkpoint.size, signers.getFirst().text));
        signers.stream().skip(1).forEach(one -> steps.add(step("witness", one.name, checkpoint.times.get(one.text), one.text)));
        steps.add(step(policy.quorum.equals("none") ? "no-quorum" : "quorum", signers.size() - 1));
        if (known.policy.length > 0) {
            var own = Policy.of(known.policy, "--policy");
            own.judge(checkpoint, false, own.quorum);
            steps.add(step("own-policy"));
        }
        // Each party, the person whom it sent, and that person's signature.
        var roots = new TreeMap<>(Map.of(checkpoint.size, base64(checkpoint.root)));
        var authorities = new LinkedHashMap<>(known.authorities);
        for (int i = 0; i < ids.size(); i++) {
            var name = parties.get(i).child("name").text(lang);
            var statement = Envelope.of("parties/" + ids.get(i) + ".json", files, "party", "party", "names", "key", "at");
            statement.says.child("names").only("ar", "fr", "en");
            need(statement.says.id("party").equals(ids.get(i)), "party", statement.file);
            var authority = Key.of(statement.says.child("key"));
            need(authority.origins.isEmpty(), "key", statement.file);
            statement.signedBy(authority);
            var print = authority.fingerprint();
            var names = Stream.concat(Stream.of(ids.get(i)), parties.get(i).child("name").all.values().stream()).toList();
            var right = List.of(print, code(print).replace(" ", ""));
            need(names.stream().allMatch(one -> right.contains(authorities.getOrDefault(one, print))), "authority", name, print);
            steps.add(step(authorities.keySet().removeAll(names) ? "party-told" : "party-key", name, code(print), print));
            var mandate = Envelope.of("mandates/" + mandates.get(i) + ".json", files, "mandate",
                    "mandate", "party", "committee", "person", "capacity", "key", "from", "to", "at");
            var capacity = mandate.says.text("capacity");
            need(capacity.equals("head") || capacity.equals("alternate"), "shape", mandate.file, "capacity");
            mandate.issuedBy(authority, ids.get(i), mandates.get(i), committee);
            need(indexes.get(statement.file) < indexes.get(mandate.file) && indexes.get(mandate.file) < index, "order", mandate.file);
            if (files.containsKey("mandate-ends/" + mandates.get(i) + ".json")) {
                var end = Envelope.of("mandate-ends/" + mandates.get(i) + ".json", files, "mandate-end", "mandate", "party", "committee", "at");
                end.issuedBy(authority, ids.get(i), mandates.get(i), committee);
                need(indexes.get(end.file) > index, "ended", name);
            }
            var file = "statements/" + ids.get(i) + ".json";
            var adoption = adoptions.get(i);
            var says = adoption.says;
            need(says.text("record").equals(digest), "record", file);
            need(says.id("committee").equals(committee), "committee", file);
            need(says.id("text").equals(adoptions.getFirst().says.id("text")), "other-text", file);
            need(says.bytes("nonce").length == 16, "shape", file, "nonce");
            var at = says.instant("at");
            need(!at.isBefore(mandate.says.instant("from")), "before-mandate", name);
            need(at.isBefore(mandate.says.instant("to")), "after-mandate", name);
            need(!at.isAfter(adoptedAt), "adopted-before", name);
            need(!adoptedAt.isAfter(says.instant("notAfter")), "not-after", name);
            adoption.signedBy(Key.of(mandate.says.child("key")));
            var point = says.text("checkpoint").split("/", 2);
            need(point.length == 2 && decimal(point[0]) && base64(point[1], file).length == 32, "shape", file, "checkpoint");
            need(Long.parseLong(point[0]) <= index, "saw-later", name);
            need(roots.computeIfAbsent(Long.parseLong(point[0]), size -> point[1]).equals(point[1]), "two-logs");
            var person = mandate.says.child("person").only("arabic", "latin").text(lang.equals("ar") ? "arabic" : "latin");
            steps.add(step("adopted-" + capacity, name, person, at));
        }
        need(authorities.isEmpty(), "authority-unknown", String.join(", ", authorities.keySet()));
        // A checkpoint that the reader kept: a log has one root for each size.
        if (known.checkpoint.length > 0) {
            var kept = Checkpoint.of(utf8(known.checkpoint, "--checkpoint"), "--checkpoint");
            need(kept.origin.equals(checkpoint.origin), "two-logs");
            policy.judge(kept, false, "none");
            need(roots.getOrDefault(kept.size, base64(kept.root)).equals(base64(kept.root)), "two-logs");
            steps.add(step(roots.containsKey(kept.size) ? "kept" : "kept-open", kept.size));
        }
        return steps;
    }
    /** A record as people read it in one language: its own words, numbers and days in this order, and nothing else. */
    static String reading(Doc record, String digest, String lang) {
        var meeting = record.part("meeting");
        var mandate = record.part("committee").part("mandate");
        UnaryOperator<String> party = id -> record.parts("parties").stream()
                .filter(one -> one.word("id").equals(id)).map(one -> one.said("name", lang)).collect(Collectors.joining());
        var paragraphs = new ArrayList<List<String>>();
        paragraphs.add(List.of(record.part("committee").said("name", lang), record.said("title", lang),
                join("", " · ", meeting.word("number"), join("", " – ", meeting.word("from"), meeting.word("to")), meeting.said("venue", lang))));
        paragraphs.add(record.parts("parties").stream().map(one -> join("– ", "", one.said("name", lang))).toList());
        paragraphs.add(List.of(join("", " · ", mandate.word("on"), mandate.said("authority", lang)),
                mandate.said("text", lang), meeting.said("mandate", lang)));
        Function<List<String>, String> name = both -> (lang.equals("ar") ? both : both.reversed()).stream().filter(one -> !one.isEmpty()).findFirst().orElse("");
        paragraphs.add(record.parts("participants").stream().map(one -> join("– ", " · ",
                join("", " ", one.said("rank", lang), name.apply(one.texts("name"))), one.said("office", lang), party.apply(one.word("party")))).toList());
        paragraphs.add(record.parts("agenda").stream().map(one -> join("", " · ", one.word("label"), one.said("title", lang))).toList());
        for (var one : record.parts("clauses")) {
            var owed = one.part("commitment");
            paragraphs.add(List.of(join("", ". ", one.word("number"), one.said("text", lang)),
                    join("   ", " · ", one.word("item"), party.apply(one.word("party"))),
                    join("   ", " · ", owed.word("due"), party.apply(owed.word("owner")), owed.said("body", lang))));
        }
        paragraphs.add(meeting.parts("sideMeetings").stream()
                .map(one -> join("– ", " · ", one.said("subject", lang), one.said("bodies", lang), one.said("level", lang))).toList());
        paragraphs.add(List.of(digest, record.word("previous")));
        return join("", "\n\n", paragraphs.stream().map(lines -> join("", "\n", lines.toArray(String[]::new))).toArray(String[]::new)) + "\n";
    }
    /** What is not empty, with something before and between; nothing of nothing. */
    private static String join(String before, String between, String... parts) {
        var full = Stream.of(parts).filter(part -> !part.isEmpty()).toList();
        return full.isEmpty() ? "" : before + String.join(between, full);
    }
    private static List<String> expected(List<String> parties, List<String> mandates, List<String> languages, Set<String> have) {
        var ended = mandates.stream().filter(mandate -> have.contains("mandate-ends/" + mandate + ".json")).toList();
        return Stream.of(Stream.of("record.json", "act.json", "proof.tlog-proof"), each("statements/", parties, ".json"),
                        each("parties/", parties, ".json", ".tlog-proof"), each("mandates/", mandates, ".json", ".tlog-proof"),
                        each("mandate-ends/", ended, ".json", ".tlog-proof"), Stream.of("policy.txt"),
                        each("text/", languages, ".txt"), each("READ-ME.", languages, ".txt"))
                .flatMap(names -> names).toList();
    }
    private static Stream<String> each(String folder, List<String> names, String... endings) {
        return names.stream().flatMap(name -> Stream.of(endings).map(ending -> folder + name + ending));
    }

    // -------------------------------------------------------------------------------------- statements and who signed
    /** A DSSE envelope with one signature, over a statement of one kind. */
    record Envelope(String file, byte[] bytes, String type, byte[] payload, Doc says, Doc signature) {
        static Envelope of(String file, Map<String, byte[]> files, String kind, String... members) { return of(file, files.get(file), kind, members); }
        static Envelope of(String file, byte[] bytes, String kind, String... members) {
            var envelope = Doc.of(file, bytes).only("payload", "payloadType", "signatures");
            var payload = envelope.bytes("payload");
            var says = Doc.of(file, payload).is(kind, members);
            says.instant("at");
            var type = envelope.text("payloadType");
            need(type.equals(says.text("type")), "shape", file, "payloadType");
            var signatures = envelope.children("signatures");
            need(signatures.size() == 1, "shape", file, "signatures");
            return new Envelope(file, bytes, type, payload, says, signatures.getFirst());
        }
        /** A mandate or its end: by this party's key, for this party, in this committee. */
        void issuedBy(Key authority, String party, String mandate, String committee) {
            signedBy(authority);
            need(says.id("mandate").equals(mandate), "mandate", file);
            need(says.id("party").equals(party), "party", file);
            need(says.id("committee").equals(committee), "committee", file);
        }
        /** Signed is DSSE's pre-authentication encoding; a passkey signs its SHA-256, as its challenge. */
        void signedBy(Key key) {
            var message = concat(("DSSEv1 " + type.length() + " " + type + " " + payload.length + " ").getBytes(UTF_8), payload);
            boolean passkey = !key.origins.isEmpty();
            signature.only(passkey ? new String[] {"keyid", "sig", "webauthn"} : new String[] {"keyid", "sig"});
            need(signature.text("keyid").equals(key.fingerprint()), "other-key", file);
            need(key.verifies(passkey ? assertion(key, message) : message, signature.bytes("sig")), "signature", file);
        }
        /** What a passkey's authenticator signed, once it is known to be for this and for nothing else (WebAuthn, 7.2). */
        private byte[] assertion(Key key, byte[] message) {
            var webauthn = signature.child("webauthn").only("authenticatorData", "clientDataJSON");
            var client = webauthn.bytes("clientDataJSON");
            var says = new Doc(file, Json.object(utf8(client, file), file));
            need(says.text("type").equals("webauthn.get"), "passkey", file, "type");
            var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(message));
            need(says.text("challenge").equals(challenge), "passkey", file, "challenge");
            need(key.origins.contains(says.text("origin")), "passkey", file, "origin");
            need(!says.all.containsKey("crossOrigin") || says.all.get("crossOrigin").equals(false), "passkey", file, "crossOrigin");
            need(!says.all.containsKey("topOrigin"), "passkey", file, "topOrigin");
            var data = webauthn.bytes("authenticatorData");
            need(data.length >= 37 && (data[32] & 0x40) == 0 && (data[32] < 0) == data.length > 37, "shape", file, "authenticatorData");
            need(Arrays.equals(Arrays.copyOf(data, 32), sha256(key.rpId.getBytes(UTF_8))), "passkey", file, "rpId");
            need((data[32] & 0x01) != 0, "passkey", file, "UP");
            need((data[32] & 0x04) != 0, "passkey", file, "UV");
            need((data[32] & 0x18) != 0x10, "passkey", file, "BE, BS");
            return concat(data, sha256(client));
        }
    }
    /** A public key: of a file (Ed25519), or of a passkey (ES256 or EdDSA), which alone has a relying party and origins. */
    record Key(String alg, byte[] spki, String rpId, List<String> origins) {
        private static final String ED25519 = "302a300506032b6570032100", P256 = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
        /** Points of small order, in hexadecimal: under such a key of Ed25519 one signature holds for many messages. */
        private static final String WEAK = "0[01](00){30}[08]0|e[cde](ff){30}[7f]f|26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc[08]5"
                + "|c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03[7f]a";
        private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
        static Key of(Doc says) {
            var alg = says.text("alg");
            var spki = hex(says.bytes("spki"));
            boolean es256 = alg.equals("ES256"), passkey = !alg.equals("Ed25519");
            need(alg.matches("Ed25519|EdDSA|ES256") && spki.matches(es256 ? P256 + "(..){64}" : ED25519 + "(?!" + WEAK + ")(..){32}"), "key", says.file);
            says.only(passkey ? new String[] {"alg", "spki", "cose", "credential", "rpId", "origins"} : new String[] {"alg", "spki"});
            var key = new Key(alg, hex(spki), passkey ? says.text("rpId") : "", passkey ? says.texts("origins") : List.of());
            // An authenticator writes the same key in its own way; its pages belong to its relying party.
            var cose = es256 ? "a5010203262001215820" + spki.substring(54, 118) + "225820" + spki.substring(118)
                    : "a4010103272006215820" + spki.substring(24);
            need(!passkey || hex(says.bytes("cose")).equals(cose) && says.bytes("credential").length > 0, "key", says.file);
            need(!passkey || key.rpId.matches(LABEL + "(\\." + LABEL + "){0,8}") && !key.origins.isEmpty(), "key", says.file);
            var home = (key.rpId.matches("(.+[.])?localhost") ? "https?" : "https") + "://(" + LABEL + "\\.)*" + Pattern.quote(key.rpId);
            need(key.origins.stream().allMatch(one -> one.matches(home + "(:[1-9][0-9]{0,4})?")), "key", says.file);
            return key;
        }
        static Key ed25519(byte[] raw) { return new Key("Ed25519", hex(ED25519 + hex(raw)), "", List.of()); }
        String fingerprint() { return hex(sha256(spki)); }
        boolean verifies(byte[] message, byte[] sig) {
            try {
                boolean es256 = alg.equals("ES256");
                var verifier = java.security.Signature.getInstance(es256 ? "SHA256withECDSA" : "Ed25519");
                verifier.initVerify(KeyFactory.getInstance(es256 ? "EC" : "Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
                verifier.update(message);
                return verifier.verify(sig);
            } catch (GeneralSecurityException e) { return false; }
        }
    }

    // ------------------------------------------------------------------------------------- the log and its witnesses
    /** c2sp.org/tlog-proof@v1: where an entry stands in the log, and the way from there to the root. */
    record Proof(String file, long index, List<byte[]> path, Checkpoint checkpoint) {
        static Proof of(String file, Map<String, byte[]> files) {
            var text = utf8(files.get(file), file);
            int end = Math.max(text.indexOf("\n\n"), 0);
            var lines = new LinkedList<>(List.of(text.substring(0, end).split("\n", -1)));
            need(lines.removeFirst().equals("c2sp.org/tlog-proof@v1") && !lines.isEmpty(), "shape", file, "tlog-proof");
            // The extra line is of no consequence: nothing signs it.
            if (lines.getFirst().startsWith("extra ")) base64(lines.removeFirst().substring(6), file);
            var index = lines.isEmpty() ? "" : lines.removeFirst();
            need(index.startsWith("index ") && decimal(index.substring(6)), "shape", file, "index");
            var path = lines.stream().map(line -> base64(line, file)).toList();
            return new Proof(file, Long.parseLong(index.substring(6)), path, Checkpoint.of(text.substring(end + 2), file));
        }
        /** The index of this entry, once it is proven that the tree of this checkpoint has it there. */
        long holds(byte[] entry, Checkpoint common) {
            need(checkpoint.note.equals(common.note), "other-checkpoint", file);
            need(index < common.size && Arrays.equals(root(sha256(new byte[] {0}, entry), index, common.size, path), common.root), "inclusion", file);
            return index;
        }
        /** A tree's root from one leaf and its path, by the definition of the tree (RFC 6962, section 2.1). */
        private byte[] root(byte[] leaf, long index, long size, List<byte[]> path) {
            need(path.isEmpty() == (size == 1), "inclusion", file);
            if (size == 1) return leaf;
            long left = Long.highestOneBit(size - 1);
            var rest = path.subList(0, path.size() - 1);
            return index < left ? sha256(new byte[] {1}, root(leaf, index, left, rest), path.getLast())
                    : sha256(new byte[] {1}, path.getLast(), root(leaf, index - left, size - left, rest));
        }
    }
    /** c2sp.org/tlog-checkpoint as a c2sp.org/signed-note; {@code times} fills with when each witness cosigned. */
    record Checkpoint(String note, String body, String origin, long size, byte[] root, Map<String, Instant> times) {
        static Checkpoint of(String note, String file) {
            var body = note.substring(0, Math.max(note.lastIndexOf("\n\n"), 0) + 1);
            var lines = body.split("\n", -1);
            need(note.endsWith("\n") && lines.length == 4 && !lines[0].isEmpty(), "shape", file, "checkpoint");
            need(decimal(lines[1]) && base64(lines[2], file).length == 32, "shape", file, "checkpoint");
            return new Checkpoint(note, body, lines[0], Long.parseLong(lines[1]), base64(lines[2], file), new HashMap<>());
        }
        List<String> signatures() { return List.of(note.substring(body.length() + 1, note.length() - 1).split("\n", -1)); }
    }
    /** A verifier key of a signed note: its name, its type (1: a log, 4: a witness), its Ed25519 key. */
    record NoteKey(String text, String name, byte[] id, byte type, Key key) {
        static NoteKey of(String text, int type, String file) {
            var parts = text.split("\\+", 3);
            var raw = base64(parts[parts.length - 1], file);
            need(parts.length == 3 && !parts[0].isEmpty() && raw.length == 33 && raw[0] == type, "policy", file, text);
            var id = Arrays.copyOf(sha256(parts[0].getBytes(ISO_8859_1), new byte[] {'\n'}, raw), 4);
            need(parts[1].equals(hex(id)), "policy", file, text);
            var key = Key.ed25519(Arrays.copyOfRange(raw, 1, 33));
            return new NoteKey(text, new String(parts[0].getBytes(ISO_8859_1), UTF_8), id, raw[0], key);
        }
        /** Whether a line of a note is by this key; if it is, it must be right (c2sp.org/tlog-cosignature, version 1). */
        boolean signed(Checkpoint checkpoint, String line) {
            var parts = line.split(" ", -1);
            need(parts.length == 3 && parts[0].equals("—") && !parts[1].isEmpty(), "signature-line", line);
            var raw = base64(parts[2], "checkpoint");
            if (!parts[1].equals(name) || !Arrays.equals(Arrays.copyOf(raw, 4), id)) return false;
            need(raw.length == (type == 1 ? 68 : 76), "signature", name);
            long time = type == 1 ? 0 : ByteBuffer.wrap(raw).getLong(4);
            need(time >= 0 && time < 253_402_300_800L, "signature", name);
            checkpoint.times.put(text, Instant.ofEpochSecond(time));
            var message = (type == 1 ? "" : "cosignature/v1\ntime " + time + "\n") + checkpoint.body;
            var sig = Arrays.copyOfRange(raw, raw.length - 64, raw.length);
            need(key.verifies(message.getBytes(UTF_8), sig), "signature", name);
            return true;
        }
    }
    /** c2sp.org/tlog-policy: logs, witnesses, and by the name of a witness or group, whether these signers suffice for it. */
    record Policy(List<NoteKey> logs, List<NoteKey> witnesses, Map<String, Predicate<List<NoteKey>>> rules, String quorum) {
        static Policy of(byte[] bytes, String file) {
            var text = new String(bytes, ISO_8859_1); // octets, not characters: the format says so
            need(text.matches("[\\t\\n\\x20-\\x7e\\x80-\\xff]*+") && text.endsWith("\n"), "policy", file, "");
            var logs = new ArrayList<NoteKey>();
            var witnesses = new ArrayList<NoteKey>();
            var rules = new HashMap<String, Predicate<List<NoteKey>>>(Map.of("none", signers -> true));
            var quorum = new ArrayList<String>();
            var once = new HashSet<>(Set.of("none"));
            for (var line : text.lines().map(line -> line.replaceAll("[ \\t]+", " ").strip()).toList()) {
                var words = List.of(line.split(" "));
                var name = words.size() > 1 ? words.get(1) : "";
                boolean named = rules.containsKey(name);
                if (words.getFirst().equals("log") && (words.size() == 2 || words.size() == 3)) {
                    logs.add(NoteKey.of(name, 1, file));
                    need(once.add("log " + logs.getLast().key.fingerprint()), "policy", file, line);
                } else if (words.getFirst().equals("witness") && (words.size() == 3 || words.size() == 4) && !named) {
                    var key = NoteKey.of(words.get(2), 4, file);
                    need(once.add("witness " + key.key.fingerprint()), "policy", file, line);
                    witnesses.add(key);
                    rules.put(name, signers -> signers.contains(key));
                } else if (words.getFirst().equals("group") && words.size() > 3 && !named) {
                    var of = words.subList(3, words.size());
                    need(of.stream().allMatch(one -> rules.containsKey(one) && once.add(one)), "policy", file, line);
                    var k = words.get(2).replaceFirst("^all$", of.size() + "").replaceFirst("^any$", "1");
                    need(k.matches("[1-9][0-9]{0,3}") && Integer.parseInt(k) <= of.size(), "policy", file, line);
                    rules.put(name, signers -> of.stream().filter(one -> rules.get(one).test(signers)).count() >= Integer.parseInt(k));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    need(words.getFirst().equals("quorum") && words.size() == 2 && named, "policy", file, line);
                    quorum.add(name);
                }
            }
            need(quorum.size() == 1 && !logs.isEmpty(), "policy", file, "quorum");
            return new Policy(logs, witnesses, rules, quorum.getFirst());
        }
        /** Who signed: the log, then witnesses. If strict, nobody else may have; if not, unknown keys are ignored. */
        List<NoteKey> judge(Checkpoint checkpoint, boolean strict, String quorum) {
            var signers = new ArrayList<NoteKey>();
            for (var line : checkpoint.signatures()) {
                var log = logs.stream().filter(one -> one.name.equals(checkpoint.origin) && one.signed(checkpoint, line)).findFirst();
                var by = log.or(() -> witnesses.stream().filter(one -> one.signed(checkpoint, line)).findFirst());
                boolean right = by.isPresent() && log.isPresent() == signers.isEmpty() && !signers.contains(by.get());
                need(right || !strict, "signature-line", line);
                by.ifPresent(key -> signers.add(log.isPresent() ? 0 : signers.size(), key));
            }
            need(!signers.isEmpty() && signers.getFirst().type == 1, "log-unsigned", checkpoint.origin);
            need(rules.get(quorum).test(signers), "few-witnesses", signers.stream().skip(1).distinct().count());
            return signers;
        }
    }

    // ------------------------------------------------------------------------------------------------ canonical JSON
    /** An object of a file, asked for its members; a member that is not as it must be is a fault that names it. */
    record Doc(String file, Map<?, ?> all) {
        /** From bytes that must be canonical (RFC 8785): written again from what they say, they are the same. */
        static Doc of(String file, byte[] bytes) {
            need(bytes != null, "files");
            var text = utf8(bytes, file);
            var all = Json.object(text, file);
            need(write(all).equals(text) && plain(text), "json", file);
            return new Doc(file, all);
        }
        /** An object of this kind, with these members and no other. */
        Doc is(String kind, String... members) {
            need(text("type").equals("application/vnd.tatabbu." + kind + ".v1+json"), "shape", file, "type");
            return only(Stream.concat(Stream.of("type"), Stream.of(members)).toArray(String[]::new));
        }
        Doc only(String... members) {
            need(all.keySet().equals(Set.of(members)), "shape", file, String.join(", ", members));
            return this;
        }
        String text(String name) { return get(name, String.class); }
        byte[] bytes(String name) { return base64(text(name), file); }
        long number(String name) { return get(name, Long.class); }
        Doc child(String name) { return new Doc(file, get(name, Map.class)); }
        List<String> texts(String name) { return list(name, String.class); }
        List<Doc> children(String name) { return list(name, Map.class).stream().map(each -> new Doc(file, each)).toList(); }
        String id(String name) {
            need(text(name).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "shape", file, name);
            return text(name);
        }
        /** In whole seconds, and written as Java writes it again. */
        Instant instant(String name) {
            try {
                need(text(name).length() == 20 && Instant.parse(text(name)).toString().equals(text(name)), "shape", file, name);
                return Instant.parse(text(name));
            } catch (DateTimeException e) { throw new Fault(step("shape", file, name)); }
        }
        /** What may be absent: an object, objects, a text or a number as it is written, a text in a language. */
        Doc part(String name) { return all.containsKey(name) ? child(name) : new Doc(file, Map.of()); }
        List<Doc> parts(String name) { return all.containsKey(name) ? children(name) : List.of(); }
        String word(String name) { return !all.containsKey(name) ? "" : all.get(name) instanceof Long number ? number + "" : text(name); }
        String said(String name, String lang) { return part(name).word(lang); }
        private <T> List<T> list(String name, Class<T> type) {
            List<?> list = get(name, List.class);
            need(list.stream().allMatch(type::isInstance), "shape", file, name);
            return list.stream().map(type::cast).toList();
        }
        private <T> T get(String name, Class<T> type) {
            need(type.isInstance(all.get(name)), "shape", file, name);
            return type.cast(all.get(name));
        }
    }
    /** Reads JSON without fractions and null; a name given twice is a fault. */
    static final class Json {
        private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/bfnrt]))");
        private static final Pattern WORD = Pattern.compile("true|false|(0|-?[1-9][0-9]{0,14})");
        private final String text, file;
        private int at;
        private Json(String text, String file) { this.text = text; this.file = file; }
        static Map<?, ?> object(String text, String file) {
            var json = new Json(text, file);
            var value = json.value(0);
            need(json.peek() == 0 && json.at == text.length() && value instanceof Map, "json", file);
            return (Map<?, ?>) value;
        }
        private Object value(int depth) {
            char first = peek();
            if (first != '{' && first != '[') return first == '"' ? string() : word();
            var members = new TreeMap<String, Object>();
            var elements = new ArrayList<>();
            need(depth < 64 && take(first), "json", file);
            for (boolean more = false; !take(first == '{' ? '}' : ']'); more = true) {
                need(!more || take(','), "json", file);
                need(first == '[' || peek() == '"', "json", file);
                var name = first == '[' ? "" : string();
                need(first == '[' || take(':') && !members.containsKey(name), "json", file);
                elements.add(value(depth + 1));
                members.put(name, elements.getLast());
            }
            return first == '{' ? members : elements;
        }
        private String string() {
            int start = ++at;
            while (at < text.length() && text.charAt(at) != '"') at += text.charAt(at) == '\\' ? 2 : 1;
            need(at < text.length(), "json", file);
            var raw = text.substring(start, at++);
            need(ESCAPE.matcher(raw).replaceAll("").chars().allMatch(c -> c >= 0x20 && c != '\\'), "json", file);
            return ESCAPE.matcher(raw).replaceAll(escape -> Matcher.quoteReplacement(Character.toString(escape.group(2) == null
                    ? Integer.parseInt(escape.group(1), 16)
                    : "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(escape.group(2))))));
        }
        private Object word() {
            var word = WORD.matcher(text).region(at, text.length());
            need(word.lookingAt(), "json", file);
            at = word.end();
            return word.start(1) >= 0 ? Long.valueOf(word.group(1)) : (Object) word.group().equals("true");
        }
        private boolean take(char c) { return peek() == c && ++at > 0; }
        /** The next character that is not white space, 0 at the end. */
        private char peek() {
            while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) at++;
            return at < text.length() ? text.charAt(at) : 0;
        }
    }
    /** RFC 8785: names in the order of their UTF-16 units, no white space, the shortest escapes. */
    static String write(Object value) {
        return switch (value) {
            case Map<?, ?> all -> all.entrySet().stream()
                    .map(member -> write(member.getKey()) + ":" + write(member.getValue())).collect(Collectors.joining(",", "{", "}"));
            case List<?> all -> all.stream().map(Verify::write).collect(Collectors.joining(",", "[", "]"));
            case String text -> text.chars().mapToObj(c -> {
                int plain = "\"\\\b\f\n\r\t".indexOf(c);
                return plain >= 0 ? "\\" + "\"\\bfnrt".charAt(plain) : c < 0x20 ? "\\u%04x".formatted(c) : Character.toString(c);
            }).collect(Collectors.joining("", "\"", "\""));
            default -> value.toString();
        };
    }
    /** Whether a text is in NFC and has no unseen character that changes the order in which it is read. */
    static boolean plain(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints().noneMatch(c -> c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e
                        || c == 0x200f || c == 0x61c || c != '\n' && Character.isISOControl(c));
    }

    // --------------------------------------------------------------------------------------------------- the archive
    /** The files of an archive that is, byte for byte, the one way to write them: stored, in order, dated 1980-01-01. */
    static Map<String, byte[]> unpack(byte[] zip) {
        var files = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() > 30 && in.getInt(in.position()) == 0x04034b50) {
            int size = in.getInt(in.position() + 22);
            int name = in.getShort(in.position() + 26);
            need(size >= 0 && name > 0 && in.remaining() - 30L - name >= size, "archive-bytes");
            var file = Arrays.copyOfRange(zip, in.position() + 30, in.position() + 30 + name);
            in.position(in.position() + 30 + name + size);
            var bytes = Arrays.copyOfRange(zip, in.position() - size, in.position());
            need(files.put(new String(file, ISO_8859_1), bytes) == null, "archive-bytes");
        }
        need(Arrays.equals(pack(files), zip), "archive-bytes");
        return files;
    }
    static byte[] pack(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            var crc = new CRC32();
            crc.update(bytes);
            var size = little(bytes.length);
            var head = concat(hex("0a000000000000002100"), little((int) crc.getValue()), size, size, little(name.length()));
            directory.writeBytes(concat(hex("504b01020a00"), head, new byte[10], little(out.size()), name.getBytes(ISO_8859_1)));
            out.writeBytes(concat(hex("504b0304"), head, name.getBytes(ISO_8859_1), bytes));
        });
        var count = Arrays.copyOf(little(files.size()), 2);
        return concat(out.toByteArray(), directory.toByteArray(), hex("504b050600000000"), count, count,
                little(directory.size()), little(out.size()), new byte[2]);
    }

    // --------------------------------------------------------------------------------------------------- small things
    private static void need(boolean holds, String code, Object... about) {
        if (!holds) throw new Fault(step(code, about));
    }
    private static List<String> step(String code, Object... about) {
        return Stream.concat(Stream.of(code), Arrays.stream(about).map(String::valueOf)).toList();
    }
    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(concat(parts));
        } catch (NoSuchAlgorithmException e) { throw new IllegalStateException(e); }
    }
    private static byte[] little(int number) { return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array(); }
    private static String hex(byte[] bytes) { return HexFormat.of().formatHex(bytes); }
    private static byte[] hex(String digits) { return HexFormat.of().parseHex(digits); }
    private static String base64(byte[] bytes) { return Base64.getEncoder().encodeToString(bytes); }
    /** Only the one way to write these bytes is read. */
    private static byte[] base64(String text, String file) {
        need(text.matches("([A-Za-z0-9+/]{4})*+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"), "shape", file, "base64");
        var bytes = Base64.getDecoder().decode(text);
        need(base64(bytes).equals(text), "shape", file, "base64");
        return bytes;
    }
    private static String utf8(byte[] bytes, String file) {
        var text = new String(bytes, UTF_8);
        need(Arrays.equals(text.getBytes(UTF_8), bytes), "shape", file, "UTF-8");
        return text;
    }
    private static boolean decimal(String text) { return text.matches("0|[1-9][0-9]{0,14}"); }
    /** What people compare of a fingerprint: its first 32 digits in groups of four, and two check digits (ISO 7064). */
    private static String code(String print) {
        int rest = new BigInteger(print.substring(0, 32), 16).multiply(BigInteger.valueOf(100)).mod(BigInteger.valueOf(97)).intValue();
        return print.substring(0, 32).replaceAll("(.{4})", "$1 ") + (98 - rest) / 10 + (98 - rest) % 10;
    }

    // ------------------------------------------------------------------------------------------ calling it, and words
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        var given = new HashMap<>(Map.of("--lang", Locale.getDefault().getLanguage()));
        var authorities = new LinkedHashMap<String, String>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            var told = args[i + 1].split("=(?=[^=]*$)");
            if (args[i].equals("--authority") && told.length == 2) {
                authorities.put(told[0].strip(), told[1].replaceAll("[ :]", "").toLowerCase(Locale.ROOT));
            } else {
                given.put(args[i], args[i + 1]);
            }
        }
        boolean right = args.length % 2 == 1 && Set.of("--lang", "--policy", "--checkpoint").containsAll(given.keySet());
        var lang = List.of("ar", "fr").contains(given.get("--lang")) ? given.get("--lang") : "en";
        if (!right || !Files.isReadable(Path.of(args[0]))) {
            out.println(say(List.of("usage"), lang));
            System.exit(2);
        }
        try {
            var known = new Known(authorities, read(given.get("--policy")), read(given.get("--checkpoint")));
            var steps = check(read(args[0]), known, lang);
            steps.forEach(step -> out.println((step.getFirst().equals("kept-open") ? "– " : "✓ ") + say(step, lang)));
            boolean told = steps.stream().noneMatch(step -> step.getFirst().equals("party-key"));
            out.println("\n" + say(List.of("holds"), lang) + (told ? "" : "\n" + say(List.of("compare"), lang)));
        } catch (Fault fault) {
            out.println("✗ " + say(fault.what, lang) + "\n\n" + say(List.of("fails"), lang));
            System.exit(1);
        }
    }
    private static byte[] read(String file) throws IOException { return file == null ? new byte[0] : Files.readAllBytes(Path.of(file)); }
    /** A step or a fault in plain words. What is read from left to right has a line of its own, for terminals' sake. */
    private static String say(List<String> what, String lang) {
        var row = WORDS.lines().map(line -> line.split(" \\| ")).filter(one -> one[0].equals(what.getFirst())).findFirst();
        return PLACE.matcher(row.orElseThrow()[List.of("", "en", "fr", "ar").indexOf(lang)]).replaceAll(place -> Matcher.quoteReplacement(
                place.group(1) == null ? "\n  " : shown(what.get(Integer.parseInt(place.group(1)) + 1))));
    }
    /** Whatever could steer a terminal, turn the line or the order in which it is read, is written out: a bundle may be hostile. */
    private static String shown(String text) {
        return UNSEEN.matcher(text).replaceAll(c -> Matcher.quoteReplacement("\\u{%x}".formatted(c.group().codePointAt(0))));
    }
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}|¶"), UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final String WORDS = """
        usage | java Verify.java bundle.zip [--lang ar|fr|en] [--authority PARTY=FINGERPRINT]… [--policy FILE] [--checkpoint FILE] | java Verify.java bundle.zip [--lang ar|fr|en] [--authority PARTIE=EMPREINTE]… [--policy FICHIER] [--checkpoint FICHIER] | java Verify.java bundle.zip [--lang ar|fr|en] [--authority PARTY=FINGERPRINT]… [--policy FILE] [--checkpoint FILE]
        holds | All of this holds. | Tout cela est exact. | كل ما سبق صحيح.
        fails | The bundle proves nothing as it is. Ask for it again where it came from; if the same is said again, tell the other party. | En l’état, ce dossier ne prouve rien. Redemandez-le à sa source ; si le résultat est le même, prévenez l’autre partie. | لا تُثبت هذه الحزمة شيئًا على حالها. اطلبها من مصدرها مرة أخرى، فإن تكررت النتيجة فأبلغ الطرف الآخر.
        compare | Compare each fingerprint with the one in that party’s note verbale, or give it with --authority: only paper tells whose key this is. | Comparez chaque empreinte à celle de la note verbale de la partie, ou donnez-la avec --authority : seul le papier dit à qui est cette clé. | قارن كل بصمة بما في المذكرة الشفوية للطرف المعني، أو أعطها بالخيار --authority: فالورق وحده يدل على صاحب المفتاح.
        archive | The bundle has its {0} files, byte for byte as the format wants them. | Le dossier contient ses {0} fichiers, conformes au format à l’octet près. | ملفات الحزمة كاملة ومطابقة للصيغة المقررة بايتًا ببايت، وعددها {0}.
        act-conclusions | Conclusions No {0}, {1},¶adopted at {2} | Conclusions n° {0}, {1},¶adoptées le {2} | الخلاصات رقم {0}، {1}، اعتُمدت في:¶{2}
        act-decision | Decision No {0}, {1},¶adopted at {2} | Décision n° {0}, {1},¶adoptée le {2} | القرار رقم {0}، {1}، اعتُمد في:¶{2}
        act-recommendation | Recommendation No {0}, {1},¶adopted at {2} | Recommandation n° {0}, {1},¶adoptée le {2} | التوصية رقم {0}، {1}، اعتُمدت في:¶{2}
        act-statement | Statement No {0}, {1},¶adopted at {2} | Déclaration n° {0}, {1},¶adoptée le {2} | البيان رقم {0}، {1}، اعتُمد في:¶{2}
        digest | The record that was adopted is named by its digest (SHA-256):¶{0} | Le texte adopté a pour empreinte (SHA-256) :¶{0} | بصمة النص المعتمد (SHA-256):¶{0}
        texts | The texts for reading say what the record says, and nothing else ({0}). | Les textes à lire disent ce que dit le texte adopté, et rien d’autre ({0}). | النصوص المعدّة للقراءة تقول ما يقوله النص المعتمد ولا تزيد عليه ({0}).
        log | The log {0} has the act as entry {1} (from 0) of {2}, and signed it with¶{3} | Le journal {0} a l’acte pour entrée {1} (à partir de 0) sur {2}, et l’a signé avec¶{3} | السجل الشفاف فيه الوثيقة في المدخل {1} (بدءًا من 0) من {2}، ووقّعه بالمفتاح:¶{3}
        witness | Witness {0} saw the same log at {1}:¶{2} | Le témoin {0} a vu ce même journal le {1} :¶{2} | رأى شاهد السجل نفسه:¶{0}¶{1}¶{2}
        quorum | The policy of the bundle is satisfied; witnesses who cosigned: {0}. | La règle du dossier est respectée ; témoins ayant contresigné : {0}. | استوفت الحزمة سياستها، وعدد الشهود الذين وقّعوا معها {0}.
        no-quorum | The policy of the bundle asks for no witness: nobody but the host vouches for the log. | La règle du dossier n’exige aucun témoin : l’hébergeur seul répond du journal. | لا تشترط سياسة الحزمة شاهدًا: فلا يشهد على السجل غير الجهة المضيفة.
        own-policy | Your own policy is satisfied too. | Votre propre règle est également respectée. | واستُوفيت سياستك أنت كذلك.
        party-key | {0} made its key known in the log; its short code and fingerprint:¶{1}¶{2} | {0} a inscrit sa clé au journal ; code court et empreinte :¶{1}¶{2} | أعلن {0} مفتاحه في السجل، وهذان رمزه القصير وبصمته:¶{1}¶{2}
        party-told | {0} made its key known in the log, and it has the fingerprint that you gave:¶{1}¶{2} | {0} a inscrit sa clé au journal, avec l’empreinte que vous avez donnée :¶{1}¶{2} | أعلن {0} مفتاحه في السجل، وبصمته هي التي أعطيتها:¶{1}¶{2}
        adopted-head | {0} adopted it: {1}, head, had its mandate and signed at¶{2} | {0} l’a adopté : {1} (chef de délégation) avait mandat et a signé le¶{2} | اعتمده {0}، ووقّع عنه بتفويض منه {1} (رئاسة الوفد) في:¶{2}
        adopted-alternate | {0} adopted it: {1}, alternate, had its mandate and signed at¶{2} | {0} l’a adopté : {1} (suppléance) avait mandat et a signé le¶{2} | اعتمده {0}، ووقّع عنه بتفويض منه {1} (النيابة عن رئاسة الوفد) في:¶{2}
        kept | At size {0} the log is the one that you kept. | À la taille {0}, le journal est celui que vous aviez gardé. | السجل عند الحجم {0} هو السجل الذي احتفظت به.
        kept-open | Not compared: the bundle tells no root for size {0}, which you kept. Compare it with the log itself. | Non comparé : le dossier ne donne pas de racine pour la taille {0} que vous aviez gardée. Comparez avec le journal même. | لم يُقارَن: لا تذكر الحزمة جذر السجل عند الحجم {0} الذي احتفظت به. قارنه بالسجل نفسه.
        archive-bytes | The file is not a bundle, or a byte of it was changed. | Ce fichier n’est pas un dossier de preuve, ou un octet en a été changé. | ليس الملف حزمة إثبات، أو غُيّر فيه بايت.
        files | The bundle lacks a file, has one too many, or has them in another order. | Il manque un fichier au dossier, il y en a un de trop, ou l’ordre est autre. | ينقص الحزمة ملف، أو فيها ملف زائد، أو ترتيبها غير الترتيب المقرر.
        json | {0} is not canonical JSON. | {0} n’est pas du JSON canonique. | الملف ليس بصيغة JSON القانونية:¶{0}
        shape | {0} is not as its format says: {1} | {0} n’est pas conforme à son format : {1} | الملف غير مطابق لصيغته:¶{0}: {1}
        record | {0} is about another record. | {0} porte sur un autre texte. | الملف يخص نصًا آخر:¶{0}
        committee | {0} is about another committee. | {0} concerne une autre commission. | الملف يخص لجنة أخرى:¶{0}
        party | {0} is of another party. | {0} est d’une autre partie. | الملف لطرف آخر:¶{0}
        mandate | {0} is of another mandate. | {0} est d’un autre mandat. | الملف لتفويض آخر:¶{0}
        each-party | There is not one adoption of every party of the record, and no other. | Il n’y a pas une adoption, et une seule, de chaque partie du texte. | ليس في الوثيقة اعتماد واحد لا غير من كل طرف من أطراف النص.
        statement | A file in statements/ is not the adoption that the log has. | Un fichier de statements/ n’est pas l’adoption inscrite au journal. | أحد الملفات الآتية ليس الاعتماد الذي في السجل:¶statements/
        other-text | {0} adopts another text than the first party did. | {0} adopte un autre texte que la première partie. | الملف يعتمد نصًا غير الذي اعتمده الطرف الأول:¶{0}
        text | {0} is not the file that the act names. | {0} n’est pas le fichier que nomme l’acte. | الملف ليس ما تسميه الوثيقة:¶{0}
        reading | {0} does not say what the record says, or says more. | {0} ne dit pas ce que dit le texte adopté, ou en dit plus. | الملف لا يقول ما يقوله النص المعتمد، أو يزيد عليه:¶{0}
        annex | The record names an annex that the bundle lacks. | Le texte adopté nomme une annexe qui manque au dossier. | يسمّي النص المعتمد مرفقًا لا تتضمنه الحزمة.
        policy | {0} cannot be read as a policy: {1} | {0} ne se lit pas comme une règle : {1} | لا يُقرأ الملف سياسةً:¶{0}: {1}
        signature-line | The checkpoint has a signature of somebody whom the policy does not name, twice, or out of place:¶{0} | Une signature du point de contrôle est d’un inconnu, en double ou mal placée :¶{0} | على نقطة التحقق توقيع ممن لا تسميه السياسة، أو توقيع مكرر أو في غير موضعه:¶{0}
        log-unsigned | The checkpoint of {0} is not signed by a log of the policy. | Le point de contrôle de {0} n’est pas signé par un journal de la règle. | نقطة التحقق غير موقعة من سجل تسميه السياسة:¶{0}
        few-witnesses | Witnesses who cosigned: {0}. The policy wants more, or others. | Témoins ayant contresigné : {0}. La règle en veut davantage, ou d’autres. | عدد الشهود الموقعين {0}، والسياسة تريد أكثر منهم أو غيرهم.
        other-checkpoint | {0} has another checkpoint than the act. | {0} a un autre point de contrôle que l’acte. | نقطة التحقق في الملف غير نقطة الوثيقة:¶{0}
        inclusion | {0} does not prove that its entry is in the log. | {0} ne prouve pas que son entrée est au journal. | لا يُثبت الملف أن مدخله في السجل:¶{0}
        order | {0} stands in the log before its party or after the act. | {0} est au journal avant sa partie ou après l’acte. | الملف في السجل قبل طرفه أو بعد الوثيقة:¶{0}
        ended | The mandate of {0} had ended before the act. | Le mandat de {0} avait pris fin avant l’acte. | انتهى تفويض {0} قبل الوثيقة.
        key | A key in {0} is not as its format says. | Une clé de {0} n’est pas conforme à son format. | في الملف مفتاح غير مطابق لصيغته:¶{0}
        other-key | {0} is signed by another key. | {0} est signé par une autre clé. | الملف موقع بمفتاح آخر:¶{0}
        signature | The signature of {0} is wrong. | La signature de {0} est fausse. | توقيع الملف غير صحيح:¶{0}
        passkey | {0} has a passkey’s answer to something else: {1} | {0} contient la réponse d’une clé d’accès à autre chose : {1} | في الملف جواب مفتاح مرور عن أمر آخر:¶{0}: {1}
        authority | The key of {0} has not the fingerprint that you gave, but¶{1} | La clé de {0} n’a pas l’empreinte que vous avez donnée, mais¶{1} | بصمة مفتاح {0} ليست التي أعطيتها، بل:¶{1}
        authority-unknown | No party of the record is called {0}. | Aucune partie du texte ne s’appelle {0}. | ليس في أطراف النص من اسمه {0}.
        before-mandate | {0}’s signature is from before its mandate. | La signature de {0} est antérieure à son mandat. | توقيع {0} سابق على تفويضه.
        after-mandate | {0}’s signature is from after its mandate. | La signature de {0} est postérieure à son mandat. | توقيع {0} لاحق لتفويضه.
        adopted-before | The act is from before {0} signed. | L’acte est antérieur à la signature de {0}. | الوثيقة سابقة على توقيع {0}.
        not-after | The act is from after {0}’s signature had expired. | L’acte est postérieur à l’expiration de la signature de {0}. | الوثيقة لاحقة لانقضاء أجل توقيع {0}.
        saw-later | {0} signed after having seen a log that has this act already. | {0} a signé après avoir vu un journal qui contient déjà cet acte. | وقّع {0} بعد أن رأى سجلًا يتضمن هذه الوثيقة.
        two-logs | Two different logs: one of them was shown to somebody else. | Deux journaux différents : l’un d’eux a été montré à quelqu’un d’autre. | سجلان مختلفان: عُرض أحدهما على غيرك.
        """;
}
