// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what somebody sent a picture of our own: its pixels are drawn anew, and nothing else of it is kept, be it the place
 * it was taken at or a script behind its last byte.
 */
final class Developing {
    /** In octets. */
    static final int HEAVIEST = 15 * 1024 * 1024;

    /** Width times height, read from the header before a pixel is decoded. */
    static final long MOST_PIXELS = 50_000_000;

    /** The longer side as shown, in pixels. */
    static final int LONGEST = 1600;

    private static final float QUALITY = 0.82f;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    /** One at a time in this process: each may need some hundred megabytes. */
    private static final ReentrantLock DARKROOM = new ReentrantLock();

    private Developing() {}

    /** A picture and its bytes, which its name stands for. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by the name, which is their digest.
    record Print(Picture picture, byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Print print && print.picture.equals(picture);
        }

        @Override
        public int hashCode() {
            return picture.hashCode();
        }

        @Override
        public String toString() {
            return picture.toString();
        }
    }

    /** Whether a picture has more bytes or pixels than we read. */
    static boolean tooLarge(byte[] sent) {
        if (sent.length > HEAVIEST) {
            return true;
        }
        return format(sent)
                .flatMap(format -> read(sent, format, Developing::pixels))
                .map(pixels -> pixels > MOST_PIXELS)
                .orElse(false);
    }

    /** Call only on what is not {@link #tooLarge}. */
    static Optional<Print> develop(byte[] sent) {
        DARKROOM.lock();
        try {
            return format(sent)
                    .flatMap(format -> read(sent, format, Developing::decode)
                            .map(image -> print(
                                    image,
                                    format.equals("jpeg") ? Orientation.of(sent) : Orientation.UPRIGHT,
                                    format)));
        } finally {
            DARKROOM.unlock();
        }
    }

    private static Optional<String> format(byte[] sent) {
        if (begins(sent, JPEG)) {
            return Optional.of("jpeg");
        }
        return begins(sent, PNG) ? Optional.of("png") : Optional.empty();
    }

    private static boolean begins(byte[] sent, byte[] magic) {
        return sent.length > magic.length && Arrays.equals(sent, 0, magic.length, magic, 0, magic.length);
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> read(byte[] sent, String format, Reading<T> reading) {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            return Optional.of(reading.from(reader));
        } catch (IOException | RuntimeException unreadable) {
            // Torn or hostile bytes fail in as many ways as there are decoders: whatever it was, it is no picture.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static Long pixels(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0);
    }

    // Every second or third pixel is enough of a very large picture, and bounds what its decoding needs.
    private static BufferedImage decode(ImageReader reader) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longer / (2 * LONGEST));
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    private static Print print(BufferedImage lying, Orientation orientation, String format) {
        boolean png = format.equals("png");
        double scale = Math.min(1.0, (double) LONGEST / Math.max(lying.getWidth(), lying.getHeight()));
        int across = Math.max(1, (int) Math.round(lying.getWidth() * scale));
        int down = Math.max(1, (int) Math.round(lying.getHeight() * scale));
        int width = orientation.turned() ? down : across;
        int height = orientation.turned() ? across : down;
        boolean clear = png && lying.getColorModel().hasAlpha();
        var upright =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var brush = upright.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.transform(orientation.upright(across, down));
        brush.drawImage(lying, 0, 0, across, down, null);
        brush.dispose();
        var bytes = write(upright, format);
        return new Print(new Picture(digest(bytes) + (png ? ".png" : ".jpg"), width, height), bytes);
    }

    private static byte[] write(BufferedImage image, String format) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var wanted = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wanted.setCompressionQuality(QUALITY);
                wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), wanted);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
