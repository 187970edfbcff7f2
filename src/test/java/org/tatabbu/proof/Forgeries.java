// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.tatabbu.proof.Scribe.base64;
import static org.tatabbu.proof.Scribe.hex;
import static org.tatabbu.proof.Scribe.sha256;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Bundles that tell an untrue story, each in one respect, with the fault that a verifier must name. */
final class Forgeries {
    private Forgeries() {}

    /** One untrue bundle, and what its reader knows from elsewhere; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Forgery(String claim, String fault, byte[] bundle, Verifier.Known known) {
        @Override
        public String toString() {
            return claim;
        }
    }

    /** Told before it is signed: only the order of judgement can find it. */
    static Forgery told(String claim, String fault, Consumer<Story> change) {
        var story = new Story();
        change.accept(story);
        return new Forgery(claim, fault, story.bundle(), Verifier.Known.NOTHING);
    }

    /** Changed after it was signed. */
    private static Forgery changed(String claim, String fault, Consumer<Map<String, byte[]>> change) {
        var files = new Story().files();
        change.accept(files);
        return new Forgery(claim, fault, Scribe.zip(files), Verifier.Known.NOTHING);
    }

    private static Forgery known(String claim, String fault, Story story, Verifier.Known known) {
        return new Forgery(claim, fault, story.bundle(), known);
    }

    /** The other's passkey signs, as told. */
    private static Forgery passkey(String claim, String fault, Consumer<Signer> change) {
        return told(claim, fault, story -> change.accept(story.sides.get(1).signer));
    }

    /** The other's passkey signs, and its browser said otherwise what it was asked for. */
    private static Forgery client(String claim, String member, Object value) {
        return passkey(claim, "passkey", signer -> signer.client.put(member, value));
    }

    static List<Forgery> all() {
        var all = new ArrayList<Forgery>();
        all.addAll(editedTexts());
        all.addAll(withoutMandate());
        all.addAll(passkeys());
        all.addAll(ForgedTexts.all());
        all.addAll(ForgedKeys.all());
        all.addAll(expired());
        all.addAll(wrongLogs());
        all.addAll(wrongParties());
        all.addAll(otherwise());
        return all;
    }

    static List<Forgery> editedTexts() {
        return List.of(
                changed(
                        "the record edited after the signatures",
                        "record",
                        files -> replace(files, "record.json", "DECIDED", "NOTED")),
                told("the record edited, and the act written again for it", "record", story -> {
                    var edited = Scribe.json(story.record)
                            .replace("DECIDED", "NOTED")
                            .getBytes(UTF_8);
                    story.sides.forEach(side -> side.adoption.put("record", hex(sha256(Scribe.bytes(story.record)))));
                    story.record.put("clauses", List.of());
                    story.act.put("record", hex(sha256(edited)));
                }),
                told(
                        "a signature on another text's digest",
                        "record",
                        story -> story.sides.get(1).adoption.put("record", "0".repeat(64))),
                told(
                        "a signature on another text's id",
                        "other-text",
                        story -> story.sides
                                .get(1)
                                .adoption
                                .put("text", UUID.randomUUID().toString())),
                changed(
                        "a text for reading changed afterwards",
                        "text",
                        files -> replace(files, "text/en.txt", "committee", "council")));
    }

    static List<Forgery> withoutMandate() {
        return List.of(
                told("a key without a mandate", "other-key", story -> story.sides.getFirst().signer = Signer.file()),
                told("a passkey without a mandate", "other-key", story -> story.sides.get(1).signer = Signer.passkey()),
                told(
                        "a signature from before the mandate",
                        "before-mandate",
                        story -> story.sides.getFirst().mandate.put("from", "2026-11-24T11:00:01Z")),
                told(
                        "a signature at the end of the mandate",
                        "after-mandate",
                        story -> story.sides.getFirst().mandate.put("to", Story.SEEN)),
                told(
                        "a mandate that ended before the act",
                        "ended",
                        story -> story.order.add(story.order.indexOf("act"), "end 0")),
                told(
                        "a mandate of the other party",
                        "party",
                        story -> story.sides.getFirst().mandate.put("party", story.sides.get(1).id)),
                told(
                        "a mandate issued by the other party's key",
                        "other-key",
                        story -> story.sides.getFirst().mandatedBy = story.sides.get(1).authority),
                told(
                        "a mandate in another committee",
                        "committee",
                        story -> story.sides
                                .getFirst()
                                .mandate
                                .put("committee", UUID.randomUUID().toString())),
                told(
                        "a mandate of another name",
                        "mandate",
                        story -> story.sides
                                .getFirst()
                                .mandate
                                .put("mandate", UUID.randomUUID().toString())),
                told("a mandate that is logged after the act", "order", story -> {
                    story.order.remove("mandate 1");
                    story.order.add("mandate 1");
                }),
                told("a mandate that is logged before its party", "order", story -> {
                    story.order.remove("mandate 0");
                    story.order.addFirst("mandate 0");
                }),
                told("a party that is logged after the act", "order", story -> {
                    story.order.remove("party 0");
                    story.order.add("party 0");
                }),
                told(
                        "a signature in another committee",
                        "committee",
                        story -> story.sides
                                .getFirst()
                                .adoption
                                .put("committee", UUID.randomUUID().toString())),
                told(
                        "an act of another committee",
                        "committee",
                        story -> story.act.put("committee", UUID.randomUUID().toString())),
                told("an end of a mandate that another party signed", "other-key", story -> {
                    story.order.add("end 0");
                    story.sides.getFirst().endedBy = story.sides.get(1).authority;
                }));
    }

