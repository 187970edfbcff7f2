// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

/** What the papers of the sample say. */
interface SamplePaperWords {
    String levelsTitle();

    String levelsText();

    String qualityTitle();

    String qualityText();

    String notesTitle();

    String notesText();
}
