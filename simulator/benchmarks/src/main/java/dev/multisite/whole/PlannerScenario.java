package dev.multisite.whole;

import java.util.List;

/**
 * A scenario of any size: a thousand million devices at 100 requests a day in the most populous countries, each on the
 * nearest of many equal sites, which fail twice a year. Requests are not tried again, so that failures can be counted. All
 * numbers are assumptions.
 *
 * @param countries number of countries, 1 to 60
 * @param sites number of sites, 1 to 20
 * @param years length of the period
 * @param replications number of replications
 */
record PlannerScenario(int countries, int sites, int years, int replications) {

    private static final List<String> COUNTRIES = List.of(
            ("IN CN US ID PK NG BR BD RU MX JP ET PH EG VN CD TR IR TH DE GB TZ FR ZA IT KE CO ES MM KR UG AR DZ UA"
                            + " MA PL CA SA UZ PE MY AO GH VE NP MG AU LK KZ CL RO NL EC GT SN BE CZ PT SE GR")
                    .split(" "));
    private static final List<String> REGIONS = List.of(("us-east-1 ap-south-1 eu-central-1 ap-southeast-1 sa-east-1"
                    + " ap-northeast-1 us-west-2 eu-west-1 af-south-1 me-south-1 ap-southeast-2 eu-north-1 ap-northeast-2"
                    + " ca-central-1 ap-east-1 eu-west-3 us-east-2 eu-south-1 eu-west-2 us-west-1")
            .split(" "));
    private static final double DEVICES = 1e9;

    /** Devices of the country of rank r are in proportion to r to the power of minus this. */
    private static final double CONCENTRATION = 0.7;

    private static final String HEAD = """
            multisite: 1
            title: Planner's case
            period: {from: 2020-01-01, to: %d-01-01}
            services:
              web:
                requests: 100/d
                profile: web
                request-size: 1 KB
                response-size: 8 KB
                connection-reuse: 80%%
                service-time: {lognormal: {mean: 10ms, cv: 1.2}}
                timeout: 4s
                retries: {max: 0, backoff: 1s}
            populations:
            """;

    private static final String SITE = """
              %1$s:
                place: aws/%1$s
                hosts: 500
                cores-per-host: 32
                queue-limit: 20000
                outages: {mttf: 180d, repair: {lognormal: {median: 2h, p95: 12h}}}
            """;

    private static final String TAIL = """
            network: {failover-detection: 60s}
            architectures:
              all-sites:
                phases:
                  - {from: start, route: {policy: lowest-latency, to: [%s]}}
            simulation: {seed: 7, replications: %d, fidelity: sampled, bins: month}
            """;

    /** Returns the scenario file. */
    String yaml() {
        StringBuilder text = new StringBuilder(String.format(HEAD, 2020 + years));
        double sum = 0;
        for (int rank = 1; rank <= countries; rank++) {
            sum += StrictMath.pow(rank, -CONCENTRATION);
        }
        for (int rank = 1; rank <= countries; rank++) {
            long devices = Math.round(DEVICES * StrictMath.pow(rank, -CONCENTRATION) / sum);
            text.append(String.format("  %s: {devices: %d}%n", COUNTRIES.get(rank - 1), devices));
        }
        text.append("sites:\n");
        REGIONS.subList(0, sites).forEach(region -> text.append(String.format(SITE, region)));
        return text + String.format(TAIL, String.join(", ", REGIONS.subList(0, sites)), replications);
    }
}
