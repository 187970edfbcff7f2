// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

/** Somebody has made a passkey to sign with. Heard within the transaction that keeps it. */
public record KeyMade(SigningPasskey key) {}
