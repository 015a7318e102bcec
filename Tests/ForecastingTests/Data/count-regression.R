# Poisson and negative binomial regression of seeded counts, by R's glm. Writes count-regression.csv beside itself.
# Rscript count-regression.R
suppressMessages(library(MASS))
out <- data.frame()
i <- 0:119
x1 <- cos(2 * pi * i / 30); x2 <- (i %% 7 == 3) * 1; offset <- 0.01 * i
# A fixed formula instead of random numbers: the same counts on every machine.
y <- floor(exp(2 + 0.5 * x1 - 0.3 * x2 + offset) * (0.6 + 0.8 * ((i * 7919) %% 101) / 100))
add <- function(model, fit) {
  c <- coef(fit)
  out <<- rbind(out, data.frame(model = model, term = names(c), value = sprintf("%.15g", c)))
}
add("poisson", glm(y ~ x1 + x2 + offset(offset), family = poisson, control = glm.control(epsilon = 1e-14, maxit = 100)))
add("negative-binomial-0.05",
    glm(y ~ x1 + x2 + offset(offset), family = negative.binomial(20), control = glm.control(epsilon = 1e-14, maxit = 100)))
add("negative-binomial-0.5",
    glm(y ~ x1 + x2 + offset(offset), family = negative.binomial(2), control = glm.control(epsilon = 1e-14, maxit = 100)))
# The few-counts case: means below one.
z <- floor(exp(-1 + 0.5 * x1) * 2 * ((i * 7919) %% 101) / 60)
add("poisson-small", glm(z ~ x1 + x2, family = poisson, control = glm.control(epsilon = 1e-14, maxit = 100)))
write.csv(out, "count-regression.csv", row.names = FALSE, quote = FALSE)
