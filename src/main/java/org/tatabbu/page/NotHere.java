// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing stands at this address, or nothing for this viewer: both look the same. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NotHere extends RuntimeException {
    public NotHere() {
        super("Nothing here for this viewer", null, false, false);
    }
}
