// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples are those of c2sp.org/tlog-tiles. */
class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, false, tile/0/x001/x234/067",
        "0, 0, 256, false, tile/0/000",
        "0, 273, 112, false, tile/0/273.p/112",
        "1, 1, 17, false, tile/1/001.p/17",
        "0, 1000, 1, true, tile/entries/x001/000.p/1"
    })
    void aTileHasOnePath(int level, long index, int width, boolean entries, String path) {
        var tile = new Tile(level, index, width, entries);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.at(path)).contains(tile);
    }

    @Property
    void everyPathIsReadBack(
            @ForAll @IntRange(max = 7) int level,
            @ForAll @LongRange(max = 999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var tile = Tile.hashes(level, index, width);

        assertThat(Tile.at(tile.path())).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkpoint",
                "tile/0/0",
                "tile/00/000",
                "tile/8/000",
                "tile/0/001/067",
                "tile/0/x000/067",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/",
                "tile/0/../000",
                "tile/entries/000/",
                "tile/1/000\n",
                "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void noOtherPathLeadsToATile(String path) {
        assertThat(Tile.at(path)).isEmpty();
    }

    @Test
    void aTreeHasTheTilesOfItsSize() {
        assertThat(Tile.hashes(0, 272, 256).isIn(70_000)).isTrue();
        assertThat(Tile.hashes(0, 273, 112).isIn(70_000)).isTrue();
        assertThat(Tile.hashes(0, 273, 113).isIn(70_000)).isFalse();
        assertThat(Tile.hashes(1, 0, 256).isIn(70_000)).isTrue();
        assertThat(Tile.hashes(1, 1, 17).isIn(70_000)).isTrue();
        assertThat(Tile.hashes(1, 1, 18).isIn(70_000)).isFalse();
        assertThat(Tile.hashes(2, 0, 1).isIn(70_000)).isTrue();
        assertThat(Tile.hashes(3, 0, 1).isIn(70_000)).isFalse();
        assertThat(Tile.hashes(1, 0, 1).isIn(256)).isTrue();
        assertThat(Tile.entriesOf(70_000)).hasSize(274).last().isEqualTo(Tile.ofEntries(273, 112));
        assertThat(Tile.entriesOf(256)).containsExactly(Tile.ofEntries(0, 256));
        assertThat(Tile.entriesOf(0)).isEmpty();
    }
}
