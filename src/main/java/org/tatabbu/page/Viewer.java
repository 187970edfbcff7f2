// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

/**
 * Who is looking at a page of the workspace, as far as the frame must know.
 *
 * @param name the person's name in the language of the page
 * @param moderates whether anything is theirs to moderate
 * @param csrfName the name of the hidden field that every form carries
 * @param csrfToken its value, good for this session
 */
public record Viewer(String name, boolean moderates, String csrfName, String csrfToken) {}
