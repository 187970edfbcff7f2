// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.tatabbu.page.Pages;

/**
 * What is written on it is held back where the page may be kept, and goes straight through where it may not: a paper to
 * download is never in memory.
 */
final class Sheet extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final Runnable nothing;
    private @Nullable Held held;

    /** @param nothing told as soon as it is sure that there is no page to keep: who waits for it need not wait for its end */
    Sheet(HttpServletRequest request, HttpServletResponse response, Runnable nothing) {
        super(response);
        this.request = request;
        this.nothing = nothing;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (held != null) {
            return held;
        }
        if (Pages.keptAt(request) == null) {
            nothing.run();
            return super.getOutputStream();
        }
        held = new Held();
        return held;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        nothing.run();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (held == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held = null;
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held = null;
        super.reset();
    }

    /** What was held back, or nothing. */
    byte @Nullable [] bytes() {
        return held == null ? null : held.bytes.toByteArray();
    }

    /** What was held back after all is no page to keep: it goes to whoever asked. */
    void handOn() throws IOException {
        if (held != null) {
            getResponse().getOutputStream().write(held.bytes.toByteArray());
        }
    }

    private static final class Held extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            bytes.write(octets, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Pages are not written asynchronously");
        }
    }
}
