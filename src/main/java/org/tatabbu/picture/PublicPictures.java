// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

/** Says which pictures every reader may see; the room that publishes answers. */
public interface PublicPictures {
    boolean shows(String name);
}
