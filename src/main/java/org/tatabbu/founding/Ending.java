// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

/** What comes of refusing or withdrawing. */
public sealed interface Ending {
    record Ended() implements Ending {}

    record Settled() implements Ending {}

    record NotYours() implements Ending {}
}
