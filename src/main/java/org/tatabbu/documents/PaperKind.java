// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

/** What a paper is in the practice of committees. */
public enum PaperKind {
    WORKING_DOCUMENT,
    INFORMATION_DOCUMENT,
    NOTE_VERBALE,
    NON_PAPER,
    AIDE_MEMOIRE
}
