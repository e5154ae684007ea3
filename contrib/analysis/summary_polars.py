"""Reads the summary.csv of a batch with polars. Run it in the folder of the results."""

import polars as pl

REFERENCE = "today"  # the scenario that the others are compared with
PARAMETER = "over_growth"  # the column of the grid's parameter

# A run without a plan has a row, but no figures.
runs = pl.read_csv("summary.csv", infer_schema_length=None).filter(pl.col("outcome") == "plan")


def mean(column, decimals):
    """The mean, with halves rounded away from zero: the tiny step undoes what binary fractions lose."""
    exact = pl.col(column).mean()
    return (exact + exact.sign() * 1e-9).round(decimals)


def nearest_rank(column, percent):
    return pl.col(column).quantile(percent / 100, interpolation="equiprobable")


# The share trained in a cluster, and what it is more than in the reference, draw by draw.
shares = runs.drop_nulls("core_percent")
share = shares.group_by("scenario", maintain_order=True).agg(
    pl.len().alias("draws"), mean("core_percent", 2).alias("core_percent_mean")
)
reference = shares.filter(pl.col("scenario") == REFERENCE).select("draw", reference="core_percent")
difference = (
    shares.filter(pl.col("scenario") != REFERENCE)
    # A batch without draws has no draw numbers.
    .join(reference, on="draw", nulls_equal=True)
    .with_columns(difference=(pl.col("core_percent") - pl.col("reference")).round(1))
    .group_by("scenario")
    .agg(
        mean("difference", 2).alias("core_percent_difference_mean"),
        nearest_rank("difference", 5).alias("core_percent_difference_p05"),
        nearest_rank("difference", 95).alias("core_percent_difference_p95"),
    )
)
print(share.join(difference, on="scenario", how="left", maintain_order="left").write_csv())

# Net cost against share. On the front is what no other scenario beats in one without losing in the other.
trade = runs.group_by("scenario").agg(
    mean("net_eur", 1).alias("net_eur_mean"), mean("core_percent", 2).alias("core_percent_mean")
)
net, core = pl.col("net_eur_mean"), pl.col("core_percent_mean")
other_net, other_core = pl.col("net_eur_mean_other"), pl.col("core_percent_mean_other")
beaten = (
    trade.join(trade, how="cross", suffix="_other")
    .filter((other_net <= net) & (other_core >= core) & ((other_net < net) | (other_core > core)))
    .select("scenario")
    .unique()
)
on_front = ~pl.col("scenario").is_in(beaten["scenario"].to_list())
print(trade.with_columns(on_front=on_front).sort("net_eur_mean", "scenario").write_csv())

# Left out along the grid.
left_out = pl.col("left_out_students")
grid = (
    runs.drop_nulls(PARAMETER)
    .group_by(PARAMETER, "scenario")
    .agg(
        mean("left_out_students", 1).alias("left_out_students_mean"),
        left_out.min().alias("left_out_students_least"),
        left_out.max().alias("left_out_students_greatest"),
    )
)
print(grid.sort(PARAMETER, "scenario").write_csv())
