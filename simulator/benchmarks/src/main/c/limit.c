/*
 * The limit loop in plain C: what LimitLoop does in Java, draw by draw, with the tables that Java wrote. Arguments: file of
 * tables, requests, seed. Prints requests, mean response in seconds and CPU nanoseconds.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COUNTRIES = 12, SITES = 3, CELLS = 4096, DAY_CELLS = 288, LEAVES = 16, BUCKETS = 47 << 9 };

static const double SHARE[COUNTRIES] = {.40, .02, .05, .20, .08, .04, .03, .03, .05, .03, .04, .03};
static const double ZONE[COUNTRIES] = {8, 8, 8, 5.5, 7, 7, 8, 8, 3, 3, -3, -6};
static const int SITE[COUNTRIES] = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2};
static const double LEG[COUNTRIES] = {.015, .025, .030, .040, .010, .015, .005, .022, .095, .090, .085, .030};
static const int CORES[SITES] = {12, 10, 3};
static const uint64_t GAMMA = 0x9e3779b97f4a7c15u, PURPOSE = 0xbea225f9eb34556du;

static double tables[3][2 * CELLS]; /* exponential, normal, service */
static double powers[64];
static double histogram[COUNTRIES][BUCKETS];
static double weight[COUNTRIES], sum[COUNTRIES];

typedef struct {
    int leaves;
    int64_t losers[LEAVES];
    int64_t winner;
    double free[LEAVES];
} tree;

static tree trees[SITES];
static double ticks[SITES];
static uint32_t own[COUNTRIES];
static int alias[COUNTRIES];

static inline uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static inline double sample(const double *table, uint64_t bits) {
    int cell = (int) (bits >> 52);
    uint64_t one = (bits & ((1ull << 52) - 1)) | (0x3ffull << 52);
    double fraction;
    memcpy(&fraction, &one, 8);
    return table[2 * cell] + table[2 * cell + 1] * (fraction - 1);
}

static inline double fast_exp(double x) {
    double shifted = x * (64 / 0.6931471805599453) + 0x1.8p52;
    double steps = shifted - 0x1.8p52;
    int64_t k;
    memcpy(&k, &shifted, 8);
    int n = (int) k;
    double r = x - steps * (0.6931471805599453 / 64);
    double square = r * r;
    double tail = r + square * (0.5 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120));
    int64_t scale = (int64_t) ((n >> 6) + 1023) << 52;
    double factor;
    memcpy(&factor, &scale, 8);
    return (powers[n & 63] + powers[n & 63] * tail) * factor;
}

static inline void replace_first(tree *t, double time, double per_second) {
    int core = (int) (t->winner & (t->leaves - 1));
    t->free[core] = time;
    int64_t key = ((int64_t) (time * per_second) * t->leaves) | core;
    for (int node = (core + t->leaves) >> 1; node > 0; node >>= 1) {
        int64_t change = (t->losers[node] - key) & ((t->losers[node] - key) >> 63);
        t->losers[node] -= change;
        key += change;
    }
    t->winner = key;
}

static void build_tree(tree *t, int cores) {
    int64_t winners[2 * LEAVES];
    t->leaves = cores > 4 ? 16 : 4;
    for (int leaf = 0; leaf < t->leaves; leaf++) {
        t->free[leaf] = leaf < cores ? 0 : INFINITY;
        winners[t->leaves + leaf] = leaf < cores ? leaf : (INT64_MAX & ~15ll) | leaf;
    }
    for (int node = t->leaves - 1; node > 0; node--) {
        int64_t a = winners[2 * node], b = winners[2 * node + 1];
        winners[node] = a < b ? a : b;
        t->losers[node] = a < b ? b : a;
    }
    t->winner = winners[1];
}

static double build_alias(double time, double end) {
    double rate[COUNTRIES], total = 0, scaled[COUNTRIES];
    int small[COUNTRIES], large[COUNTRIES], smalls = 0, larges = 0;
    for (int c = 0; c < COUNTRIES; c++) {
        double phase = time / end - (20 - ZONE[c]) / 24;
        rate[c] = 1e7 / 86400 * SHARE[c] * (1 + 0.6 * cos(2 * M_PI * phase));
        total += rate[c];
    }
    for (int c = 0; c < COUNTRIES; c++) {
        scaled[c] = rate[c] * COUNTRIES / total;
        own[c] = UINT32_MAX;
        alias[c] = c;
        if (scaled[c] < 1) small[smalls++] = c; else large[larges++] = c;
    }
    while (smalls > 0 && larges > 0) {
        int low = small[--smalls], high = large[larges - 1];
        own[low] = (uint32_t) (scaled[low] * 4294967295.0);
        alias[low] = high;
        scaled[high] -= 1 - scaled[low];
        if (scaled[high] < 1) {
            larges--;
            small[smalls++] = high;
        }
    }
    return total;
}

static inline void record(int country, double seconds) {
    int64_t bits;
    memcpy(&bits, &seconds, 8);
    int64_t bucket = (bits >> 43) - ((int64_t) (1023 - 20) << 9);
    if (bucket < 0) bucket = 0;
    if (bucket >= BUCKETS) bucket = BUCKETS - 1;
    histogram[country][bucket]++;
    weight[country]++;
    sum[country] += seconds;
}

int main(int count, char **arguments) {
    if (count < 4) return 1;
    FILE *file = fopen(arguments[1], "rb");
    if (!file || fread(tables, sizeof(double), 6 * CELLS, file) != 6 * CELLS) return 1;
    double requests = atof(arguments[2]);
    uint64_t seed = strtoull(arguments[3], 0, 10) * 0x9e3779b9u, next = 0;
    double end = requests / (1e7 / 86400);
    for (int i = 0; i < 64; i++) powers[i] = pow(2, i / 64.0);
    for (int s = 0; s < SITES; s++) {
        build_tree(&trees[s], CORES[s]);
        ticks[s] = 0x1p61 / trees[s].leaves / (2 * end + 3600);
    }
    struct timespec from, until;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    for (int cell = 0; cell < DAY_CELLS; cell++) {
        double total = build_alias((cell + 0.5) * end / DAY_CELLS, end);
        double time = cell * end / DAY_CELLS, stop = (cell + 1) * end / DAY_CELLS;
        for (;;) {
            uint64_t key = mix(seed + next++ * GAMMA);
            time += sample(tables[0], key) / total;
            if (time >= stop) break;
            uint64_t bits = mix(key + 1 * PURPOSE);
            int column = (int) (((bits >> 32) * COUNTRIES) >> 32);
            int country = (uint32_t) bits < own[column] ? column : alias[column];
            tree *site = &trees[SITE[country]];
            double free = site->free[site->winner & (site->leaves - 1)];
            double start = time > free ? time : free;
            double finish = start + sample(tables[2], mix(key + 5 * PURPOSE));
            replace_first(site, finish, ticks[SITE[country]]);
            double out = fast_exp(0.25 * sample(tables[1], mix(key + 4 * PURPOSE)));
            double back = fast_exp(0.25 * sample(tables[1], mix(key + 6 * PURPOSE)));
            record(country, finish - time + LEG[country] * out + LEG[country] * back);
        }
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &until);
    double all = 0, mean = 0;
    for (int c = 0; c < COUNTRIES; c++) {
        all += weight[c];
        mean += sum[c];
    }
    double nanos = (until.tv_sec - from.tv_sec) * 1e9 + (until.tv_nsec - from.tv_nsec);
    printf("%.0f %.9f %.0f\n", all, mean / all, nanos);
    return 0;
}
