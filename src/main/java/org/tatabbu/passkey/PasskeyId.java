// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.util.UUID;

public record PasskeyId(UUID id) {
    static PasskeyId random() {
        return new PasskeyId(UUID.randomUUID());
    }
}
