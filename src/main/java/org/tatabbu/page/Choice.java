// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

/** One of the values a select offers, and how it reads. */
public record Choice(String value, String label) {}
