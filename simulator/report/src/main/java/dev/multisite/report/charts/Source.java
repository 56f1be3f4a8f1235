package dev.multisite.report.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.multisite.report.results.ResultsFolder;
import dev.multisite.report.results.Text;
import dev.multisite.report.theme.Marks;
import dev.multisite.report.theme.Palette;

/** A results folder with the looks that its names have in all pictures. */
public final class Source {

    /** More countries than this make a picture unreadable; the rest is in the data table. */
    static final int MOST_COUNTRIES = 10;

    private static final int LONGEST_NAME = 30;

    private final ResultsFolder results;
    private final List<String> architectures;
    private final List<String> countries;

    public Source(ResultsFolder results) {
        this.results = results;
        this.architectures = results.architectures();
        this.countries = results.countries();
    }

    public ResultsFolder results() {
        return results;
    }

    public List<String> architectures() {
        return architectures;
    }

    /** Returns all populations, those with most requests first. */
    public List<String> countries() {
        return countries;
    }

    /** Returns the populations to draw, those with most requests first. */
    List<String> topCountries(int most) {
        return countries.subList(0, Math.min(most, countries.size()));
    }

    /** Returns the rows of a chart by country: all together, then the largest; one country needs one row. */
    List<String> countryRows() {
        List<String> rows = new ArrayList<>();
        rows.add("");
        if (countries.size() > 1) {
            rows.addAll(topCountries(mostCountries()));
        }
        return rows;
    }

    /** Many architectures need the height of the picture themselves. */
    private int mostCountries() {
        return architectures.size() > 6 ? MOST_COUNTRIES / 2 : MOST_COUNTRIES;
    }

    /** Returns the country where architectures differ most for most requests; the largest if nothing is compared. */
    String tellingCountry() {
        return topCountries(MOST_COUNTRIES).stream()
                .max(Comparator.comparingDouble(this::change))
                .orElse("");
    }

    double change(String country) {
        double requests = architectures.stream()
                .mapToDouble(name -> results.figure(name, "requests", country).mean())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double millis = architectures.stream()
                .flatMap(name -> results.difference(name, "latency-p95", country).stream())
                .mapToDouble(row -> Math.abs(row.difference().mean()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return millis * StrictMath.sqrt(requests);
    }

    /** Returns who waits, for a question that goes on with "wait?"; not every population is a country. */
    String whoWaits(String country) {
        if (country.isEmpty()) {
            return "do people in all countries";
        }
        boolean named = !results.label(country).equals(country);
        return named ? "do people in " + shortLabel(country) : "does “" + shortLabel(country) + "”";
    }

    String rowLabel(String country) {
        if (!country.isEmpty()) {
            return shortLabel(country);
        }
        return countries.size() == 1 ? shortLabel(countries.get(0)) : "All countries";
    }

    String shortLabel(String country) {
        return Text.inSentence(Text.shorten(results.label(country), 24));
    }

    /** Says what a chart by country leaves out; empty if nothing. */
    String omission() {
        int omitted = countries.size() - mostCountries();
        return omitted <= 0
                ? ""
                : " Shown are the " + mostCountries() + " countries with most requests; the table has the other "
                        + omitted + ".";
    }

    public Color colour(String architecture) {
        return Palette.series(index(architecture));
    }

    int index(String architecture) {
        return Math.max(0, architectures.indexOf(architecture));
    }

    static String shortName(String name) {
        return Text.inSentence(Text.shorten(name, LONGEST_NAME));
    }

    List<Key> keys() {
        return architectures.stream()
                .map(name -> new Key(shortName(name), colour(name), Marks.shape(index(name), 10)))
                .toList();
    }

    boolean hasIntervals() {
        return !(results.run().provenance().replications() <= 1);
    }

    /** Returns e.g. {@code 95 % intervals from 20 replications}. */
    public String certainty() {
        double replications = results.run().provenance().replications();
        if (replications <= 1) {
            return "one replication, so no intervals";
        }
        String level = Math.round(results.run().confidence() * 100) + " % intervals";
        return Double.isNaN(replications) ? level : level + " from " + (long) replications + " replications";
    }

    /** Returns the line at the foot of every picture. */
    public String footer() {
        return Text.shorten(results.run().scenario().title(), 80) + " · " + certainty() + " · multisite";
    }
}
