# Reference values for seasonal ARIMA and harmonic regression: Rscript arima.R, in this folder.
# R 4.2.2 with forecast 8.20. Writes arima-series.csv, arima-cases.csv and arima-forecasts.csv.
suppressMessages(library(forecast))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

season <- function(n, m, size) size * sin(2 * pi * seq_len(n) / m) + size / 3 * cos(4 * pi * seq_len(n) / m)
holes <- function(x, at) { x[at] <- NA; x }
make <- function(seed, n, model, level) {
  set.seed(seed)
  round(level + as.numeric(arima.sim(model, n, n.start = 200)), 6)
}
series <- list(
  months = make(1, 120, list(ar = c(0.6), ma = c(0.3)), 20) + round(season(120, 12, 3), 6),
  weeks = make(2, 200, list(ar = c(0.5, -0.2), ma = c(0.4)), 10) + round(season(200, 7, 2), 6) +
    round(cumsum(rep(c(0.05, -0.02), 100)), 6),
  days = make(3, 240, list(ar = c(0.7)), 5) + round(season(240, 24, 4), 6),
  short = make(4, 60, list(ma = c(-0.4)), 8) + round(season(60, 12, 2), 6) + round(0.1 * seq_len(60), 6),
  long = make(5, 400, list(ar = c(0.4, 0.3), ma = c(0.5)), 3) + round(season(400, 7, 1), 6),
  hours = make(6, 400, list(ar = c(0.8, -0.1), ma = c(0.2)), 6) + round(season(400, 24, 3), 6) +
    round(season(400, 168, 1), 6))
series$weeks.gaps <- holes(series$weeks, c(1, 20, 21, 22, 77, 120:133, 199))
series$long.gaps <- holes(series$long, c(5, 50:64, 200, 202, 204, 399, 400))
series$hours.gaps <- holes(series$hours, c(33, 100:130, 260))

case <- function(name, series, order, seasonal = c(0, 0, 0), period = 1, mean = FALSE, drift = FALSE,
                 fourier = "", fixed) {
  list(name = name, series = series, order = order, seasonal = seasonal, period = period, mean = mean,
       drift = drift, fourier = fourier, fixed = fixed)
}
cases <- list(
  case("seasonal autoregression", "months", c(1, 0, 1), c(1, 0, 0), 12, mean = TRUE, fixed = c(0.55, 0.25, 0.6, 20)),
  case("airline", "short", c(0, 1, 1), c(0, 1, 1), 12, fixed = c(-0.4, -0.5)),
  case("weekly", "weeks", c(2, 1, 1), c(0, 1, 1), 7, fixed = c(0.4, -0.2, -0.6, -0.7)),
  case("weekly with gaps", "weeks.gaps", c(2, 1, 1), c(0, 1, 1), 7, fixed = c(0.4, -0.2, -0.6, -0.7)),
  case("daily", "days", c(1, 0, 1), c(0, 1, 1), 24, fixed = c(0.65, 0.05, -0.6)),
  case("mixed", "long", c(3, 0, 2), c(1, 0, 1), 7, mean = TRUE, fixed = c(0.3, 0.2, 0.05, 0.4, 0.1, 0.5, -0.2, 3)),
  case("mixed with gaps", "long.gaps", c(2, 0, 1), c(1, 0, 1), 7, mean = TRUE, fixed = c(0.3, 0.2, 0.4, 0.5, -0.2, 3)),
  case("random walk with drift", "short", c(1, 1, 0), drift = TRUE, fixed = c(-0.3, 0.1)),
  case("seasonal drift", "weeks", c(1, 0, 0), c(0, 1, 1), 7, drift = TRUE, fixed = c(0.5, -0.6, 0.015)),
  case("moving average that cannot be inverted", "long", c(0, 0, 2), mean = TRUE, fixed = c(0.5, 1.4, 3)),
  case("white noise", "months", c(0, 0, 0), mean = TRUE, fixed = 20),
  case("harmonic", "hours", c(2, 0, 1), mean = TRUE, fourier = "24:2;168:1",
       fixed = c(0.7, -0.05, 0.2, 6, 3, 0, 0, 1, 1, 0)),
  case("harmonic with gaps", "hours.gaps", c(1, 0, 1), mean = TRUE, fourier = "24:2;168:1",
       fixed = c(0.7, 0.2, 6, 3, 0, 0, 1, 1, 0)),
  case("harmonic differenced with gaps", "hours.gaps", c(1, 1, 1), fourier = "24:2",
       fixed = c(0.6, -0.8, 3, 0, 0, 1)))

