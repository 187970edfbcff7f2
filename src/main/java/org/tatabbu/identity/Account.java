// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import org.tatabbu.language.PersonName;

/** A person who may sign in. */
public record Account(AccountId id, String email, PersonName name) {}
