// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** As much of a server as a driver must hear to know its version: lets anybody in, nods at every statement. */
record OldServer(ServerSocket socket, String version) implements AutoCloseable {

    static OldServer started(String version) throws IOException {
        OldServer server = new OldServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), version);
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    String url() {
        return "postgresql://127.0.0.1:" + socket.getLocalPort() + "/old?sslmode=disable&gssEncMode=disable";
    }

    private void serve() {
        try (Socket client = socket.accept();
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            in.skipNBytes(in.readInt() - 4);
            send(out, 'R', "\0\0\0\0");
            send(out, 'S', "server_version\0" + version + "\0");
            send(out, 'S', "client_encoding\0UTF8\0");
            send(out, 'S', "standard_conforming_strings\0on\0");
            send(out, 'S', "integer_datetimes\0on\0");
            send(out, 'Z', "I");
            while (true) {
                int type = in.readByte();
                in.skipNBytes(in.readInt() - 4);
                switch (type) {
                    case 'P' -> send(out, '1', "");
                    case 'B' -> send(out, '2', "");
                    case 'D' -> send(out, 'n', "");
                    case 'E' -> send(out, 'C', "SET\0");
                    case 'S' -> send(out, 'Z', "I");
                    case 'Q' -> {
                        send(out, 'C', "SET\0");
                        send(out, 'Z', "I");
                    }
                    case 'X' -> {
                        return;
                    }
                    default -> throw new IOException("unexpected message " + (char) type);
                }
            }
        } catch (IOException gone) {
            // The test that called has what it wanted.
        }
    }

    private static void send(DataOutputStream out, char type, String body) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length() + 4);
        out.write(body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
