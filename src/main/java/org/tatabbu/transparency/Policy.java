// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose word makes a checkpoint valid, c2sp.org/tlog-policy: any of the logs, and witnesses enough for the quorum.
 */
public final class Policy {
    private static final String NONE = "none";

    private final StringBuilder text = new StringBuilder();
    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Witness> witnesses = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private String quorum = "";

    private Policy() {}

    /** A room above that knows the policy where no file is configured. */
    public interface Elsewhere {
        Policy of(VerifierKey log);
    }

    /** A witness and where it takes checkpoints, if the policy says so. */
    public record Witness(String name, VerifierKey key, Optional<URI> address) {}

    private record Group(int least, List<String> members) {}

    /** A log without witnesses: whoever reads it must trust its host. */
    public static Policy unwitnessed(VerifierKey log) {
        return parse("log " + log + "\nquorum none\n");
    }

    public static Policy parse(byte[] file) {
        // Names are octets to the specification; Latin-1 keeps each as it is.
        return parse(new String(file, StandardCharsets.ISO_8859_1));
    }

    /** Throws IllegalArgumentException naming the line that is not understood. */
    static Policy parse(String text) {
        if (text.chars().anyMatch(c -> c != '\t' && c != '\n' && (c < ' ' || c == 0x7f))) {
            throw new IllegalArgumentException("Control characters in the policy");
        }
        var policy = new Policy();
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var words = List.of(line.strip().split("[ \t]+"));
            if (words.getFirst().isEmpty() || words.getFirst().startsWith("#")) {
                continue;
            }
            try {
                policy.read(words);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        "Line %d of the policy: %s".formatted(number, wrong.getMessage()), wrong);
            }
        }
        if (policy.quorum.isEmpty()) {
            throw new IllegalArgumentException("The policy has no quorum");
        }
        return policy;
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw new IllegalArgumentException("unknown word " + words.getFirst());
        }
        text.append(String.join(
                        " ",
                        switch (words.getFirst()) {
                            case "log" -> words.subList(0, 2);
                            case "witness" -> words.subList(0, 3);
                            default -> words;
                        }))
                .append('\n');
    }

    private void log(List<String> words) {
        require(words.size() == 2 || words.size() == 3, "log <vkey> [<url>]");
        var key = VerifierKey.parse(octets(words.get(1)));
        require(!key.cosigns(), "this is a witness's key");
        require(logs.stream().noneMatch(other -> sameKey(other, key)), "this key has a line already");
        logs.add(key);
    }

    private void witness(List<String> words) {
        require(words.size() == 3 || words.size() == 4, "witness <name> <vkey> [<url>]");
        var key = VerifierKey.parse(octets(words.get(2)));
        require(key.cosigns(), "this is not a witness's key");
        require(witnesses.values().stream().noneMatch(other -> sameKey(other.key, key)), "this key has a line already");
        var address = words.size() == 4 ? Optional.of(URI.create(octets(words.get(3)))) : Optional.<URI>empty();
        witnesses.put(fresh(words.get(1)), new Witness(octets(words.get(1)), key, address));
    }

    private void group(List<String> words) {
        require(words.size() >= 4, "group <name> all|any|<k> <name>...");
        var of = words.subList(3, words.size());
        for (var member : of) {
            known(member);
            require(members.add(member), member + " is in a group already");
        }
        int least = switch (words.get(2)) {
            case "all" -> of.size();
            case "any" -> 1;
            default -> Math.toIntExact(Math.min(Checkpoint.number(words.get(2)), Integer.MAX_VALUE));
        };
        require(least >= 1 && least <= of.size(), "the group has not so many members");
        groups.put(fresh(words.get(1)), new Group(least, of));
    }

    private void quorum(List<String> words) {
        require(words.size() == 2, "quorum <name>");
        require(quorum.isEmpty(), "a second quorum");
        if (!words.get(1).equals(NONE)) {
            known(words.get(1));
        }
        quorum = words.get(1);
    }

    private String fresh(String name) {
        require(!name.equals(NONE) && !witnesses.containsKey(name) && !groups.containsKey(name), name + " is taken");
        return name;
    }

    private void known(String name) {
        require(witnesses.containsKey(name) || groups.containsKey(name), name + " is not defined above");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean sameKey(VerifierKey one, VerifierKey other) {
        return java.util.Arrays.equals(one.key(), other.key());
    }

    private static String octets(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    public List<VerifierKey> logs() {
        return List.copyOf(logs);
    }

    public List<Witness> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** Whether nobody needs to have seen a checkpoint beside its log. */
    public boolean asksNobody() {
        return quorum.equals(NONE);
    }

    /** The witnesses of this policy that cosigned the note. */
    public List<Cosignature.By> cosigners(SignedNote note) {
        return witnesses.values().stream()
                .flatMap(witness -> Cosignature.on(note, witness.key).stream())
                .toList();
    }

    /** Whether one of the logs signed it under its own name. */
    public boolean signed(SignedNote note) {
        var origin = Checkpoint.of(note).origin();
        return logs.stream().anyMatch(log -> log.name().equals(origin) && note.verifies(log));
    }

    /** Whether the note is signed by one of the logs and seen by enough witnesses. */
    public boolean accepts(SignedNote note) {
        if (!signed(note)) {
            return false;
        }
        var cosigners = cosigners(note).stream().map(Cosignature.By::witness).toList();
        return asksNobody() || saw(quorum, cosigners);
    }

    private boolean saw(String name, List<VerifierKey> cosigners) {
        var witness = witnesses.get(name);
        if (witness != null) {
            return cosigners.contains(witness.key);
        }
        var group = groups.get(name);
        return group != null
                && group.members.stream()
                                .filter(member -> saw(member, cosigners))
                                .count()
                        >= group.least;
    }

    /** All that decides, line by line: without comments and addresses, which may change while the policy stays. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The name by which an act knows the policy that was in force. */
    public Hash digest() {
        return Hash.over(bytes());
    }
}
