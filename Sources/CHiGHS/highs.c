#include "CHiGHS.h"

#include <dlfcn.h>
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
  } symbols[] = {
      {"Highs_create", (void **)&table->create},
      {"Highs_destroy", (void **)&table->destroy},
      {"Highs_version", (void **)&table->version},
      {"Highs_getSizeofHighsInt", (void **)&table->size_of_integer},
      {"Highs_getInfinity", (void **)&table->infinity},
      {"Highs_setBoolOptionValue", (void **)&table->set_bool},
      {"Highs_setIntOptionValue", (void **)&table->set_int},
      {"Highs_setDoubleOptionValue", (void **)&table->set_double},
      {"Highs_setStringOptionValue", (void **)&table->set_string},
      {"Highs_passMip", (void **)&table->pass_mip},
      {"Highs_setSolution", (void **)&table->set_solution},
      {"Highs_run", (void **)&table->run},
      {"Highs_getModelStatus", (void **)&table->model_status},
      {"Highs_getIntInfoValue", (void **)&table->get_int},
      {"Highs_getInt64InfoValue", (void **)&table->get_int64},
      {"Highs_getDoubleInfoValue", (void **)&table->get_double},
      {"Highs_getSolution", (void **)&table->get_solution},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    *symbols[i].slot = dlsym(handle, symbols[i].name);
    if (!*symbols[i].slot) {
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
int32_t muster_highs_get_columns(const muster_highs *table, const void *model, double *columns) {
  return table->get_solution(model, columns, NULL, NULL, NULL);
}
