package dev.multisite.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;

/** Writes made-up results folders that look like those of a two-year run. The same settings give the same bytes. */
final class SyntheticResults {

    /** A country with a rough centre. */
    record Land(String name, double latitude, double longitude, double devices) {}

    static final List<Land> TWELVE = List.of(
            new Land("CN", 32.9, 112.6, 62e6),
            new Land("IN", 21.1, 79.1, 9.4e6),
            new Land("ID", -6.2, 106.8, 2.9e6),
            new Land("BR", -23.5, -46.6, 1.4e6),
            new Land("RU", 55.7, 37.6, 1.1e6),
            new Land("MY", 3.1, 101.7, 0.9e6),
            new Land("SG", 1.35, 103.8, 0.45e6),
            new Land("US", 39.8, -98.6, 0.4e6),
            new Land("TR", 39.9, 32.9, 0.35e6),
            new Land("MX", 19.4, -99.1, 0.3e6),
            new Land("PH", 14.6, 121.0, 0.28e6),
            new Land("FJ", -17.8, 178.0, 0.02e6));

    private static final List<Land> SITES = List.of(
            new Land("beijing", 39.9, 116.4, 0),
            new Land("singapore", 1.29, 103.85, 0),
            new Land("oregon", 45.8, -119.7, 0),
            new Land("india", 19.08, 72.88, 0));

    private static final LocalDate START = LocalDate.of(2014, 7, 1);

    List<Land> countries = TWELVE;
    List<Land> sites = SITES;
    List<String> architectures = List.of("single-site", "multi-site", "multi-site-india");
    int replications = 20;
    int days = 731;
    boolean failures = true;
    boolean exposure = true;
    /** Whether the folder has what older versions of the program did not write. */
    boolean recent = true;

    String title = "From Beijing to a multi-site architecture";

    private final Random random = new Random(20141022);
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();

