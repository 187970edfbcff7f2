// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import javax.xml.stream.XMLStreamException;

/** A file is not read, or not any further: why, and where. */
final class Refused extends XMLStreamException {
    private final Report.Reason why;
    private final String detail;

    Refused(Report.Reason why, String detail) {
        super(why + " " + detail);
        this.why = why;
        this.detail = detail;
    }

    Report.Reason why() {
        return why;
    }

    String detail() {
        return detail;
    }
}
