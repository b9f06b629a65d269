/* Shapley from a dense table in C, the same fold as ours and the textbook loop, on the same game.
 * gcc -O2 -fno-tree-vectorize bench/contribution.c -o contribution -lm
 * ./contribution ROUNDS N...: a line "fold|textbook N milliseconds value value ..." for each. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double choose(int n, int k) {
  double c = 1;
  for (int j = 1; j <= k; j++) c = c * (n + 1 - j) / j;
  return c;
}

static void byBit(double *t, int bits, double *out) {
  for (int bit = bits - 1; bit >= 0; bit--) {
    size_t half = (size_t)1 << bit;
    double sum = 0;
    for (size_t j = 0; j < half; j++) {
      sum += t[half + j];
      t[j] += t[half + j];
    }
    out[bit] = sum;
  }
}

static void fold(int n, const double *v, double *out) {
  int low = 9, block = 512;
  size_t blocks = (size_t)1 << (n - low);
  double g[32];
  g[0] = 0;
  for (int s = 1; s < n; s++) g[s] = 1 / ((n - s) * choose(n - 1, s - 1));
  g[n] = 1.0 / n;
  double *rows = malloc(sizeof(double) * block * (n - low + 1));
  double *sums = calloc(block, sizeof(double));
  double *totals = malloc(sizeof(double) * blocks);
  for (int p = 0; p <= n - low; p++)
    for (int j = 0; j < block; j++) rows[p * block + j] = g[p + __builtin_popcount(j)];
  for (size_t b = 0; b < blocks; b += 4) {
    const double *w0 = rows + __builtin_popcount(b) * block, *w1 = w0 + block, *w2 = w1 + block;
    const double *v0 = v + b * block, *v1 = v0 + block, *v2 = v1 + block, *v3 = v2 + block;
    double t0 = 0, t1 = 0, t2 = 0, t3 = 0;
    for (int j = 0; j < block; j++) {
      double x0 = w0[j] * v0[j], x1 = w1[j] * v1[j], x2 = w1[j] * v2[j], x3 = w2[j] * v3[j];
      sums[j] += x0 + x1 + (x2 + x3);
      t0 += x0;
      t1 += x1;
      t2 += x2;
      t3 += x3;
    }
    totals[b] = t0;
    totals[b + 1] = t1;
    totals[b + 2] = t2;
    totals[b + 3] = t3;
  }
  byBit(sums, low, out);
  byBit(totals, n - low, out + low);
  double excess = -v[((size_t)1 << n) - 1];
  for (int i = 0; i < n; i++) excess += out[i];
  for (int i = 0; i < n; i++) out[i] -= excess / n;
  free(rows);
  free(sums);
  free(totals);
}

static void textbook(int n, const double *v, double *out) {
  double w[32];
  for (int s = 0; s < n; s++) w[s] = 1 / (n * choose(n - 1, s));
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (uint32_t mask = 0; mask < (uint32_t)1 << n; mask++)
      if (!(mask >> i & 1))
        sum += w[__builtin_popcount(mask)] * (v[mask | (uint32_t)1 << i] - v[mask]);
    out[i] = sum;
  }
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void measure(const char *name, void (*run)(int, const double *, double *), int n,
                    const double *v, int rounds) {
  double out[32], times[256];
  run(n, v, out);
  for (int r = 0; r < rounds; r++) {
    double start = now();
    run(n, v, out);
    times[r] = now() - start;
  }
  qsort(times, rounds, sizeof(double), rising);
  printf("%s %d %.6f", name, n, times[rounds / 2]);
  for (int i = 0; i < n; i++) printf(" %.17g", out[i]);
  printf("\n");
}

int main(int argc, char **argv) {
  int rounds = atoi(argv[1]);
  for (int a = 2; a < argc; a++) {
    int n = atoi(argv[a]);
    size_t size = (size_t)1 << n;
    double *v = malloc(sizeof(double) * size);
    for (size_t m = 0; m < size; m++) v[m] = m == 0 ? 0 : (uint32_t)(m * 2654435761u) % 100000;
    measure("fold", fold, n, v, rounds);
    measure("textbook", textbook, n, v, n > 16 ? 3 : rounds);
    free(v);
  }
  return 0;
}
