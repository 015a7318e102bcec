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
  int32_t (*add_columns)(void *model, int32_t count, const double *costs, const double *lower,
                         const double *upper, int32_t nonzeros, const int32_t *starts,
                         const int32_t *rows, const double *factors);
  int32_t (*add_rows)(void *model, int32_t count, const double *lower, const double *upper,
                      int32_t nonzeros, const int32_t *starts, const int32_t *columns,
                      const double *factors);
  int32_t (*change_costs)(void *model, int32_t count, const int32_t *columns, const double *costs);
  int32_t (*change_column_bounds)(void *model, int32_t count, const int32_t *columns,
                                  const double *lower, const double *upper);
  int32_t (*change_row_bounds)(void *model, int32_t count, const int32_t *rows, const double *lower,
                               const double *upper);
  int32_t (*change_integrality)(void *model, int32_t count, const int32_t *columns,
                                const int32_t *kinds);
  int32_t (*zero_clocks)(const void *model);
  // Optional: null where an older library lacks them.
  int32_t (*set_sparse_solution)(void *model, int32_t count, const int32_t *columns,
                                 const double *values);
  int32_t (*set_callback)(void *model,
                          void (*callback)(int kind, const char *message, const void *out, void *in,
                                           void *context),
                          void *context);
  int32_t (*start_callback)(void *model, int32_t kind);
  int32_t (*stop_callback)(void *model, int32_t kind);
  const void *(*callback_item)(const void *out, const char *name);
} muster_highs;

/// How far a running solve has come. What the library does not tell is NaN, or -1 for a count.
typedef struct {
  int32_t is_mip;
  int32_t is_improvement;
  double seconds;
  double objective;
  double bound;
  int64_t nodes;
  int64_t iterations;
} muster_progress;

/// Who watches a solve: `report` is called on the solving thread and returns nonzero to interrupt.
typedef struct {
  const muster_highs *table;
  void *owner;
  int (*report)(void *owner, const muster_progress *progress);
} muster_watch;

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
/// Primal values, reduced costs, row sums and row duals; any pointer may be null.
int32_t muster_highs_get_solution(const muster_highs *table, const void *model, double *columns,
                                  double *column_duals, double *rows, double *row_duals);
/// Adds columns with their entries into existing rows, column by column.
int32_t muster_highs_add_columns(const muster_highs *table, void *model, int32_t count,
                                 const double *costs, const double *lower, const double *upper,
                                 int32_t nonzeros, const int32_t *starts, const int32_t *rows,
                                 const double *factors);
int32_t muster_highs_add_rows(const muster_highs *table, void *model, int32_t count,
                              const double *lower, const double *upper, int32_t nonzeros,
                              const int32_t *starts, const int32_t *columns, const double *factors);
/// The changes below name each column or row once, ascending.
int32_t muster_highs_change_costs(const muster_highs *table, void *model, int32_t count,
                                  const int32_t *columns, const double *costs);
int32_t muster_highs_change_column_bounds(const muster_highs *table, void *model, int32_t count,
                                          const int32_t *columns, const double *lower,
                                          const double *upper);
int32_t muster_highs_change_row_bounds(const muster_highs *table, void *model, int32_t count,
                                       const int32_t *rows, const double *lower, const double *upper);
int32_t muster_highs_change_integrality(const muster_highs *table, void *model, int32_t count,
                                        const int32_t *columns, const int32_t *kinds);
/// Without this, a time limit counts the seconds of all earlier runs of the model.
int32_t muster_highs_zero_clocks(const muster_highs *table, const void *model);
/// A start for some columns only; -1 where the library has no such function.
int32_t muster_highs_set_sparse_solution(const muster_highs *table, void *model, int32_t count,
                                         const int32_t *columns, const double *values);
/// Runs while `watch` is told of progress and may interrupt. A library too old for callbacks runs without them.
int32_t muster_highs_run_watched(const muster_highs *table, void *model, muster_watch *watch);
