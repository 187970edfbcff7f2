// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** The two kinds of public key, in the one encoding of each (RFC 8410, RFC 5480), and their signatures. */
enum KeyMaterial {
    ED25519("Ed25519", "Ed25519", "302a300506032b6570032100", 32),
    P256("EC", "SHA256withECDSA", "3059301306072a8648ce3d020106082a8648ce3d03010703420004", 64);

    // Under a key of small order some signatures hold for any message (their encodings, without the sign bit).
    private static final Set<String> SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private final String family;
    private final String signature;
    private final String prefix;
    private final int length;

    KeyMaterial(String family, String signature, String prefix, int length) {
        this.family = family;
        this.signature = signature;
        this.prefix = prefix;
        this.length = length;
    }

    /** The SubjectPublicKeyInfo of a raw key. */
    Octets spki(byte[] raw) {
        var spki = Octets.of(HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(raw)));
        check(spki);
        return spki;
    }

    /** Refuses what is not a key of this kind, written in its one way. */
    void check(Octets spki) {
        var written = HexFormat.of().formatHex(spki.bytes());
        if (written.length() != prefix.length() + 2 * length || !written.startsWith(prefix)) {
            throw new Unreadable("Not the SubjectPublicKeyInfo of a key " + family);
        }
        var raw = HexFormat.of().parseHex(written.substring(prefix.length()));
        switch (this) {
            case ED25519 -> {
                var sign = raw.clone();
                sign[31] &= 0x7f;
                if (SMALL_ORDER.contains(HexFormat.of().formatHex(sign))) {
                    throw new Unreadable("A key of small order");
                }
            }
            case P256 -> {
                if (!onCurve(raw)) {
                    throw new Unreadable("Not a point of the curve");
                }
            }
        }
        decoded(spki);
    }

    boolean verifies(Octets spki, byte[] message, byte[] signed) {
        try {
            var check = Signature.getInstance(signature);
            check.initVerify(decoded(spki));
            check.update(message);
            return check.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey decoded(Octets spki) {
        try {
            return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(spki.bytes()));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("Not a key " + family);
        }
    }

    private static boolean onCurve(byte[] raw) {
        var curve = p256().getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var x = new BigInteger(1, raw, 0, 32);
        var y = new BigInteger(1, raw, 32, 32);
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
