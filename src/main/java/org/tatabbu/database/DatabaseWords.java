// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

/** Why the program did not start, and what to do about it. Ports and versions are text: nobody groups their digits. */
interface DatabaseWords {

    String portTaken(String port);

    String folderNotWritable(String folder);

    String folderInUse(String folder);

    String folderOfNewerVersion(String folder, String theirs, String ours);

    String folderOfOlderVersion(String folder, String theirs, String ours);

    String schemaOfNewerVersion(String room, String theirs, String ours);

    String noRootHere();

    String addressNotUnderstood(String example);

    String unreachable(String address);

    String passwordRefused(String role, String address);

    String databaseMissing(String database, String address);

    String serverTooOld(String address, String theirs, String oldest);

    String roleTooPowerful(String role);

    String ownerMissing(String role, String statements);

    String roleBecomesOwner(String role, String statement);

    String roleOwns(String role, String database, String statement);

    String privateTableUnguarded(String breaches);
}
