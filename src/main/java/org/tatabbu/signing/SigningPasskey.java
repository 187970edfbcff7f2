// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.time.Instant;
import java.util.UUID;
import org.tatabbu.identity.AccountId;
import org.tatabbu.statement.Passkey;

/** A passkey of the signing address: whose, what they call it, and the key as a mandate names it. */
public record SigningPasskey(UUID id, AccountId account, String name, Passkey key, Instant made) {}
