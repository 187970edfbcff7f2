// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.io.Serializable;
import java.util.UUID;

public record AccountId(UUID id) implements Serializable {
    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }
}
