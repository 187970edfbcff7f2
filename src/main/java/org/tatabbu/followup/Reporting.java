// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

/** What came of an attempt to report. */
public sealed interface Reporting {
    /** The report is in the history; {@code commitment} is how it stands with it. */
    record Reported(Commitment commitment) implements Reporting {}

    /** Somebody reported since the writer looked; {@code commitment} is how it stands now. */
    record Overtaken(Commitment commitment) implements Reporting {}

    /** The note says nothing, is too long or holds characters that may not enter the record. */
    record Unfit() implements Reporting {}

    /** This seat does not report, or sits in another committee. */
    record NotYours() implements Reporting {}
}
