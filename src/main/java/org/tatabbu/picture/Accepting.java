// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

/** What came of bringing a picture. */
public sealed interface Accepting {
    record Kept(Picture picture) implements Accepting {}

    /** Neither a JPEG nor a PNG by its first bytes, or one that cannot be read. */
    record NotAPicture() implements Accepting {}

    /** More bytes or more pixels than we read. */
    record TooLarge() implements Accepting {}
}
