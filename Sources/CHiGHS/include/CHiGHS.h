#pragma once
// The few functions of the HiGHS C interface that Muster calls, reached through a library opened at run time:
// building needs no HiGHS, and only what schedules needs it when it runs. The signatures are those of
// highs_c_api.h in HiGHS 1.10 and later, built with 32-bit integers (muster_highs_open refuses another build).
//
// There is no global state. Each opened library is a table of functions; a table may be used from any number of
// threads at once as long as each thread works on a model of its own.

#include <stddef.h>
#include <stdint.h>

/// Table of functions of one opened library; `create` is null before `muster_highs_open` succeeds.
typedef struct {
  void *handle;
  void *(*create)(void);
  void (*destroy)(void *model);
  const char *(*version)(void);
  int32_t (*size_of_integer)(const void *model);
  double (*infinity)(const void *model);
  int32_t (*set_bool)(void *model, const char *option, int32_t value);
  int32_t (*set_int)(void *model, const char *option, int32_t value);
  int32_t (*set_double)(void *model, const char *option, double value);
  int32_t (*set_string)(void *model, const char *option, const char *value);
  int32_t (*pass_mip)(void *model, int32_t columns, int32_t rows, int32_t nonzeros, int32_t format,
                      int32_t sense, double offset, const double *costs, const double *lower,
                      const double *upper, const double *row_lower, const double *row_upper,
                      const int32_t *starts, const int32_t *indices, const double *values,
                      const int32_t *integrality);
  int32_t (*set_solution)(void *model, const double *columns, const double *rows,
                          const double *column_duals, const double *row_duals);
  int32_t (*run)(void *model);
  int32_t (*model_status)(const void *model);
  int32_t (*get_int)(const void *model, const char *name, int32_t *value);
  int32_t (*get_int64)(const void *model, const char *name, int64_t *value);
  int32_t (*get_double)(const void *model, const char *name, double *value);
  int32_t (*get_solution)(const void *model, double *columns, double *column_duals, double *rows,
                          double *row_duals);
} muster_highs;

/// Opens the library at `path` (a file, or a bare name that the loader looks up) and fills `table`.
/// Returns 0 on success. Otherwise writes the loader's reason into `reason` and returns 1 when there is no such
/// file, 2 when there is one that cannot serve. A library that opened is never closed: closing one whose threads
/// keep thread-local state is not safe.
int muster_highs_open(const char *path, muster_highs *table, char *reason, size_t capacity);

/// Thin calls through the table, so that callers never meet a null function.
void *muster_highs_create(const muster_highs *table);
void muster_highs_destroy(const muster_highs *table, void *model);
const char *muster_highs_version(const muster_highs *table);
double muster_highs_infinity(const muster_highs *table, const void *model);
int32_t muster_highs_set_bool(const muster_highs *table, void *model, const char *option, int32_t value);
int32_t muster_highs_set_int(const muster_highs *table, void *model, const char *option, int32_t value);
int32_t muster_highs_set_double(const muster_highs *table, void *model, const char *option, double value);
int32_t muster_highs_set_string(const muster_highs *table, void *model, const char *option,
                                const char *value);
/// Passes a whole program: minimize, matrix by rows, `integrality` 1 where a column is integer.
int32_t muster_highs_pass(const muster_highs *table, void *model, int32_t columns, int32_t rows,
                          int32_t nonzeros, double offset, const double *costs, const double *lower,
                          const double *upper, const double *row_lower, const double *row_upper,
                          const int32_t *starts, const int32_t *indices, const double *values,
                          const int32_t *integrality);
int32_t muster_highs_set_solution(const muster_highs *table, void *model, const double *columns);
int32_t muster_highs_run(const muster_highs *table, void *model);
int32_t muster_highs_model_status(const muster_highs *table, const void *model);
int32_t muster_highs_get_int(const muster_highs *table, const void *model, const char *name,
                             int32_t *value);
int32_t muster_highs_get_int64(const muster_highs *table, const void *model, const char *name,
                               int64_t *value);
int32_t muster_highs_get_double(const muster_highs *table, const void *model, const char *name,
                                double *value);
int32_t muster_highs_get_columns(const muster_highs *table, const void *model, double *columns);
