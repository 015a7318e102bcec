# Reference values of exponential smoothing, decomposition and double-seasonal Holt-Winters from R's forecast package.
# Run in this directory: Rscript smoothing.R
suppressMessages(library(forecast))
ns <- asNamespace("forecast")
num <- function(x) formatC(x, digits = 15, format = "g", width = 1)

# The sum of twelve numbers of a linear congruential generator: repeatable without R's own streams.
state <- 1
uniform <- function() { state <<- (state * 16807) %% 2147483647; state / 2147483647 }
normal <- function() sum(replicate(12, uniform())) - 6
walk <- function(n, sd) cumsum(replicate(n, sd * normal()))
wave <- function(n, m, k = 1, shift = 0) sin(2 * pi * k * (seq_len(n) + shift) / m)

make <- function(n, m, f) { state <<- 7919 * n + m; ts(round(f(n, m), 3), frequency = m) }
series <- list(
  monthly = make(60, 12, function(n, m) (200 + 1.5 * seq_len(n)) * (1 + 0.2 * wave(n, m)) * (1 + replicate(n, 0.04 * normal()))),
  days = make(120, 7, function(n, m) 500 + walk(n, 6) + 80 * wave(n, m) + 30 * wave(n, m, 2) + replicate(n, 15 * normal())),
  year = make(364, 7, function(n, m) exp(6 + walk(n, 0.01) + 0.3 * wave(n, m) + replicate(n, 0.05 * normal()))),
  hours = make(600, 24, function(n, m) (300 + walk(n, 3)) * (1 + 0.5 * wave(n, m) + 0.2 * wave(n, m, 2)) + replicate(n, 8 * normal())),
  damped = make(144, 12, function(n, m) 1000 - 400 * 0.97^seq_len(n) + walk(n, 8) + 60 * wave(n, m, 1, 3) + replicate(n, 10 * normal())),
  small = make(200, 7, function(n, m) pmax(1, round(20 + 6 * wave(n, m) + replicate(n, 4.5 * normal())))))
double <- list(
  quarter = list(p = c(48, 336), y = make(1344, 336, function(n, m)
    exp(5 + walk(n, 0.004) + 0.8 * wave(n, 48) + 0.3 * wave(n, 48, 2) + 0.2 * wave(n, 336) + 0.1 * wave(n, 336, 3) + replicate(n, 0.05 * normal())))),
  month = list(p = c(24, 168), y = make(700, 168, function(n, m)
    400 + walk(n, 1.5) + 150 * wave(n, 24) + 60 * wave(n, 168) + replicate(n, 12 * normal()))))

rows <- do.call(rbind, c(
  lapply(names(series), function(s) data.frame(series = s, period = frequency(series[[s]]), index = seq_along(series[[s]]), value = num(series[[s]]))),
  lapply(names(double), function(s) data.frame(series = s, period = double[[s]]$p[1], index = seq_along(double[[s]]$y), value = num(double[[s]]$y)))))
write.csv(rows, "smoothing-series.csv", row.names = FALSE, quote = FALSE)

# The package puts gamma in the row of the second season where a model has no trend; with a trend of zero it is right.
class1 <- function(h, f) {
  s <- f$states[nrow(f$states), ]; p <- f$par
  if (f$components[2] == "N") { s <- c(s[1], 0, s[-1]); p["beta"] <- 0 }
  list(h = h, s = s, p = p, trend = "A")
}
# The package leaves the damping out of the forecast of the level in class 3; the lines are put right here.
text <- deparse(ns$class3)
text <- sub("H1 <- matrix(rep(1, 1 + (trendtype != \"N\")), nrow = 1)", "H1 <- matrix(if (trendtype == \"N\") 1 else c(1, if (damped) par[\"phi\"] else 1), nrow = 1)", text, fixed = TRUE)
text <- sub("F1 <- rbind(c(1, 1), c(0, ifelse(damped, par[\"phi\"], ", "F1 <- rbind(c(1, ifelse(damped, par[\"phi\"], 1)), c(0, ifelse(damped, par[\"phi\"], ", text, fixed = TRUE)
text <- sub("G1 <- rbind(c(par[\"alpha\"], par[\"alpha\"])", "G1 <- rbind(c(par[\"alpha\"], ifelse(damped, par[\"phi\"], 1) * par[\"alpha\"])", text, fixed = TRUE)
text <- sub("  par[\"beta\"]))", "  ifelse(damped, par[\"phi\"], 1) * par[\"beta\"]))", text, fixed = TRUE)
stopifnot(sum(text != deparse(ns$class3)) == 4)
class3 <- eval(parse(text = text), ns)

