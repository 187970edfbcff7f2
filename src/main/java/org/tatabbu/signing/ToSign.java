// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.util.UUID;
import org.tatabbu.identity.Account;

/**
 * One statement for one person to sign.
 *
 * @param type the statement's media type
 * @param statement its canonical bytes
 * @param record the canonical bytes of the text that it is about
 * @param credential the id of the passkey that must sign
 * @param subject what the room that asks calls the matter
 * @param who the person and whom they act for, as the page shows it
 * @param back where the person goes afterwards: an address of the site after the language
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through: nobody compares two of these.
public record ToSign(
        Account by,
        String type,
        byte[] statement,
        byte[] record,
        byte[] credential,
        UUID subject,
        String who,
        String back) {}