    static List<Forgery> passkeys() {
        return List.of(
                passkey("a sign-in assertion replayed as a signature", "passkey", signer -> {
                    signer.rp = "committee.example";
                    signer.client.put("origin", "https://committee.example");
                    signer.client.put("challenge", "c2lnbi1pbiBjaGFsbGVuZ2Ugb2YgMzIgYnl0ZXMhISE");
                }),
                client("a challenge of another text", "challenge", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                client("an assertion from another origin", "origin", "https://sign.committee.example.org"),
                passkey("an assertion for another relying party", "passkey", signer -> signer.rp = "committee.example"),
                client("a registration in place of an assertion", "type", "webauthn.create"),
                client("a payment in place of an assertion", "type", "payment.get"),
                passkey("an assertion with nobody present", "passkey", signer -> signer.flags = 0x1c),
                passkey("an assertion with nobody verified", "passkey", signer -> signer.flags = 0x19),
                client("an assertion inside somebody else's page", "crossOrigin", true),
                client("an assertion that says crossOrigin in a word", "crossOrigin", "false"),
                client("an assertion that names a page around it", "topOrigin", Signer.RP),
                passkey("an assertion backed up where nothing may be", "passkey", signer -> signer.flags = 0x15),
                told("a passkey's signature given as a file key's", "shape", story -> {
                    var side = story.sides.get(1);
                    side.signer = Signer.file(side.signer.pair);
                }));
    }

    static List<Forgery> expired() {
        return List.of(
                told(
                        "an adoption after the last moment that a head allowed",
                        "not-after",
                        story -> story.sides.get(1).adoption.put("notAfter", "2026-11-24T11:25:04Z")),
                told(
                        "an act from before its last signature",
                        "adopted-before",
                        story -> story.act.put("adoptedAt", "2026-11-24T10:59:59Z")),
                told(
                        "a head who saw a later log",
                        "saw-later",
                        story -> story.sides.getFirst().adoption.put("checkpoint", "99/" + base64(new byte[32]))),
                told("an instant of no calendar", "shape", story -> story.act.put("adoptedAt", "2026-02-30T11:25:05Z")),
                told(
                        "an instant with fractions",
                        "shape",
                        story -> story.act.put("adoptedAt", "2026-11-24T11:25:05.5Z")));
    }

    static List<Forgery> wrongLogs() {
        var second = new Story();
        return List.of(
                changed(
                        "a row of the log changed",
                        "inclusion",
                        files -> replace(files, "act.json", "\"number\":3", "\"number\":4")),
                told(
                        "a row of the log removed",
                        "inclusion",
                        story -> story.disturbed = entries -> entries.removeFirst()),
                told(
                        "a row of the log inserted",
                        "inclusion",
                        story -> story.disturbed = entries -> entries.addFirst("one more".getBytes(UTF_8))),
                told(
                        "rows of the log exchanged",
                        "inclusion",
                        story -> story.disturbed = entries -> entries.add(entries.remove(1))),
                told("one witness where the policy wants two", "few-witnesses", story -> story.cosigners.removeLast()),
                told("no witness where the policy wants one", "few-witnesses", story -> {
                    story.policy = story.policy("any");
                    story.cosigners.clear();
                }),
                told(
                        "one witness twice where the policy wants two",
                        "signature-line",
                        story -> story.cosigners.set(1, story.cosigners.getFirst())),
                told("a witness whom the policy does not name", "signature-line", story -> {
                    story.witnesses.put("stranger.example", Scribe.ed25519());
                    story.cosigners.add("stranger.example");
                }),
                told("a policy that was not in force", "text", story -> story.act.put("policy", "0".repeat(64))),
                told(
                        "a policy without its log",
                        "policy",
                        story -> story.policy = story.policy.substring(story.policy.indexOf('\n') + 1)),
                told("a policy with two quorums", "policy", story -> story.policy += "quorum none\n"),
                told(
                        "a policy whose group names a witness twice",
                        "policy",
                        story -> story.policy = story.policy("2 east.example/witness")),
                told("a policy with a word that nobody knows", "policy", story -> story.policy += "trust me\n"),
                changed(
                        "a checkpoint of another moment under one of the proofs",
                        "other-checkpoint",
                        files -> files.replaceAll((name, bytes) -> name.matches("parties/.*proof")
                                ? new String(bytes, UTF_8)
                                        .replaceFirst("\n— west.*\n$", "\n")
                                        .getBytes(UTF_8)
                                : bytes)),
                known(
                        "a second log with the same origin, another key",
                        "log-unsigned",
                        second,
                        new Verifier.Known(Map.of(), new Story().policy.getBytes(UTF_8), new byte[0])),
                secondLog(),
                two());
    }

    /** Both logs are signed by one key; the reader has kept a checkpoint of the other. */
    private static Forgery secondLog() {
        var story = new Story();
        var bundle = story.bundle();
        story.log.entries.set(0, "what others were shown".getBytes(UTF_8));
        return new Forgery(
                "a second log with the same origin and key",
                "two-logs",
                bundle,
                new Verifier.Known(Map.of(), new byte[0], story.checkpoint().getBytes(UTF_8)));
    }

    private static Forgery two() {
        return told(
                "two heads who were shown different logs",
                "two-logs",
                story -> story.sides.getFirst().adoption.put("checkpoint", "7/" + base64(new byte[32])));
    }

    static List<Forgery> wrongParties() {
        var other = new Story();
        return List.of(
                known(
                        "a party's key that is not the one on paper",
                        "authority",
                        other,
                        authority(other.sides.getFirst().id, "0".repeat(64))),
                known(
                        "a party that is not of the record",
                        "authority-unknown",
                        new Story(),
                        authority("Nowhere", "0".repeat(64))),
                told("an adoption by one party alone", "each-party", story -> story.sides.get(1).adopts = false),
                told(
                        "an adoption by one party twice",
                        "each-party",
                        story -> story.sides.get(1).adoption.put("party", story.sides.getFirst().id)),
                told(
                        "a party's entry about another party",
                        "party",
                        story -> story.sides
                                .getFirst()
                                .party
                                .put("party", UUID.randomUUID().toString())),
                told(
                        "a party's entry that another key signed",
                        "other-key",
                        story -> story.sides.getFirst().partyBy = Scribe.ed25519()),
                changed(
                        "a statement that is not in the log",
                        "statement",
                        files -> files.replaceAll(
                                (name, bytes) -> name.startsWith("statements/") ? "{}".getBytes(UTF_8) : bytes)));
    }

    static List<Forgery> otherwise() {
        return List.of(
                changed(
                        "an act with a member given twice",
                        "json",
                        files -> replace(files, "act.json", "\"webauthn\"", "\"webauthn\":{},\"webauthn\"")),
                told("an act with a member more", "shape", story -> story.act.put("note", "x")),
                told("an act without number", "shape", story -> story.act.put("number", 0)),
                told("an act of no kind", "shape", story -> story.act.put("kind", "rumour")),
                told("conclusions numbered as a decision", "record", story -> story.act.put("kind", "decision")),
                told(
                        "an adoption with a short nonce",
                        "shape",
                        story -> story.sides.getFirst().adoption.put("nonce", base64(new byte[15]))),
                told("a record that is not in NFC", "json", story -> story.record.put("note", "e\u0301")),
                told("a record that is reordered unseen", "json", story -> story.record.put("note", "\u2066")),
                changed(
                        "a record with white space",
                        "json",
                        files -> replace(files, "record.json", "{\"clauses\"", "{ \"clauses\"")),
                changed("a file too many", "files", files -> files.put("more.txt", new byte[0])),
                changed("a file too few", "files", files -> files.remove("READ-ME.fr.txt")),
                changed("files in another order", "files", files -> {
                    var first = files.remove("record.json");
                    files.put("record.json", first);
                }),
                new Forgery(
                        "an archive with something after it",
                        "archive-bytes",
                        Scribe.join(new Story().bundle(), new byte[1]),
                        Verifier.Known.NOTHING),
                new Forgery("nothing", "archive-bytes", new byte[0], Verifier.Known.NOTHING));
    }

    private static Verifier.Known authority(String party, String fingerprint) {
        return new Verifier.Known(new LinkedHashMap<>(Map.of(party, fingerprint)), new byte[0], new byte[0]);
    }

    private static void replace(Map<String, byte[]> files, String file, String from, String to) {
        files.computeIfPresent(file, (name, bytes) -> {
            var text = new String(bytes, UTF_8);
            if (!text.contains(from)) {
                throw new IllegalStateException(from + " is not in " + name);
            }
            return text.replace(from, to).getBytes(UTF_8);
        });
    }
}
