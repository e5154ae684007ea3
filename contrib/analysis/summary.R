# Reads the summary.csv of a batch with R; no packages. Run it in the folder of the results.

reference <- "today"        # the scenario that the others are compared with
parameter <- "over_growth"  # the column of the grid's parameter

# A run without a plan has a row, but no figures.
runs <- subset(read.csv("summary.csv", na.strings = ""), outcome == "plan")

# The mean, with halves rounded away from zero: the tiny step undoes what binary fractions lose.
mean_to <- function(values, decimals) {
  exact <- mean(values)
  round(exact + sign(exact) * 1e-9, decimals)
}
nearest_rank <- function(values, percent) unname(quantile(values, percent / 100, type = 1))
# A row per scenario, in the order of the file.
per <- function(table, row) {
  do.call(rbind, lapply(split(table, factor(table$scenario, unique(table$scenario))), row))
}
show <- function(table) {
  write.csv(table, row.names = FALSE, quote = FALSE, na = "")
  cat("\n")
}

# The share trained in a cluster, and what it is more than in the reference, draw by draw.
shares <- subset(runs, !is.na(core_percent))
own <- shares[shares$scenario == reference, ]
show(per(shares, function(one) {
  pairs <- merge(one[c("draw", "core_percent")], own[c("draw", "core_percent")], by = "draw")
  difference <- round(pairs$core_percent.x - pairs$core_percent.y, 1)
  if (one$scenario[1] == reference) difference <- numeric()
  known <- length(difference) > 0
  data.frame(
    scenario = one$scenario[1],
    draws = nrow(one),
    core_percent_mean = mean_to(one$core_percent, 2),
    core_percent_difference_mean = if (known) mean_to(difference, 2) else NA,
    core_percent_difference_p05 = if (known) nearest_rank(difference, 5) else NA,
    core_percent_difference_p95 = if (known) nearest_rank(difference, 95) else NA
  )
}))

# Net cost against share. On the front is what no other scenario beats in one without losing in the other.
trade <- per(runs, function(one) {
  data.frame(
    scenario = one$scenario[1],
    net_eur_mean = mean_to(one$net_eur, 1),
    core_percent_mean = mean_to(one$core_percent, 2)
  )
})
net <- trade$net_eur_mean
core <- trade$core_percent_mean
trade$on_front <- sapply(seq_along(net), function(i) {
  !any(net <= net[i] & core >= core[i] & (net < net[i] | core > core[i]))
})
show(trade[order(trade$net_eur_mean, trade$scenario), ])

# Left out along the grid.
grid <- runs[!is.na(runs[[parameter]]), ]
grid <- per(grid, function(one) {
  row <- data.frame(
    value = one[[parameter]][1],
    scenario = one$scenario[1],
    left_out_students_mean = mean_to(one$left_out_students, 1),
    left_out_students_least = min(one$left_out_students),
    left_out_students_greatest = max(one$left_out_students)
  )
  setNames(row, sub("^value$", parameter, names(row)))
})
show(grid[order(grid[[parameter]], grid$scenario), ])
