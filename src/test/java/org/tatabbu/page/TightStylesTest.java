// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TightStylesTest {
    @Test
    void onlyCommentsAndIdleSpacesGo() {
        assertThat(TightStyles.tight("""
                /* a note: gone */
                .a > b, .c { color: red; margin: 0 1em; }
                  .d :is(p, q)::before { content: "x" / ""; }
                """)).isEqualTo("""
                .a > b,.c{color:red;margin:0 1em;}
                .d :is(p,q)::before{content:"x" / "";}""");
    }
}
