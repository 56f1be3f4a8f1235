package dev.multisite.scenario.yaml;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.multisite.scenario.Period;
import dev.multisite.scenario.yaml.Node.Mapping;

/** One reading of one document: what shapes need beside the node that they read. */
final class Reading {

    private final Mapping root;
    private final Gazetteer gazetteer;
    private final Problems problems;
    private final Attachments attachments;
    private final Map<String, Instant> openings = new HashMap<>();
    private final LegalReading legal;
    private @Nullable Period period;

    Reading(Mapping root, Gazetteer gazetteer, LegalNames.Source laws, Path folder, Problems problems) {
        this(root, gazetteer, laws, folder, problems, file -> {});
    }

    /** @param reads told of each file or folder that the document refers to, by its path from {@code folder} */
    Reading(
            Mapping root,
            Gazetteer gazetteer,
            LegalNames.Source laws,
            Path folder,
            Problems problems,
            Consumer<Path> reads) {
        this.root = root;
        this.gazetteer = gazetteer;
        this.problems = problems;
        this.attachments = new Attachments(folder, problems, reads);
        this.legal = new LegalReading(root, laws, folder, this, reads);
    }

    Gazetteer gazetteer() {
        return gazetteer;
    }

    Problems problems() {
        return problems;
    }

    Attachments attachments() {
        return attachments;
    }

    /** Returns the period once it is read without problems; shapes of sections after it rely on it. */
    Optional<Period> period() {
        return Optional.ofNullable(period);
    }

    void begin(Period newPeriod) {
        period = newPeriod;
    }

    /** Returns the names that the document defines in a section such as {@code sites}. */
    List<String> names(String section) {
        return root.find(section) instanceof Mapping mapping
                ? List.copyOf(mapping.entries().keySet())
                : List.of();
    }

    /** Returns the names of the risks. */
    List<String> risks() {
        return root.find("network") instanceof Mapping network && network.find("risks") instanceof Mapping risks
                ? List.copyOf(risks.entries().keySet())
                : List.of();
    }

    /** Returns the site to which a group of keys below it belongs. */
    Optional<Mapping> siteOf(Mapping group) {
        Node.KeyPath parent = group.path().parent();
        return parent != null
                        && root.find("sites") instanceof Mapping sites
                        && sites.find(parent.segment()) instanceof Mapping site
                ? Optional.of(site)
                : Optional.empty();
    }

    /** Remembers that a site opens late, for phases that wait for it. */
    void opens(String site, Instant on) {
        openings.put(site, on);
    }

    /** Returns whether the document says when a site opens. */
    boolean hasOpening(String site) {
        return root.find("sites") instanceof Mapping sites
                && sites.find(site) instanceof Mapping mapping
                && mapping.find("opens") != null
                && !(mapping.find("opens") instanceof Node.Scalar scalar
                        && scalar.text().equals("start"));
    }

    Optional<Instant> opening(String site) {
        return Optional.ofNullable(openings.get(site));
    }

    /** Returns the catalogue's form of a legal name, or nothing after reporting that there is none. */
    Optional<String> legalName(LegalNames.Kind kind, String name, Node node) {
        return legal.name(kind, name, node);
    }

    /** Returns the sources of laws as absolute paths, or nothing after reporting what is wrong with them. */
    Optional<List<String>> catalogueSources(Node node) {
        return legal.sources(node);
    }

    /** Returns the default of {@code staff-access} as YAML text. */
    String staffAccess() {
        return legal.staffAccess();
    }

    /** Returns whether the document states a consent under {@code regulation}. */
    boolean hasConsent() {
        return legal.hasConsent();
    }

    /** Returns whether any service of the document has stores. */
    boolean anyServiceStores() {
        return root.find("services") instanceof Mapping services
                && services.entries().values().stream()
                        .anyMatch(entry -> entry.value() instanceof Mapping service && service.find("stores") != null);
    }

    /** Reports unless {@code name} is one of {@code known}; returns whether it is. */
    boolean requireKnown(Node node, String name, String what, Collection<String> known) {
        if (known.contains(name)) {
            return true;
        }
        String hint = Nearest.hint(name, known);
        problems.add(
                node,
                "no " + what + " " + dev.multisite.units.Literals.quoted(name),
                hint.isEmpty() ? listed(known) : hint);
        return false;
    }

    private static String listed(Collection<String> known) {
        List<String> names = new ArrayList<>(known);
        return names.isEmpty() || names.size() > 20 ? "" : "known: " + String.join(", ", names);
    }
}
