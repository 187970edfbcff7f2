// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The key and note with which golang.org/x/mod/sumdb/note explains itself. */
    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void theNoteThatGoExplainsItselfWithIsSignedAndVerifiedAlike() {
        var key = SigningKey.parse(SECRET);

        assertThat(key.verifier()).hasToString(PUBLIC);
        assertThat(SignedNote.signed(TEXT, key)).hasToString(NOTE);
        assertThat(SignedNote.parse(NOTE).verifies(VerifierKey.parse(PUBLIC))).isTrue();
    }

    @Test
    void thePublicHalfOfASeedIsThatOfRfc8032() {
        var key = SigningKey.fromSeed(
                "test",
                false,
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(HexFormat.of().formatHex(key.verifier().key()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Property
    void noByteOfANoteCanBeChanged(@ForAll @IntRange(max = 210) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        var bytes = SignedNote.parse(NOTE).bytes();
        bytes[at % bytes.length] ^= (byte) by;

        assertThat(accepted(bytes)).isFalse();
    }

    private static boolean accepted(byte[] note) {
        try {
            return SignedNote.parse(note).verifies(VerifierKey.parse(PUBLIC));
        } catch (IllegalArgumentException notANote) {
            return false;
        }
    }

    @Test
    void signaturesOfUnknownKeysAreNobodysAndSpoilNothing() {
        var unknown = SigningKey.newLog("PeterNeumann");
        var note = SignedNote.parse(NOTE).with(SignedNote.signed(TEXT, unknown).signatures());

        assertThat(note.signatures()).hasSize(2);
        assertThat(note.verifies(VerifierKey.parse(PUBLIC))).isTrue();
        assertThat(note.verifies(SigningKey.newLog("PeterNeumann").verifier())).isFalse();
        assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
    }

    @Test
    void oneFalseSignatureOfAKnownKeySpoilsTheNote() {
        var key = VerifierKey.parse(PUBLIC);
        var falsely = SignedNote.parse(NOTE).with(List.of(new SignedNote.Signed(key.name(), key.id(), new byte[64])));

        assertThat(falsely.verifies(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name AAAAAAE=",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n- name AAAAAAE=\n",
                "text\n\n\u2014 na+me AAAAAAE=\n",
                "text\n\n\u2014 na\u00a0me AAAAAAE=\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "text\n\n\u2014 name AAAAAAF=\n",
                "te\txt\n\n\u2014 name AAAAAAE=\n",
                "text\n\u2014 name AAAAAAE=\n"
            })
    void whatIsNotANoteIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextMayHoldEmptyLines() {
        var note = SignedNote.signed("a\n\nb\n", SigningKey.parse(SECRET));

        assertThat(SignedNote.parse(note.toString()).text()).isEqualTo("a\n\nb\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
                "PeterNeumann+c74f20a3",
                ""
            })
    void aKeyWhoseIdIsNotItsOwnIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsKeptInAFileThatOnlyItsOwnerReadsAndNeverWrittenOver(@TempDir Path folder) throws Exception {
        var file = folder.resolve("log.key");
        var key = SigningKey.newLog("example.org/log");
        key.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.read(file).verifier()).isEqualTo(key.verifier());
        assertThatThrownBy(() -> SigningKey.newLog("example.org/log").write(file))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(key.toString()).doesNotContain("PRIVATE");
    }
}