columns <- function(case, n, h = 0) {
  x <- NULL
  if (case$fourier != "") {
    parts <- lapply(strsplit(strsplit(case$fourier, ";")[[1]], ":"), as.numeric)
    y <- msts(rep(0, n), seasonal.periods = sapply(parts, `[`, 1))
    K <- sapply(parts, `[`, 2)
    x <- if (h > 0) fourier(y, K = K, h = h) else fourier(y, K = K)
    colnames(x) <- paste0("f", seq_len(ncol(x)))
  }
  if (case$drift) x <- cbind(x, drift = if (h > 0) n + seq_len(h) else seq_len(n))
  x
}
digits <- function(x) format(x, digits = 15, trim = TRUE, scientific = FALSE)
steps <- 30
rows <- NULL
forecasts <- NULL
for (c in cases) {
  y <- series[[c$series]]
  n <- length(y)
  x <- columns(c, n)
  fixed <- arima(y, c$order, list(order = c$seasonal, period = c$period), xreg = x, include.mean = c$mean,
                 fixed = c$fixed, transform.pars = FALSE, method = "ML")
  free <- arima(y, c$order, list(order = c$seasonal, period = c$period), xreg = x, include.mean = c$mean,
                method = if (anyNA(y)) "ML" else "CSS-ML", optim.control = list(maxit = 1000))
  p <- predict(fixed, n.ahead = steps, newxreg = columns(c, n, steps))
  rows <- rbind(rows, data.frame(
    case = c$name, series = c$series, order = paste(c$order, collapse = ";"),
    seasonal = paste(c$seasonal, collapse = ";"), period = c$period, mean = as.integer(c$mean),
    drift = as.integer(c$drift), fourier = c$fourier, fixed = paste(c$fixed, collapse = ";"),
    log_likelihood = digits(fixed$loglik), variance = digits(fixed$sigma2),
    free = paste(digits(coef(free)), collapse = ";"), free_log_likelihood = digits(free$loglik)))
  forecasts <- rbind(forecasts, data.frame(
    case = c$name, step = seq_len(steps), mean = digits(as.numeric(p$pred)), se = digits(as.numeric(p$se))))
}
write.csv(do.call(rbind, lapply(names(series), function(s) data.frame(
  series = s, step = seq_along(series[[s]]), value = ifelse(is.na(series[[s]]), "", digits(series[[s]]))))),
  "arima-series.csv", row.names = FALSE, quote = FALSE)

write.csv(rows, "arima-cases.csv", row.names = FALSE, quote = FALSE)

write.csv(forecasts, "arima-forecasts.csv", row.names = FALSE, quote = FALSE)

# The stationarity test behind ndiffs: the statistic of the series itself, and the differences asked for.
whole <- Filter(function(y) !anyNA(y), series)
whole$trend <- series$short + 0.5 * seq_along(series$short)
stationarity <- do.call(rbind, lapply(names(whole), function(s) {
  y <- whole[[s]]
  test <- urca::ur.kpss(y, type = "mu", use.lag = trunc(3 * sqrt(length(y)) / 13))
  data.frame(series = s, statistic = digits(test@teststat), differences = ndiffs(y))
}))
write.csv(stationarity, "arima-stationarity.csv", row.names = FALSE, quote = FALSE)
