// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Expected values were computed from the definitions of RFC 6962, section 2.1, by another program. */
class MerkleTest {
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final List<Hash> LEAVES = ENTRIES.stream()
            .map(entry -> Merkle.leaf(HexFormat.of().parseHex(entry)))
            .toList();

    @Test
    void theRootsAreThoseOfTheDefinition() {
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(size -> hex(Merkle.root(LEAVES.subList(0, size)))))
                .containsExactlyElementsOf(ROOTS);
        assertThat(hex(Merkle.root(leaves(1000))))
                .isEqualTo("638afa98022925bacfddadb15ef22fd0199c1ac99c2973b6158243d13fce05c2");
    }

    @Test
    void theProofsAreThoseOfTheDefinition() {
        var tree = Merkle.over(LEAVES);

        assertThat(Merkle.inclusion(5, 7, tree).stream().map(MerkleTest::hex))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Merkle.consistency(3, 7, tree).stream().map(MerkleTest::hex))
                .containsExactly(
                        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                        "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e");
        assertThat(Merkle.consistency(6, 8, tree).stream().map(MerkleTest::hex))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(Merkle.consistency(0, 8, tree)).isEmpty();
        assertThat(Merkle.consistency(8, 8, tree)).isEmpty();
    }

    @Property
    void anEntryIsProvedAtItsIndexAndNowhereElse(
            @ForAll @IntRange(min = 1, max = 700) int size,
            @ForAll @IntRange(max = 699) int index,
            @ForAll @IntRange(max = 699) int other) {
        Assume.that(index < size && other < size && other != index);
        var leaves = leaves(size);
        var proof = Merkle.inclusion(index, size, Merkle.over(leaves));
        var root = Merkle.root(leaves);

        assertThat(Merkle.includes(root, size, index, leaves.get(index), proof)).isTrue();
        assertThat(Merkle.includes(root, size, other, leaves.get(index), proof)).isFalse();
        assertThat(Merkle.includes(root, size, index, leaves.get(other), proof)).isFalse();
    }

    @Property
    void aChangedProofProvesNothing(
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @IntRange(max = 299) int index,
            @ForAll @IntRange(max = 9) int at) {
        Assume.that(index < size);
        var leaves = leaves(size);
        var root = Merkle.root(leaves);
        var proof = Merkle.inclusion(index, size, Merkle.over(leaves));
        var changed = new ArrayList<>(proof);
        changed.set(
                at % proof.size(),
                leaves.get((index + 1) % size).equals(proof.get(at % proof.size()))
                        ? Merkle.EMPTY
                        : leaves.get((index + 1) % size));
        var longer = new ArrayList<>(proof);
        longer.add(Merkle.EMPTY);

        assertThat(Merkle.includes(root, size, index, leaves.get(index), changed))
                .isFalse();
        assertThat(Merkle.includes(root, size, index, leaves.get(index), longer))
                .isFalse();
        assertThat(Merkle.includes(root, size, index, leaves.get(index), proof.subList(1, proof.size())))
                .isFalse();
    }

    @Property
    void aTreeExtendsEachOfItsBeginningsAndNoOther(
            @ForAll @IntRange(max = 500) int older, @ForAll @IntRange(max = 500) int newer) {
        Assume.that(older <= newer);
        var leaves = leaves(newer);
        var oldRoot = Merkle.root(leaves.subList(0, older));
        var newRoot = Merkle.root(leaves);
        var proof = Merkle.consistency(older, newer, Merkle.over(leaves));
        var forged = Merkle.leaf("forged".getBytes(StandardCharsets.UTF_8));

        assertThat(Merkle.extend(older, oldRoot, newer, newRoot, proof)).isTrue();
        assertThat(Merkle.extend(older, forged, newer, newRoot, proof)).isFalse();
        if (older > 0) {
            assertThat(Merkle.extend(older, oldRoot, newer, forged, proof)).isFalse();
        }
        if (!proof.isEmpty()) {
            assertThat(Merkle.extend(older, oldRoot, newer, newRoot, proof.subList(1, proof.size())))
                    .isFalse();
        }
    }

    @Test
    void theEmptyTreeBeginsEveryTreeWithoutAProof() {
        var root = Merkle.root(leaves(3));

        assertThat(Merkle.extend(0, Merkle.EMPTY, 3, root, List.of())).isTrue();
        assertThat(Merkle.extend(0, Merkle.EMPTY, 3, root, List.of(root))).isFalse();
        assertThat(Merkle.extend(0, root, 3, root, List.of())).isFalse();
        assertThat(Merkle.extend(3, root, 2, root, List.of())).isFalse();
    }

    static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Merkle.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
