// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.util.UUID;

/**
 * Where somebody stands who reads or brings papers; the caller has made sure that they stand there.
 *
 * @param party the side they act for, whose own papers they see
 */
public record Place(UUID committee, UUID party, UUID account) {}
