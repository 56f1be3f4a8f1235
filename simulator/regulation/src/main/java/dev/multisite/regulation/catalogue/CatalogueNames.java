package dev.multisite.regulation.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.multisite.regulation.yaml.InvalidFileException;
import dev.multisite.scenario.yaml.LegalNames;

/** The names of a law catalogue, for the reader of scenarios. */
public final class CatalogueNames implements LegalNames {

    /** Facts with a number or a state, which scenarios can't give. */
    private static final Set<String> VALUED = Set.of("breach-notified-after", "state-demand");

    private final LawCatalogue catalogue;

    /** The shipped catalogue never changes while the program runs; sweeps read a scenario hundreds of times. */
    private static final class Shipped {
        private static final LegalNames NAMES = new CatalogueNames(LawCatalogue.shipped());
    }

    private CatalogueNames(LawCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the names of the catalogue made of {@code sources}; see {@link LawCatalogue#load}. */
    public static LegalNames of(List<String> sources, Path folder) throws FaultyCatalogueException {
        if (sources.equals(List.of(LawCatalogue.DEFAULT))) {
            return Shipped.NAMES;
        }
        try {
            return new CatalogueNames(LawCatalogue.load(sources, folder));
        } catch (InvalidFileException e) {
            throw new FaultyCatalogueException(
                    e.faults().stream().map(Object::toString).toList(), e);
        } catch (IOException e) {
            throw new FaultyCatalogueException(List.of("the laws can't be read: " + e.getMessage()), e);
        }
    }

    @Override
    public String find(Kind kind, String name) {
        if (kind == Kind.LAW) {
            return catalogue.hasLaw(name) ? catalogue.law(name).id() : "";
        }
        String found = kind == Kind.FACT
                ? catalogue.vocabulary().findCircumstance(name)
                : catalogue.vocabulary().find(kind(kind), name);
        return VALUED.contains(found) ? "" : found;
    }

    @Override
    public Collection<String> all(Kind kind) {
        if (kind == Kind.LAW) {
            return catalogue.lawNames();
        }
        List<String> names = new ArrayList<>(ids(kind(kind)));
        if (kind == Kind.FACT) {
            names.addAll(ids(Vocabulary.Kind.MECHANISM));
        }
        names.removeAll(VALUED);
        return names;
    }

    private List<String> ids(Vocabulary.Kind kind) {
        return catalogue.vocabulary().terms(kind).stream()
                .map(Vocabulary.Term::id)
                .toList();
    }

    private static Vocabulary.Kind kind(Kind kind) {
        return switch (kind) {
            case DATA_CLASS -> Vocabulary.Kind.DATA_CLASS;
            case MECHANISM -> Vocabulary.Kind.MECHANISM;
            case FACT -> Vocabulary.Kind.FACT;
            case ATTRIBUTE -> Vocabulary.Kind.ATTRIBUTE;
            case NEXUS, LAW -> Vocabulary.Kind.NEXUS;
        };
    }
}
