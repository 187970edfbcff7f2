// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nu.validator.checker.Checker;
import nu.validator.checker.ConformingButObsoleteWarner;
import nu.validator.checker.NormalizationChecker;
import nu.validator.checker.TextContentChecker;
import nu.validator.checker.UncheckedSubtreeWarner;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.checker.jing.CheckerValidator;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.vendor.thaiopensource.relaxng.impl.CombineValidator;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.IncorrectSchemaException;
import nu.validator.vendor.thaiopensource.validate.Schema;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.Validator;
import nu.validator.vendor.thaiopensource.validate.prop.rng.RngProperty;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import nu.validator.vendor.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML checker: what it has against a page or a sheet, errors and warnings alike. Its rules come out of its own jar;
 * it asks nobody.
 */
public final class HtmlJudge {
    private static final int DEEP = 64 << 20;

    /**
     * A browser takes a list without bullets for no list, and a table that a narrow window stacks for no table, unless their
     * roles say so; the checker finds those roles unnecessary.
     */
    private static final Pattern ALLOWED = Pattern.compile(
            "The “(list|table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary for element “[a-z]+”[.]"
                    + "|The “role” attribute must not be used on a “(tr|th|td)” element which has a “table” ancestor .*");

    private final List<String> found = new ArrayList<>();
    private final ErrorHandler ears = new Ears();
    private final Validator rules;
    private final HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);

    public HtmlJudge() {
        var reading = new FutureTask<>(this::rules);
        // Its grammar is read by a recursion that is deeper than a thread of the tests goes.
        new Thread(null, reading, "rules of the checker", DEEP).start();
        try {
            rules = reading.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException("The checker does not read its own rules", failure);
        }
        parser.setContentSpacePolicy(XmlViolationPolicy.ALTER_INFOSET);
        parser.setXmlnsPolicy(XmlViolationPolicy.ALTER_INFOSET);
        parser.setMappingLangToXmlLang(true);
        parser.setErrorHandler(ears);
    }

    /** What is wrong with a page, line by line. */
    public List<String> against(String html) {
        found.clear();
        rules.reset();
        parser.setContentHandler(rules.getContentHandler());
        try {
            parser.parse(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException failure) {
            throw new IllegalStateException(failure);
        }
        return List.copyOf(found);
    }

    /** What is wrong with a sheet, told as of a page that holds it. */
    public List<String> againstSheet(String css) {
        return against("<!doctype html><html lang=\"en\"><title>A sheet</title><style>\n" + css + "</style></html>");
    }

    private Validator rules() throws IOException, SAXException, IncorrectSchemaException {
        var local = new LocalCacheEntityResolver(new NullEntityResolver());
        local.setAllowRnc(true);
        var settings = new PropertyMapBuilder();
        settings.put(ValidateProperty.ERROR_HANDLER, ears);
        settings.put(ValidateProperty.ENTITY_RESOLVER, local);
        settings.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
        RngProperty.CHECK_ID_IDREF.add(settings);
        var all = settings.toPropertyMap();
        Schema grammar = new NamespaceChangingSchemaWrapper(new RoleAttributeFilteringSchemaWrapper(
                new XmlLangAttributeDroppingSchemaWrapper(
                        new DataAttributeDroppingSchemaWrapper(CompactSchemaReader.getInstance()
                                .createSchema(
                                        local.resolveEntity(null, "http://s.validator.nu/html5-rdfalite.rnc"), all)))));
        var byRule = Stream.of(
                        grammar,
                        CheckerSchema.ASSERTION_SCH,
                        CheckerSchema.TABLE_CHECKER,
                        CheckerSchema.DUPLICATE_DT_CHECKER,
                        CheckerSchema.HEADING_HIERARCHY_CHECKER,
                        CheckerSchema.MICRODATA_CHECKER,
                        CheckerSchema.RDFALITE_CHECKER,
                        CheckerSchema.USEMAP_CHECKER,
                        CheckerSchema.XML_PI_CHECKER)
                .map(schema -> schema.createValidator(all));
        var byHand = Stream.<Checker>of(
                        new ConformingButObsoleteWarner(),
                        new NormalizationChecker(),
                        new TextContentChecker(),
                        new UncheckedSubtreeWarner())
                .map(checker -> new CheckerValidator(checker, all));
        return Stream.concat(byRule, byHand).reduce(CombineValidator::new).orElseThrow();
    }

    private final class Ears implements ErrorHandler {
        @Override
        public void warning(SAXParseException what) {
            note(what);
        }

        @Override
        public void error(SAXParseException what) {
            note(what);
        }

        @Override
        public void fatalError(SAXParseException what) {
            note(what);
        }

        private void note(SAXParseException what) {
            if (!ALLOWED.matcher(what.getMessage()).matches()) {
                found.add(what.getLineNumber() + ": " + what.getMessage());
            }
        }
    }
}
