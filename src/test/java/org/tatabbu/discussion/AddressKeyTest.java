// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tatabbu.discussion.Comment.SealedAddress;

class AddressKeyTest {
    private static final String ADDRESS = "نادية@example.org";

    private final CommentId comment = CommentId.random();

    @Test
    void whatIsSealedOpensAgainAfterARestart(@TempDir Path data) {
        var sealed = new AddressKey(data).seal(comment, ADDRESS);
        assertThat(new AddressKey(data).open(comment, sealed)).contains(ADDRESS);
    }

    @Test
    void sealingTwiceNeverLooksTheSame(@TempDir Path data) {
        var key = new AddressKey(data);
        assertThat(key.seal(comment, ADDRESS)).isNotEqualTo(key.seal(comment, ADDRESS));
    }

    @Test
    void anotherKeyOpensNothing(@TempDir Path data, @TempDir Path elsewhere) {
        var other = new AddressKey(elsewhere);
        other.seal(comment, ADDRESS);
        assertThat(other.open(comment, new AddressKey(data).seal(comment, ADDRESS)))
                .isEmpty();
    }

    @Test
    void anAddressMovedToAnotherCommentDoesNotOpen(@TempDir Path data) {
        var key = new AddressKey(data);
        assertThat(key.open(CommentId.random(), key.seal(comment, ADDRESS))).isEmpty();
    }

    @Test
    void anAlteredAddressDoesNotOpen(@TempDir Path data) {
        var key = new AddressKey(data);
        var bytes = Base64.getDecoder().decode(key.seal(comment, ADDRESS).base64());
        for (int at = 0; at < bytes.length; at++) {
            var altered = bytes.clone();
            altered[at] ^= 1;
            var sealed = new SealedAddress(Base64.getEncoder().encodeToString(altered));
            assertThat(key.open(comment, sealed)).isEmpty();
        }
    }

    @Test
    void withoutItsKeyAnAddressStaysSealedAndNoKeyIsMade(@TempDir Path data, @TempDir Path empty) {
        var sealed = new AddressKey(data).seal(comment, ADDRESS);
        assertThat(new AddressKey(empty).open(comment, sealed)).isEmpty();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void onlyTheOwnerReadsTheKey(@TempDir Path data) throws IOException {
        new AddressKey(data).seal(comment, ADDRESS);
        var file = data.resolve("keys/comment-email.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void aDamagedKeyStopsUsAndIsLeftAsItIs(@TempDir Path data) throws IOException {
        var file = Files.createDirectories(data.resolve("keys")).resolve("comment-email.key");
        for (var damaged : new String[] {"", "c2hvcnQ=", "not base64!"}) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> new AddressKey(data).seal(comment, ADDRESS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("comment-email.key");
            assertThat(file).hasContent(damaged);
        }
    }
}
