// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

/** What comes of taking a meeting forward. */
sealed interface Moving {
    record Moved(Meeting.State to) implements Moving {}

    /** It is as far already, or further. */
    record Already(Meeting.State now) implements Moving {}

    /** Nobody is called to a meeting that has no agenda. */
    record NoAgenda() implements Moving {}

    record NotYours() implements Moving {}
}
