#include "CHiGHS.h"

#include <dlfcn.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static void say(char *reason, size_t capacity, const char *text) {
  if (capacity > 0) snprintf(reason, capacity, "%s", text ? text : "unknown reason");
}

int muster_highs_open(const char *path, muster_highs *table, char *reason, size_t capacity) {
  memset(table, 0, sizeof *table);
  // RTLD_LOCAL keeps the library's own C++ symbols from meeting those of another one in the process.
  void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    const char *text = dlerror();
    say(reason, capacity, text);
    // "PATH: cannot open shared object file: No such file or directory": PATH itself is missing. A missing
    // dependency reads "OTHER: cannot open ...", which is a library that is there and cannot serve.
    size_t length = strlen(path);
    int missing = text && strncmp(text, path, length) == 0 && strstr(text + length, "No such file");
    return missing ? 1 : 2;
  }
  struct {
    const char *name;
    void **slot;
    int optional;
  } symbols[] = {
      {"Highs_create", (void **)&table->create, 0},
      {"Highs_destroy", (void **)&table->destroy, 0},
      {"Highs_version", (void **)&table->version, 0},
      {"Highs_getSizeofHighsInt", (void **)&table->size_of_integer, 0},
      {"Highs_getInfinity", (void **)&table->infinity, 0},
      {"Highs_setBoolOptionValue", (void **)&table->set_bool, 0},
      {"Highs_setIntOptionValue", (void **)&table->set_int, 0},
      {"Highs_setDoubleOptionValue", (void **)&table->set_double, 0},
      {"Highs_setStringOptionValue", (void **)&table->set_string, 0},
      {"Highs_passMip", (void **)&table->pass_mip, 0},
      {"Highs_setSolution", (void **)&table->set_solution, 0},
      {"Highs_run", (void **)&table->run, 0},
      {"Highs_getModelStatus", (void **)&table->model_status, 0},
      {"Highs_getIntInfoValue", (void **)&table->get_int, 0},
      {"Highs_getInt64InfoValue", (void **)&table->get_int64, 0},
      {"Highs_getDoubleInfoValue", (void **)&table->get_double, 0},
      {"Highs_getSolution", (void **)&table->get_solution, 0},
      {"Highs_addCols", (void **)&table->add_columns, 0},
      {"Highs_addRows", (void **)&table->add_rows, 0},
      {"Highs_changeColsCostBySet", (void **)&table->change_costs, 0},
      {"Highs_changeColsBoundsBySet", (void **)&table->change_column_bounds, 0},
      {"Highs_changeRowsBoundsBySet", (void **)&table->change_row_bounds, 0},
      {"Highs_changeColsIntegralityBySet", (void **)&table->change_integrality, 0},
      {"Highs_zeroAllClocks", (void **)&table->zero_clocks, 0},
      {"Highs_setSparseSolution", (void **)&table->set_sparse_solution, 1},
      {"Highs_setCallback", (void **)&table->set_callback, 1},
      {"Highs_startCallback", (void **)&table->start_callback, 1},
      {"Highs_stopCallback", (void **)&table->stop_callback, 1},
      {"Highs_getCallbackDataOutItem", (void **)&table->callback_item, 1},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    *symbols[i].slot = dlsym(handle, symbols[i].name);
    if (!*symbols[i].slot && !symbols[i].optional) {
      if (capacity > 0) snprintf(reason, capacity, "%s: no function %s", path, symbols[i].name);
      memset(table, 0, sizeof *table);
      return 2;
    }
  }
  void *model = table->create();
  int32_t bytes = model ? table->size_of_integer(model) : 0;
  if (model) table->destroy(model);
  if (bytes != 4) {
    if (capacity > 0) {
      snprintf(reason, capacity, "%s: built with %d-byte integers, expected 4", path, (int)bytes);
    }
    memset(table, 0, sizeof *table);
    return 2;
  }
  table->handle = handle;
  return 0;
}

