"""Reads the summary.csv of a batch with pandas. Run it in the folder of the results."""

import numpy as np
import pandas as pd

REFERENCE = "today"  # the scenario that the others are compared with
PARAMETER = "over_growth"  # the column of the grid's parameter

# A run without a plan has a row, but no figures.
runs = pd.read_csv("summary.csv").query("outcome == 'plan'")


def mean(decimals):
    """The mean, with halves rounded away from zero: the tiny step undoes what binary fractions lose."""

    def rounded(values):
        exact = values.mean()
        return round(exact + np.copysign(1e-9, exact), decimals)

    return rounded


def nearest_rank(percent):
    return lambda values: np.quantile(values, percent / 100, method="inverted_cdf")


# The share trained in a cluster, and what it is more than in the reference, draw by draw.
shares = runs.dropna(subset="core_percent")
share = shares.groupby("scenario", sort=False)["core_percent"].agg(
    draws="size", core_percent_mean=mean(2)
)
reference = shares.loc[shares["scenario"] == REFERENCE, ["draw", "core_percent"]]
pairs = shares[shares["scenario"] != REFERENCE].merge(reference, on="draw", suffixes=("", "_reference"))
pairs["difference"] = (pairs["core_percent"] - pairs["core_percent_reference"]).round(1)
difference = pairs.groupby("scenario", sort=False)["difference"].agg(
    core_percent_difference_mean=mean(2),
    core_percent_difference_p05=nearest_rank(5),
    core_percent_difference_p95=nearest_rank(95),
)
print(share.join(difference).to_csv())

# Net cost against share. On the front is what no other scenario beats in one without losing in the other.
trade = runs.groupby("scenario").agg(
    net_eur_mean=("net_eur", mean(1)), core_percent_mean=("core_percent", mean(2))
)


def on_front(scenario):
    net, core = trade["net_eur_mean"], trade["core_percent_mean"]
    as_good = (net <= scenario.net_eur_mean) & (core >= scenario.core_percent_mean)
    better = (net < scenario.net_eur_mean) | (core > scenario.core_percent_mean)
    return not (as_good & better).any()


trade["on_front"] = [on_front(scenario) for scenario in trade.itertuples()]
print(trade.sort_values("net_eur_mean", kind="stable").to_csv())

# Left out along the grid.
grid = runs.dropna(subset=PARAMETER).groupby([PARAMETER, "scenario"])["left_out_students"].agg(
    left_out_students_mean=mean(1), left_out_students_least="min", left_out_students_greatest="max"
)
print(grid.to_csv())
