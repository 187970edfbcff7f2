// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.StreamSupport;

/** A device with a place for keys, beside one window: it recognises the person in front of it, or does not. */
final class KeyDevice {
    private final Page page;
    private final CDPSession session;
    private String id;

    KeyDevice(Page page) {
        this.page = page;
        this.session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        this.id = another(true);
    }

    private String another(boolean recognises) {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", recognises ? "internal" : "usb");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", recognises);
        options.addProperty("isUserVerified", recognises);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        return session.send("WebAuthn.addVirtualAuthenticator", device)
                .get("authenticatorId")
                .getAsString();
    }

    /** The same keys in a device that has neither a PIN nor a place for a finger. */
    KeyDevice thatKnowsNobody() {
        var keys = keys();
        session.send("WebAuthn.removeVirtualAuthenticator", of());
        id = another(false);
        keys.forEach(this::takes);
        return this;
    }

    KeyDevice recognises(boolean person) {
        var verified = of();
        verified.addProperty("isUserVerified", person);
        session.send("WebAuthn.setUserVerified", verified);
        return this;
    }

    /** One that makes keys of EdDSA alone: the browser takes the first kind that a page names, so none stands before it. */
    KeyDevice ofEdDsa() {
        return asked(
                "create",
                "one.publicKey.pubKeyCredParams = one.publicKey.pubKeyCredParams.filter(kind => kind.alg === -8)");
    }

    /** A page that is not ours any more, and does not ask who is there. */
    KeyDevice askedForNobody() {
        return asked("get", "one.publicKey.userVerification = 'discouraged'");
    }

    private KeyDevice asked(String what, String otherwise) {
        page.addInitScript("""
                const own = navigator.credentials.%1$s.bind(navigator.credentials);
                navigator.credentials.%1$s = one => { %2$s; return own(one); };
                """.formatted(what, otherwise));
        return this;
    }

    List<JsonObject> keys() {
        var all = session.send("WebAuthn.getCredentials", of()).getAsJsonArray("credentials");
        return StreamSupport.stream(all.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    void takes(JsonObject key) {
        var credential = of();
        credential.add("credential", key);
        session.send("WebAuthn.addCredential", credential);
    }

    void loses(JsonObject key) {
        var credential = of();
        credential.add("credentialId", key.get("credentialId"));
        session.send("WebAuthn.removeCredential", credential);
    }

    private JsonObject of() {
        var device = new JsonObject();
        device.addProperty("authenticatorId", id);
        return device;
    }
}