    /** Sixty countries, twenty sites, ten architectures. */
    static SyntheticResults crowded() {
        SyntheticResults crowded = new SyntheticResults();
        List<Land> countries = new ArrayList<>();
        String[] codes = Locale.getISOCountries();
        for (int i = 0; i < 60; i++) {
            countries.add(new Land(codes[i * 4], -40 + (i * 37 % 100), -170 + (i * 61 % 340), 1e7 / (i + 1)));
        }
        List<Land> sites = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sites.add(new Land("site-" + i, -35 + (i * 29 % 90), -160 + (i * 47 % 320), 0));
        }
        crowded.countries = countries;
        crowded.sites = sites;
        crowded.architectures = List.of(
                "single-site",
                "two-sites",
                "three-sites",
                "four-sites",
                "six-sites",
                "eight-sites",
                "ten-sites",
                "twelve-sites",
                "sixteen-sites",
                "twenty-sites");
        crowded.days = 120;
        return crowded;
    }

    /** Names that try to break out of HTML, XML, CSV and the line. */
    static SyntheticResults hostile() {
        SyntheticResults hostile = new SyntheticResults();
        hostile.title = "<script>alert(1)</script> \"quoted\" & 'single' \u202Eevil\u202C \u0007bell ]]> <!-- "
                + "long ".repeat(60);
        hostile.architectures = List.of(
                "<img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(2)>",
                "ארכיטקטורה \u202E" + "very-long-architecture-name-".repeat(8));
        hostile.countries = List.of(
                new Land("<b>IN</b>", 21, 79, 9e6),
                new Land("'; DROP TABLE", -6, 106, 3e6),
                new Land("=HYPERLINK(\"x\")", 50, 10, 2e6),
                new Land("line\nbreak\u0000\u001B[31m", 10, 10, 1e6));
        hostile.sites = List.of(
                new Land("</svg><script>alert(3)</script>", 39.9, 116.4, 0),
                new Land("${T(java.lang.Runtime)}", 1.3, 103.8, 0),
                new Land("&lt;already&gt;", 45, -119, 0),
                new Land("x".repeat(300), 19, 72, 0));
        hostile.days = 60;
        return hostile;
    }

    /** Names in many scripts, one of which no bundled font has. */
    static SyntheticResults scripts() {
        SyntheticResults scripts = new SyntheticResults();
        scripts.title = "从北京到多个站点 – मुंबई – الرياض";
        scripts.architectures = List.of("单站点", "कई साइटें", "مواقع متعددة");
        scripts.countries = List.of(
                new Land("中国大陆", 32.9, 112.6, 62e6),
                new Land("भारत", 21.1, 79.1, 9.4e6),
                new Land("المملكة العربية السعودية", 24, 45, 3e6),
                new Land("ישראל", 31.5, 34.9, 2e6),
                new Land("ประเทศไทย", 15, 101, 1e6),
                new Land("日本 トウキョウ", 35.7, 139.7, 1e6),
                new Land("한국 🚀", 37, 127, 0.9e6));
        scripts.sites = List.of(
                new Land("北京", 39.9, 116.4, 0),
                new Land("मुंबई", 19.08, 72.88, 0),
                new Land("الرياض", 24.7, 46.7, 0),
                new Land("Singapore 新加坡", 1.29, 103.85, 0));
        scripts.days = 60;
        return scripts;
    }

    Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        metrics();
        comparison();
        if (recent) {
            pairs();
        }
        timeline();
        events();
        latency();
        if (exposure) {
            exposure();
            exposedOverTime();
            finesDistribution();
        }
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                folder.resolve("run.json"), JsonMapper.builder().build().writeValueAsString(run()));
        return folder;
    }

    /** Fines in a fifth of the courses, ten times as high in a hundredth as in a tenth. */
    private void finesDistribution() {
        for (int a = 0; a < architectures.size(); a++) {
            for (double quantile : new double[] {0.5, 0.8, 0.9, 0.95, 0.99, 0.999}) {
                double usd = quantile < 0.8 ? 0 : 1e5 / (1 - quantile) / (1 + a);
                row(
                        "fines-distribution.csv",
                        "architecture,quantile,announced-usd,collected-usd",
                        architectures.get(a),
                        quantile,
                        usd,
                        usd / 2);
            }
        }
    }

    private void row(String file, String header, Object... cells) {
        StringBuilder text = files.computeIfAbsent(file, name -> new StringBuilder(header + "\r\n"));
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        text.append("\r\n");
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number.toString() : "";
        }
        String text = value.toString();
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void metric(
            String architecture,
            String country,
            String site,
            String metric,
            String unit,
            double mean,
            double relative) {
        metric(architecture, "", country, site, metric, unit, mean, relative);
    }

    private void metric(
            String architecture,
            String period,
            String country,
            String site,
            String metric,
            String unit,
            double mean,
            double relative) {
        boolean interval = replications > 1 && relative > 0;
        double half = Math.abs(mean) * relative;
        row(
                "metrics.csv",
                "architecture,period,country,site,service,metric,unit,mean,ci-low,ci-high,replications",
                architecture,
                period,
                country,
                site,
                "",
                metric,
                unit,
                mean,
                interval ? Math.max(0, mean - half) : Double.NaN,
                interval ? mean + half : Double.NaN,
                String.valueOf(replications));
    }

    private double median(int architecture, Land land) {
        double toFirst = 30 + 0.018 * distance(land, sites.get(0));
        double best = sites.stream()
                .limit(architecture == 0 ? 1 : architecture + 2)
                .mapToDouble(site -> 30 + 0.018 * distance(land, site))
                .min()
                .orElse(toFirst);
        return architecture == 0 ? toFirst : best;
    }

    static double distance(Land a, Land b) {
        double p = Math.toRadians(a.latitude());
        double q = Math.toRadians(b.latitude());
        double cos = Math.sin(p) * Math.sin(q)
                + Math.cos(p) * Math.cos(q) * Math.cos(Math.toRadians(a.longitude() - b.longitude()));
        return 6371 * Math.acos(Math.max(-1, Math.min(1, cos)));
    }

    private void metrics() {
        for (int a = 0; a < architectures.size(); a++) {
            String name = architectures.get(a);
            slice(name, a, "", countries.get(0), 1);
            for (Land land : countries) {
                slice(name, a, land.name(), land, 0.5 + random.nextDouble());
            }
            metric(name, "", "", "availability", "fraction", a == 0 ? 0.9987 : 0.99993, 0.0004);
            metric(name, "", "", "cost", "USD", 21.4e6 + 5.1e6 * a, 0.02);
            metric(name, "", "", "energy", "kWh", 3.2e6 + 0.4e6 * a, 0.01);
            metric(name, "", "", "carbon", "kg CO2e", 2.1e6 - 0.2e6 * a, 0.01);
            if (exposure) {
                metric(name, "", "", "non-compliant-record-years", "record-years", 9e8 / (1 + 3.0 * a), 0.12);
                metric(name, "", "", "foreign-reach", "fraction", 0.35 + 0.1 * a, 0.02);
                metric(name, "", "", "fines-expected", "USD", 2.1e6 / (1 + a), 0.3);
                metric(name, "", "", "fines-p95", "USD", 14e6 / (1 + a), 0.4);
                metric(name, "", "", "fine-probability", "fraction", 0.21 / (1 + a), 0.2);
                metric(name, "", "", "cross-border-transfers", "1/d", 7.5e8 / (1 + a), 0.1);
                metric(name, "", "", "cross-border-direct-collection", "1/d", 7.5e8 / (1 + a), 0.1);
            }
            if (recent) {
                shares(a);
            }
            for (int s = 0; s < sitesOf(a); s++) {
                String site = sites.get(s).name();
                metric(name, "", site, "cost", "USD", (21.4e6 + 5.1e6 * a) / (s + 1.5) / 2, 0.02);
                metric(name, "", site, "utilisation", "fraction", 0.55 / (s + 1), 0.03);
                metric(name, "", site, "utilisation-peak", "fraction", 0.93 / (s * 0.3 + 1), 0.03);
                metric(name, "", site, "site-availability", "fraction", 0.9985, 0.0005);
            }
        }
    }

    /** In the last phase everybody's requests go to the first site and the last one in use, three to one. */
    private void shares(int a) {
        for (Land land : countries) {
            String period = a == 0 ? "" : "2014-10-22";
            String last = sites.get(sitesOf(a) - 1).name();
            metric(
                    architectures.get(a),
                    period,
                    land.name(),
                    sites.get(0).name(),
                    "served-share",
                    "fraction",
                    a == 0 ? 1 : 0.75,
                    0.01);
            if (a > 0) {
                metric(architectures.get(a), period, land.name(), last, "served-share", "fraction", 0.25, 0.01);
            }
        }
    }

    private int sitesOf(int architecture) {
        return architecture == 0 ? 1 : Math.min(sites.size(), architecture + 2);
    }

    private void slice(String name, int a, String country, Land land, double noise) {
        double median = median(a, land);
        double devices = country.isEmpty()
                ? countries.stream().mapToDouble(Land::devices).sum()
                : land.devices();
        metric(name, country, "", "requests", "1", devices * 60 * days / 2, 0.001);
        metric(name, country, "", "devices", "devices", devices / 2, 0.002);
        metric(name, country, "", "latency-mean", "ms", median * 1.2, 0.01);
        metric(name, country, "", "latency-p50", "ms", median, 0.008);
        metric(name, country, "", "latency-p90", "ms", median * 1.9, 0.01);
        metric(name, country, "", "latency-p95", "ms", median * 2.4, 0.02);
        metric(name, country, "", "latency-p99", "ms", median * 4.1, 0.04);
        metric(name, country, "", "latency-p99.9", "ms", median * 9, 0.09);
        double rate = failures ? noise * (a == 0 ? 0.0021 : 0.00016 / a) : 0;
        metric(name, country, "", "failure-rate", "fraction", rate, 0.3);
        metric(name, country, "", "failures-timeout", "fraction", rate * 0.2, 0.3);
        metric(name, country, "", "failures-rejected", "fraction", rate * 0.05 * a, 0.5);
        metric(name, country, "", "failures-site-down", "fraction", rate * (0.7 - 0.1 * a), 0.3);
        metric(name, country, "", "failures-network", "fraction", rate * 0.1, 0.4);
        metric(name, country, "", "failures-not-permitted", "fraction", 0, 0);
    }

    private void comparison() {
        for (int a = 1; a < architectures.size(); a++) {
            compare(a, "", countries.get(0));
            for (Land land : countries) {
                compare(a, land.name(), land);
            }
            difference(a, "", "cost", "USD", 5.1e6 * a, 4e5, 0.0);
            difference(a, "", "availability", "fraction", 0.00123, 0.0005, 1.0);
            difference(a, "", "energy", "kWh", 0.4e6 * a, 3e4, 0.0);
            difference(a, "", "carbon", "kg CO2e", -0.2e6 * a, 5e5, 0.6);
        }
    }

    private void pairs() {
        int plan = architectures.size() - 1;
        for (int a = 1; a < plan; a++) {
            pair(plan, a, "", "cost", "USD", 5.1e6, 4e5);
            pair(plan, a, "", "latency-p95", "ms", -12, 20);
            pair(plan, a, countries.get(0).name(), "latency-p95", "ms", -123, 14);
        }
    }

    private void pair(int a, int b, String country, String metric, String unit, double mean, double half) {
        row(
                "pairs.csv",
                "architecture,other,country,metric,unit,difference,ci-low,ci-high,ratio,p-better",
                architectures.get(a),
                architectures.get(b),
                country,
                metric,
                unit,
                mean,
                replications > 1 ? mean - half : Double.NaN,
                replications > 1 ? mean + half : Double.NaN,
                0.9,
                0.5);
    }

    private void compare(int a, String country, Land land) {
        double change = 2.4 * (median(a, land) - median(0, land));
        difference(a, country, "latency-p95", "ms", change, 3 + Math.abs(change) * 0.04, change < -1 ? 1.0 : 0.5);
        difference(
                a,
                country,
                "failure-rate",
                "fraction",
                failures ? -0.0018 : 0,
                failures ? 0.0006 : 0,
                failures ? 0.95 : 0.5);
    }

    private void difference(
            int a, String country, String metric, String unit, double mean, double half, double better) {
        row(
                "comparison.csv",
                "architecture,baseline,country,service,metric,unit,difference,ci-low,ci-high,ratio,p-better",
                architectures.get(a),
                architectures.get(0),
                country,
                "",
                metric,
                unit,
                mean,
                replications > 1 ? mean - half : Double.NaN,
                replications > 1 ? mean + half : Double.NaN,
                0.5,
                better);
    }

    private void timeline() {
        for (int a = 0; a < architectures.size(); a++) {
            for (int day = 0; day < days; day++) {
                double growth = 0.15 + 0.85 * day / days;
                double availability =
                        failures && random.nextDouble() < (a == 0 ? 0.04 : 0.004) ? 0.9 + random.nextDouble() * 0.1 : 1;
                bin(a, day, "", "", "availability", "fraction", availability, availability - 0.002, 1);
                double load = 79e6 * 60 * growth * (1 + 0.06 * Math.sin(day * 2 * Math.PI / 7));
                bin(a, day, "", "", "requests", "1", load, load * 0.99, load * 1.01);
                for (int s = 0; s < sitesOf(a); s++) {
                    double busy = 0.9 * growth / (1 + 0.4 * s) / (1 + 0.3 * a) + 0.02 * random.nextDouble();
                    bin(a, day, "", sites.get(s).name(), "utilisation", "fraction", busy, busy * 0.9, busy * 1.1);
                }
                if (day % 7 == 0) {
                    for (Land land : countries) {
                        double devices = land.devices() * growth;
                        bin(a, day, land.name(), "", "devices", "devices", devices, devices * 0.99, devices * 1.01);
                        bin(a, day, land.name(), "", "requests", "1", devices * 60, devices * 59, devices * 61);
                    }
                }
            }
        }
    }

    private void bin(
            int a,
            int day,
            String country,
            String site,
            String metric,
            String unit,
            double mean,
            double p05,
            double p95) {
        row(
                "timeline.csv",
                "architecture,time,country,site,metric,unit,mean,p05,p95",
                architectures.get(a),
                at(day).toString(),
                country,
                site,
                metric,
                unit,
                mean,
                p05,
                p95);
    }

    private static Instant at(double day) {
        return START.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds((long) (day * 86_400));
    }

    private void events() {
        for (int a = 0; a < architectures.size(); a++) {
            event(
                    a,
                    21,
                    "launch",
                    countries.get(Math.min(1, countries.size() - 1)).name(),
                    "first devices");
            for (int s = 0; s < sitesOf(a) && failures; s++) {
                for (double day = 17 + 31.0 * s; day < days; day += 140 + 23.0 * s) {
                    event(a, day, "outage", sites.get(s).name(), "the whole site");
                    event(a, day + 0.3 + 0.1 * s, "repair", sites.get(s).name(), "");
                }
            }
            if (a > 0) {
                event(a, Math.min(days - 2, 113), "phase", "2014-10-22", "");
            }
        }
    }

    private void event(int a, double day, String kind, String subject, String detail) {
        row(
                "events.csv",
                "architecture,time,kind,subject,detail",
                architectures.get(a),
                at(day).toString(),
                kind,
                subject,
                detail);
    }

    private void latency() {
        for (int a = 0; a < architectures.size(); a++) {
            quantiles(a, "", countries.get(0));
            for (Land land : countries) {
                quantiles(a, land.name(), land);
            }
        }
    }

    private void quantiles(int a, String country, Land land) {
        for (int i = 1; i < 100; i++) {
            quantile(a, country, land, i / 100.0);
        }
        for (double q : new double[] {0.995, 0.999, 0.9999}) {
            quantile(a, country, land, q);
        }
    }

    private void quantile(int a, String country, Land land, double q) {
        double logit = StrictMath.log(q / (1 - q));
        row(
                "latency.csv",
                "architecture,country,quantile,latency-ms",
                architectures.get(a),
                country,
                q,
                median(a, land) * StrictMath.exp(0.3 * logit));
    }

    private void exposure() {
        String[] laws = {"IN-DPDP", "RU-LOCAL", "CN-CSL", "EU-GDPR", "ID-PDP"};
        for (int a = 0; a < architectures.size(); a++) {
            for (int law = 0; law < laws.length; law++) {
                for (int c = 0; c < Math.min(4, countries.size()); c++) {
                    exposed(
                            a,
                            laws[law],
                            countries.get(c).name(),
                            "NON_COMPLIANT",
                            "non-compliant-record-years",
                            1e8 / (1 + law + c + 2.0 * a));
                    exposed(
                            a,
                            laws[law],
                            countries.get(c).name(),
                            "UNCERTAIN",
                            "uncertain-record-years",
                            3e7 / (1 + law + c));
                    exposed(a, laws[law], countries.get(c).name(), "UNKNOWN", "unknown-record-years", 1e7 / (1 + law));
                }
            }
        }
    }

    private void exposedOverTime() {
        for (int a = 0; a < architectures.size(); a++) {
            for (int month = 0; month < 24; month++) {
                String time = Instant.parse("2014-07-01T00:00:00Z")
                        .plusSeconds(month * 2_629_800L)
                        .toString();
                double records = 1e8 + month * 1e7;
                if (month > 8) {
                    overTime(a, time, "RU-LOCAL", "", "non-compliant-records", records / (1 + a));
                }
                overTime(a, time, "EU-GDPR", "", "non-compliant-records", records / 40);
                overTime(a, time, "", "CN", "readable-records", records * 0.4);
                overTime(a, time, "", "US", "readable-records", month > 6 && a > 0 ? records * 0.3 : 0);
                row(
                        "timeline.csv",
                        "",
                        architectures.get(a),
                        time,
                        "",
                        "",
                        "records",
                        "records",
                        records,
                        records,
                        records);
            }
            row("events.csv", "", architectures.get(a), "2015-09-01T00:00:00Z", "law", "RU-LOCAL", "in force");
        }
    }

    private void overTime(int a, String time, String law, String state, String metric, double records) {
        row(
                "exposure-timeline.csv",
                "architecture,time,law,state,basis,metric,unit,mean,p05,p95",
                architectures.get(a),
                time,
                law,
                state,
                state.isEmpty() ? "" : "entity",
                metric,
                "records",
                records,
                records,
                records);
    }

    private void exposed(int a, String law, String country, String verdict, String metric, double mean) {
        row(
                "exposure.csv",
                "architecture,law,version,country,data-class,verdict,metric,unit,mean,ci-low,ci-high",
                architectures.get(a),
                law,
                "2015",
                country,
                "contacts",
                verdict,
                metric,
                "record-years",
                mean,
                mean * 0.9,
                mean * 1.1);
    }

    private Map<String, Object> run() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("format", 1);
        run.put("program", Map.of("name", "multisite", "version", "1.0.0"));
        run.put("command", "multisite run scenarios/xiaomi-india-2014.yaml");
        run.put("seed", 20141022);
        run.put("fidelity", "sampled");
        run.put("replications", replications);
        run.put("confidence", 0.95);
        run.put("wall-seconds", 41.2);
        run.put("requests-simulated", 48_200_000);
        run.put("overrides", List.of("sites.india.hosts=40"));
        run.put(
                "scenario",
                Map.of(
                        "name",
                        "xiaomi-india-2014",
                        "title",
                        title,
                        "description",
                        "A phone maker serves a fast-growing Indian market from Beijing. Would more sites help?",
                        "baseline",
                        architectures.get(0),
                        "period",
                        Map.of(
                                "from",
                                START.toString(),
                                "to",
                                START.plusDays(days).toString()),
                        "hash",
                        "sha256:6f1c0d9e4b"));
        run.put("architectures", architectureList());
        run.put(
                "populations",
                countries.stream()
                        .map(land -> Map.of(
                                "name",
                                land.name(),
                                "latitude",
                                land.latitude(),
                                "longitude",
                                land.longitude(),
                                "devices",
                                land.devices()))
                        .toList());
        run.put(
                "sites",
                sites.stream()
                        .map(site -> Map.of(
                                "name",
                                site.name(),
                                "place",
                                site.name(),
                                "latitude",
                                site.latitude(),
                                "longitude",
                                site.longitude()))
                        .toList());
        run.put("objectives", objectives());
        run.put(
                "checks",
                architectures.stream()
                        .map(name -> Map.of(
                                "architecture",
                                name,
                                "name",
                                "offered load of beijing",
                                "expected",
                                0.541,
                                "simulated",
                                0.5402,
                                "unit",
                                "fraction",
                                "holds",
                                true))
                        .toList());
        if (recent) {
            run.put("assumption-study", Map.of("question", "p95 latency for India, multi-site against single-site"));
        }
        run.put(
                "assumptions",
                List.of(
                        recent
                                ? Map.of(
                                        "what",
                                        "Round trip to Beijing",
                                        "value",
                                        "130 ms",
                                        "source",
                                        "the scenario",
                                        "effect",
                                        "with 0 ms, multi-site lowers p95 latency for India by 756 ms")
                                : Map.of("what", "Round trip to Beijing", "value", "130 ms", "source", "the scenario"),
                        Map.of(
                                "what",
                                "Mainland-China border penalty",
                                "value",
                                "60 ms to 180 ms",
                                "source",
                                "public measurements 2014 to 2016"),
                        Map.of("what", "Indian growth", "value", "100000/w", "source", "press reports of 2014")));
        return run;
    }

    private List<Object> architectureList() {
        List<Object> list = new ArrayList<>();
        for (int a = 0; a < architectures.size(); a++) {
            List<Object> phases = new ArrayList<>();
            phases.add(phase("start", START.toString(), 0));
            if (a > 0) {
                phases.add(phase(
                        "2014-10-22", START.plusDays(Math.min(days - 2, 113)).toString(), a));
            }
            list.add(Map.of("name", architectures.get(a), "phases", phases));
        }
        return list;
    }

    private Map<String, Object> phase(String label, String from, int a) {
        List<Object> routes = new ArrayList<>();
        for (Land land : countries) {
            Land nearest = sites.get(0);
            for (Land site : sites.subList(0, sitesOf(a))) {
                nearest = distance(land, site) < distance(land, nearest) ? site : nearest;
            }
            routes.add(Map.of("population", land.name(), "site", nearest.name(), "share", 1.0));
        }
        return Map.of("label", label, "from", from, "routes", routes);
    }

    private List<Object> objectives() {
        List<Object> list = new ArrayList<>();
        for (int a = 0; a < architectures.size(); a++) {
            Map<String, Object> objective = new LinkedHashMap<>();
            objective.put("architecture", architectures.get(a));
            objective.put("metric", "latency-p95");
            objective.put(
                    "country", countries.get(Math.min(1, countries.size() - 1)).name());
            objective.put("service", "");
            objective.put("at-most", 250);
            objective.put("unit", "ms");
            objective.put("mean", a == 0 ? 292.0 : 122.0);
            objective.put("ci-low", a == 0 ? 286.0 : 119.0);
            objective.put("ci-high", a == 0 ? 298.0 : 125.0);
            objective.put("probability", a == 0 ? 0.0 : 1.0);
            objective.put("met", a == 0 ? "no" : "yes");
            list.add(objective);
        }
        return list;
    }
}