void *muster_highs_create(const muster_highs *table) { return table->create(); }
void muster_highs_destroy(const muster_highs *table, void *model) { table->destroy(model); }
const char *muster_highs_version(const muster_highs *table) { return table->version(); }
double muster_highs_infinity(const muster_highs *table, const void *model) {
  return table->infinity(model);
}
int32_t muster_highs_set_bool(const muster_highs *table, void *model, const char *option,
                              int32_t value) {
  return table->set_bool(model, option, value);
}
int32_t muster_highs_set_int(const muster_highs *table, void *model, const char *option,
                             int32_t value) {
  return table->set_int(model, option, value);
}
int32_t muster_highs_set_double(const muster_highs *table, void *model, const char *option,
                                double value) {
  return table->set_double(model, option, value);
}
int32_t muster_highs_set_string(const muster_highs *table, void *model, const char *option,
                                const char *value) {
  return table->set_string(model, option, value);
}
int32_t muster_highs_pass(const muster_highs *table, void *model, int32_t columns, int32_t rows,
                          int32_t nonzeros, double offset, const double *costs, const double *lower,
                          const double *upper, const double *row_lower, const double *row_upper,
                          const int32_t *starts, const int32_t *indices, const double *values,
                          const int32_t *integrality) {
  const int32_t by_rows = 2, minimize = 1;
  return table->pass_mip(model, columns, rows, nonzeros, by_rows, minimize, offset, costs, lower, upper,
                         row_lower, row_upper, starts, indices, values, integrality);
}
int32_t muster_highs_set_solution(const muster_highs *table, void *model, const double *columns) {
  return table->set_solution(model, columns, NULL, NULL, NULL);
}
int32_t muster_highs_run(const muster_highs *table, void *model) { return table->run(model); }
int32_t muster_highs_model_status(const muster_highs *table, const void *model) {
  return table->model_status(model);
}
int32_t muster_highs_get_int(const muster_highs *table, const void *model, const char *name,
                             int32_t *value) {
  return table->get_int(model, name, value);
}
int32_t muster_highs_get_int64(const muster_highs *table, const void *model, const char *name,
                               int64_t *value) {
  return table->get_int64(model, name, value);
}
int32_t muster_highs_get_double(const muster_highs *table, const void *model, const char *name,
                                double *value) {
  return table->get_double(model, name, value);
}
int32_t muster_highs_get_solution(const muster_highs *table, const void *model, double *columns,
                                  double *column_duals, double *rows, double *row_duals) {
  return table->get_solution(model, columns, column_duals, rows, row_duals);
}
int32_t muster_highs_add_columns(const muster_highs *table, void *model, int32_t count,
                                 const double *costs, const double *lower, const double *upper,
                                 int32_t nonzeros, const int32_t *starts, const int32_t *rows,
                                 const double *factors) {
  return table->add_columns(model, count, costs, lower, upper, nonzeros, starts, rows, factors);
}
int32_t muster_highs_add_rows(const muster_highs *table, void *model, int32_t count,
                              const double *lower, const double *upper, int32_t nonzeros,
                              const int32_t *starts, const int32_t *columns, const double *factors) {
  return table->add_rows(model, count, lower, upper, nonzeros, starts, columns, factors);
}
int32_t muster_highs_change_costs(const muster_highs *table, void *model, int32_t count,
                                  const int32_t *columns, const double *costs) {
  return table->change_costs(model, count, columns, costs);
}
int32_t muster_highs_change_column_bounds(const muster_highs *table, void *model, int32_t count,
                                          const int32_t *columns, const double *lower,
                                          const double *upper) {
  return table->change_column_bounds(model, count, columns, lower, upper);
}
int32_t muster_highs_change_row_bounds(const muster_highs *table, void *model, int32_t count,
                                       const int32_t *rows, const double *lower, const double *upper) {
  return table->change_row_bounds(model, count, rows, lower, upper);
}
int32_t muster_highs_change_integrality(const muster_highs *table, void *model, int32_t count,
                                        const int32_t *columns, const int32_t *kinds) {
  return table->change_integrality(model, count, columns, kinds);
}
int32_t muster_highs_zero_clocks(const muster_highs *table, const void *model) {
  return table->zero_clocks(model);
}
int32_t muster_highs_set_sparse_solution(const muster_highs *table, void *model, int32_t count,
                                         const int32_t *columns, const double *values) {
  if (!table->set_sparse_solution) return -1;
  return table->set_sparse_solution(model, count, columns, values);
}

// Kinds of callbacks: the numbers of highs_c_api.h.
enum {
  simplex_interrupt = 1,
  interior_point_interrupt = 2,
  mip_improving_solution = 4,
  mip_logging = 5,
  mip_interrupt = 6
};
static const int32_t watched_kinds[] = {simplex_interrupt, interior_point_interrupt,
                                        mip_improving_solution, mip_logging, mip_interrupt};

// The layout of the callback's data changed between versions, so every item is asked for by name.
static double real_item(const muster_watch *watch, const void *out, const char *name) {
  const double *value = watch->table->callback_item(out, name);
  return value ? *value : NAN;
}
static int64_t wide_item(const muster_watch *watch, const void *out, const char *name) {
  const int64_t *value = watch->table->callback_item(out, name);
  return value ? *value : -1;
}
static int64_t narrow_item(const muster_watch *watch, const void *out, const char *name) {
  const int32_t *value = watch->table->callback_item(out, name);
  return value ? *value : -1;
}

static void relay(int kind, const char *message, const void *out, void *in, void *context) {
  (void)message;
  const muster_watch *watch = context;
  if (!watch || !out) return;
  muster_progress progress = {.is_mip = kind >= mip_improving_solution,
                              .is_improvement = kind == mip_improving_solution,
                              .seconds = real_item(watch, out, "running_time"),
                              .objective = NAN,
                              .bound = NAN,
                              .nodes = 0,
                              .iterations = -1};
  if (progress.is_mip) {
    progress.objective = real_item(watch, out, "mip_primal_bound");
    progress.bound = real_item(watch, out, "mip_dual_bound");
    progress.nodes = wide_item(watch, out, "mip_node_count");
    progress.iterations = wide_item(watch, out, "mip_total_lp_iterations");
  } else if (kind == simplex_interrupt) {
    progress.objective = real_item(watch, out, "objective_function_value");
    progress.iterations = narrow_item(watch, out, "simplex_iteration_count");
  } else {
    progress.objective = real_item(watch, out, "objective_function_value");
    progress.iterations = narrow_item(watch, out, "ipm_iteration_count");
  }
  int stop = watch->report(watch->owner, &progress);
  // `user_interrupt` is the first member in every version; only interrupt callbacks read it.
  int may_stop = kind != mip_improving_solution && kind != mip_logging;
  if (stop && in && may_stop) *(int *)in = 1;
}

int32_t muster_highs_run_watched(const muster_highs *table, void *model, muster_watch *watch) {
  if (!table->set_callback || !table->start_callback || !table->stop_callback ||
      !table->callback_item) {
    return table->run(model);
  }
  const size_t kinds = sizeof watched_kinds / sizeof *watched_kinds;
  table->set_callback(model, relay, watch);
  for (size_t i = 0; i < kinds; i++) table->start_callback(model, watched_kinds[i]);
  int32_t status = table->run(model);
  for (size_t i = 0; i < kinds; i++) table->stop_callback(model, watched_kinds[i]);
  return status;
}