outlook <- function(f, h) {
  k <- f$components; damped <- as.logical(k[4])
  if (k[3] == "M") return(class3(h, f$states[nrow(f$states), ], k[2], k[3], damped, f$m, f$sigma2, f$par))
  a <- class1(h, f)
  g <- if (k[1] == "A") ns$class1 else ns$class2
  g(h, a$s, a$trend, k[3], damped, f$m, f$sigma2, a$p)
}

fits <- list(); values <- list()
for (s in names(series)) for (e in c("A", "M")) for (t in c("N", "A", "Ad")) for (k in c("N", "A", "M")) {
  if (e == "A" && k == "M") next
  y <- series[[s]]
  f <- ets(y, model = paste0(e, substr(t, 1, 1), k), damped = t == "Ad")
  n <- length(y); m <- f$m
  model <- sprintf("ETS(%s,%s,%s)", e, t, k)
  p <- function(x) if (is.na(f$par[x])) "" else num(f$par[x])
  fits[[length(fits) + 1]] <- data.frame(series = s, model = gsub(",", "", model), alpha = p("alpha"), beta = p("beta"), gamma = p("gamma"), phi = p("phi"),
    loglik = num(f$loglik), aicc = num(f$aicc), sigma2 = num(f$sigma2), states = paste(num(f$states[1, ]), collapse = " "))
  at <- unique(round(seq(1, n, length.out = 12)))
  h <- if (k == "N") 10 else 2 * m + 2
  ahead <- outlook(f, h)
  values[[length(values) + 1]] <- data.frame(series = s, model = gsub(",", "", model),
    kind = c(rep("fitted", length(at)), rep("mean", h), rep("variance", h)),
    index = c(at, 1:h, 1:h), value = num(c(fitted(f)[at], ahead$mu, ahead$var)))
}
write.csv(do.call(rbind, fits), "smoothing-fits.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, values), "smoothing-values.csv", row.names = FALSE, quote = FALSE)

parts <- list(); dshws <- list()
add <- function(s, f, seasons) {
  n <- nrow(f); at <- seq(1, n, by = if (n > 700) 3 else 1)
  data.frame(series = s, index = at, trend = num(f[at, "Trend"]), short = num(f[at, seasons[1]]), long = if (length(seasons) > 1) num(f[at, seasons[2]]) else "")
}
for (s in names(double)) {
  d <- double[[s]]
  f <- mstl(msts(d$y, d$p))
  parts[[s]] <- add(s, f, paste0("Seasonal", d$p))
  # Periods as plain numbers: as integers the package takes the branch for odd periods.
  g <- dshw(as.numeric(d$y), period1 = d$p[1], period2 = d$p[2], h = 2 * d$p[2] + 5, alpha = 0.12, beta = 0.01, gamma = 0.15, omega = 0.2, phi = 0.7)
  n <- length(d$y); at <- c(1:5, seq(6, n, by = 11), n)
  dshws[[s]] <- data.frame(series = s, kind = c(rep("fitted", length(at)), rep("mean", length(g$mean))), index = c(at, seq_along(g$mean)),
    value = num(c(g$fitted[at], g$mean)))
}
for (s in c("hours", "monthly")) parts[[s]] <- add(s, mstl(series[[s]]), paste0("Seasonal", frequency(series[[s]])))
write.csv(do.call(rbind, parts), "decomposition.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, dshws), "double-seasonal.csv", row.names = FALSE, quote = FALSE)
