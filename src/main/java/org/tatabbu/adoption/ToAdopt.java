// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.AdoptionStatement;

/** What a head would sign to adopt a text. */
public sealed interface ToAdopt {
    /** A new statement, for the key of this mandate. */
    record Ready(AdoptionStatement statement, SigningMandate mandate) implements ToAdopt {}

    /** Nothing to sign. */
    record Refused(Adoption.Reason reason) implements ToAdopt {}
}
