// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tatabbu.proof.Scribe.base64;
import static org.tatabbu.proof.Scribe.hex;
import static org.tatabbu.proof.Scribe.sha256;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How two parties came to adopt a text, from their keys to the bundle. Whoever wants another story changes what is
 * said before {@link #files} signs it, or the files after.
 */
final class Story {
    static final String SEEN = "2026-11-24T11:00:00Z";
    static final String ADOPTED = "2026-11-24T11:25:05Z";

    final Map<String, Object> record = new HashMap<>();
    final Map<String, Object> act = new HashMap<>();
    final List<Side> sides = new ArrayList<>();
    final PaperLog log = new PaperLog("committee.example/log");
    final Map<String, KeyPair> witnesses = new LinkedHashMap<>();
    final String committee = UUID.randomUUID().toString();
    String policy;

    /** The names of the log's entries, in their order; a name with no file of the bundle is somebody else's entry. */
    final List<String> order = new ArrayList<>(List.of("other"));

    /** Who cosigns, of {@link #witnesses}. */
    final List<String> cosigners = new ArrayList<>(List.of("east.example/witness", "west.example/witness"));

    /** The proof's extra line. */
    String extra = base64("nothing signs this".getBytes(UTF_8));

    /** The texts for reading, once {@link #files} made them. */
    final Map<String, String> texts = new LinkedHashMap<>();

    /** What the host makes of the record in a language, and what it does to that afterwards. */
    BiFunction<byte[], String, String> reading;

    final Map<String, UnaryOperator<String>> edited = new HashMap<>();

    /** What befalls the stored entries after the checkpoint was signed. */
    Consumer<List<byte[]>> disturbed = entries -> {};

    /** One party, whom it sent, and what each of them says. */
    static final class Side {
        final String id = UUID.randomUUID().toString();
        final String mandateId = UUID.randomUUID().toString();
        final KeyPair authority = Scribe.ed25519();
        final Map<String, Object> party = new HashMap<>();
        final Map<String, Object> mandate = new HashMap<>();
        final Map<String, Object> end = new HashMap<>();
        final Map<String, Object> adoption = new HashMap<>();
        Signer signer;
        KeyPair partyBy = authority;
        KeyPair mandatedBy = authority;
        KeyPair endedBy = authority;
        boolean adopts = true;

        Side(Signer signer) {
            this.signer = signer;
        }
    }

    Story() {
        this(Signer.file(), Signer.passkey());
    }

    Story(Signer... signers) {
        var names = List.of(
                names("الشرق", "L’Est", "Eastland"),
                names("الغرب", "L’Ouest", "Westland"),
                names("الجنوب", "Le Sud", "South"));
        for (var signer : signers) {
            var side = new Side(signer);
            sides.add(side);
            side.party.putAll(Map.of(
                    "type", type("party"),
                    "party", side.id,
                    "names", names.get(sides.size() - 1),
                    "key", Map.of("alg", "Ed25519", "spki", base64(Scribe.spki(side.authority))),
                    "at", "2026-01-10T08:00:00Z"));
            side.mandate.putAll(Map.of(
                    "type",
                    type("mandate"),
                    "mandate",
                    side.mandateId,
                    "party",
                    side.id,
                    "committee",
                    committee,
                    "person",
                    Map.of("arabic", "ليلى بن عمر", "latin", "Layla Ben Omar"),
                    "capacity",
                    sides.size() == 1 ? "head" : "alternate",
                    "key",
                    signer.key(),
                    "from",
                    "2026-02-01T00:00:00Z",
                    "to",
                    "2027-02-01T00:00:00Z",
                    "at",
                    "2026-01-20T08:00:00Z"));
            side.end.putAll(Map.of(
                    "type",
                    type("mandate-end"),
                    "mandate",
                    side.mandateId,
                    "party",
                    side.id,
                    "committee",
                    committee,
                    "at",
                    "2026-11-24T10:00:00Z"));
            side.adoption.putAll(Map.of(
                    "type",
                    type("adoption"),
                    "committee",
                    committee,
                    "text",
                    "00000000-0000-4000-8000-000000000007",
                    "party",
                    side.id,
                    "mandate",
                    side.mandateId,
                    "nonce",
                    base64(new byte[16]),
                    "at",
                    SEEN,
                    "notAfter",
                    "2026-12-01T00:00:00Z"));
        }
        var common = names("اللجنة المشتركة", "La commission mixte", "The joint committee");
        var wording = names(
                "قرّرت اللجنة عقد اجتماعها المقبل.",
                "La commission décide de se réunir.",
                "The committee decided to meet.");
        record.putAll(Map.of(
                "type", type("record"),
                "committee", Map.of("id", committee, "name", common),
                "parties",
                        sides.stream()
                                .map(side -> Map.of("id", side.id, "name", side.party.get("names")))
                                .toList(),
                "languages", List.of("ar", "fr", "en"),
                "clauses", List.of(Map.of("number", 1, "verb", "DECIDED", "text", wording))));
        reading = (record, language) -> "%s\n\n%s\n\n1. %s\n\n%s\n"
                .formatted(
                        common.get(language),
                        sides.stream()
                                .map(side ->
                                        "– " + names.get(sides.indexOf(side)).get(language))
                                .collect(Collectors.joining("\n")),
                        wording.get(language),
                        hex(sha256(record)));
        act.putAll(Map.of(
                "type",
                type("act"),
                "act",
                UUID.randomUUID().toString(),
                "committee",
                committee,
                "kind",
                "conclusions",
                "number",
                3,
                "year",
                2026,
                "adoptedAt",
                ADOPTED));
        for (var kind : List.of("party ", "mandate ")) {
            sides.forEach(side -> order.add(kind + sides.indexOf(side)));
            order.add("other");
        }
        order.addAll(List.of("act", "other"));
        witnesses.put("east.example/witness", Scribe.ed25519());
        witnesses.put("west.example/witness", Scribe.ed25519());
        policy = policy("all");
    }

    static String type(String kind) {
        return "application/vnd.tatabbu." + kind + ".v1+json";
    }

    static Map<String, String> names(String ar, String fr, String en) {
        return Map.of("ar", ar, "fr", fr, "en", en);
    }

    /** A policy with this log and these witnesses, of which so many must cosign. */
    String policy(String enough) {
        var lines = new StringBuilder("log " + PaperLog.verifierKey(log.origin, 1, log.key) + "\n");
        witnesses.forEach(
                (name, key) -> lines.append("witness " + name + " " + PaperLog.verifierKey(name, 4, key) + "\n"));
        return lines + "group parties " + enough + " " + String.join(" ", witnesses.keySet()) + "\nquorum parties\n";
    }

    /** Everything signed, logged and put in order. */
    Map<String, byte[]> files() {
        var record = Scribe.bytes(this.record);
        for (var language : List.of("ar", "fr", "en")) {
            var edit = edited.getOrDefault(language, UnaryOperator.identity());
            texts.put(language, edit.apply(reading.apply(record, language)));
        }
        var entries = new HashMap<String, byte[]>();
        for (var side : sides) {
            int i = sides.indexOf(side);
            entries.put("party " + i, Signer.file(side.partyBy).envelope(side.party));
            entries.put("mandate " + i, Signer.file(side.mandatedBy).envelope(side.mandate));
            entries.put("end " + i, Signer.file(side.endedBy).envelope(side.end));
        }
        var statements = new LinkedHashMap<String, byte[]>();
        for (var name : order) {
            if (name.equals("act")) {
                entries.put(name, act(record, statements));
            }
            log.entries.add(entries.getOrDefault(
                    name, ("an entry of another committee " + log.entries.size()).getBytes(UTF_8)));
        }
        var checkpoint = checkpoint();
        disturbed.accept(log.entries);
        return files(record, entries, statements, checkpoint);
    }

    private Map<String, byte[]> files(
            byte[] record, Map<String, byte[]> entries, Map<String, byte[]> statements, String checkpoint) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("record.json", record);
        put(files, "act.json", entries.get("act"));
        files.put("proof.tlog-proof", proof("act", extra, checkpoint));
        statements.forEach((party, envelope) -> files.put("statements/" + party + ".json", envelope));
        for (var side : sides) {
            add(files, "parties/" + side.id, "party " + sides.indexOf(side), entries, checkpoint);
        }
        for (var side : sides) {
            add(files, "mandates/" + side.mandateId, "mandate " + sides.indexOf(side), entries, checkpoint);
        }
        for (var side : sides) {
            if (order.contains("end " + sides.indexOf(side))) {
                add(files, "mandate-ends/" + side.mandateId, "end " + sides.indexOf(side), entries, checkpoint);
            }
        }
        files.put("policy.txt", policy.getBytes(UTF_8));
        texts.forEach((language, text) -> files.put("text/" + language + ".txt", text.getBytes(UTF_8)));
        texts.forEach((language, text) -> files.put("READ-ME." + language + ".txt", "?\n".getBytes(UTF_8)));
        return files;
    }

    private void add(
            Map<String, byte[]> files, String file, String entry, Map<String, byte[]> entries, String checkpoint) {
        put(files, file + ".json", entries.get(entry));
        files.put(file + ".tlog-proof", proof(entry, "", checkpoint));
    }

    private static void put(Map<String, byte[]> files, String file, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("Not in the order of the log: " + file);
        }
        files.put(file, bytes);
    }

    private byte[] proof(String entry, String extra, String checkpoint) {
        return log.proof(order.indexOf(entry), extra, checkpoint).getBytes(UTF_8);
    }

    String checkpoint() {
        var checkpoint = new StringBuilder(log.signedBody());
        for (var name : cosigners) {
            var key = witnesses.get(name);
            if (key != null) {
                checkpoint.append(PaperLog.cosignature(name, key, Instant.parse("2026-11-24T11:26:00Z"), log.body()));
            }
        }
        return checkpoint.toString();
    }

    private byte[] act(byte[] record, Map<String, byte[]> statements) {
        var digests = new HashMap<String, Object>();
        texts.forEach((language, text) -> digests.put(language, hex(sha256(text.getBytes(UTF_8)))));
        var adoptions = new ArrayList<Object>();
        for (var side : sides) {
            if (!side.adopts) {
                continue;
            }
            side.adoption.putIfAbsent("record", hex(sha256(record)));
            side.adoption.putIfAbsent("checkpoint", log.entries.size() + "/" + base64(log.root(log.entries.size())));
            var envelope = side.signer.signed(side.adoption);
            adoptions.add(envelope);
            statements.put(side.id, Scribe.bytes(envelope));
        }
        act.putIfAbsent("record", hex(sha256(record)));
        act.putIfAbsent("adoptions", adoptions);
        act.putIfAbsent("texts", digests);
        act.putIfAbsent("policy", hex(sha256(policy.getBytes(UTF_8))));
        return Scribe.bytes(act);
    }

    byte[] bundle() {
        return Scribe.zip(files());
    }
}
