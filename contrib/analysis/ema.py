#!/usr/bin/env python3
"""Opens a batch in the EMA workbench (TU Delft): its experiments and outcomes, and three analyses of them.

    python3 ema.py BATCH [FOLDER]

prints, as CSV, which parameters matter for which figure (feature scoring), where too many are left out (PRIM), and the
regret of each strategy. In a notebook, `load` gives the pair that every function of the workbench takes:

    experiments, outcomes = load("batch.json", "results")
    ema_workbench.save_results((experiments, outcomes), "batch.tar.gz")

Needs ema_workbench 2.5 or later.
"""

import inspect
import json
import pathlib
import re
import sys

import pandas
from ema_workbench import ScalarOutcome
from ema_workbench.analysis import feature_scoring, prim

# The figures that the three tables are about, and whether more is better.
FIGURES = {"left_out_students": False, "core_percent": True, "net_eur": False}
# PRIM looks for the parameters with which more than this many students are left out.
LEFT_OUT = 2
# Where a scenario's id has a value.
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def load(batch, folder=".", parameters=None, levers=()):
    """The experiments and outcomes of a batch, as the workbench has them: a data frame, and a dict of arrays.

    `batch` is the file of the batch, `folder` that of its results. An experiment is a run that has a plan and all of
    `parameters`; by default all that the batch varies. Those of them that are decided rather than found belong into
    `levers`. Besides a column per parameter, and `draw` where there are draws, experiments have

    - `policy`: the strategy, which is the scenario as it is written in the batch, without placeholders and with the values
      of the levers;
    - `scenario`: a number for the state of the world, that is the values of all other parameters and the draw. The same
      state under several policies has the same number, so that they can be compared in it;
    - `model`, which is always the same.

    An outcome is every column of figures in `summary.csv` that all these runs have.
    """
    runs = pandas.read_csv(pathlib.Path(folder) / "summary.csv")
    known = [name for name in runs.columns if name.startswith("over_") and name != "over_sample"]
    known = [name.removeprefix("over_") for name in known]
    parameters = known if parameters is None else list(parameters)
    unknown = [name for name in [*parameters, *levers] if name not in known]
    if unknown:
        raise ValueError(f"no parameter of the batch: {', '.join(unknown)}; it has {', '.join(known) or 'none'}")
    parameters += [name for name in levers if name not in parameters]

    has_all = runs[[f"over_{name}" for name in parameters]].notna().all(axis=1)
    runs = runs[(runs["outcome"] == "plan") & has_all].reset_index(drop=True)
    if runs.empty:
        raise ValueError(f"no run with a plan has all of {', '.join(parameters)}; name fewer `parameters`")

    experiments = pandas.DataFrame({name: runs[f"over_{name}"] for name in parameters})
    state = [name for name in parameters if name not in levers]
    if runs["draw"].notna().all():
        experiments["draw"] = runs["draw"].astype(int)
        state.append("draw")
    experiments["policy"] = pandas.Categorical(policies(batch, runs, levers))
    experiments["scenario"] = experiments.groupby(state).ngroup() if state else 0
    experiments["model"] = pandas.Categorical(["plaatswijzer"] * len(runs))

    first = runs.columns.get_loc("outcome") + 1
    figures = runs.iloc[:, first:].select_dtypes("number").dropna(axis=1)
    for name in figures.columns:
        # Makes the workbench know what to write where it saves results.
        ScalarOutcome(name)
    return experiments, {name: figures[name].to_numpy() for name in figures.columns}


def policies(batch, runs, levers):
    """The policy of each run."""
    document = json.loads(pathlib.Path(batch).read_text(encoding="utf-8"))
    over = [name for name in runs.columns if name.startswith("over_")]
    found = {}
    for row in runs[["scenario", *over]].drop_duplicates().to_dict("records"):
        values = {name.removeprefix("over_"): whole(value) for name, value in row.items() if name != "scenario"}
        for written in (scenario["id"] for scenario in document["scenarios"]):
            if PLACEHOLDER.sub(lambda match: str(values.get(match[1], "")), written) == row["scenario"]:
                strategy = re.sub("-+", "-", PLACEHOLDER.sub("", written)).strip("-")
                found[row["scenario"]] = ", ".join([strategy, *(f"{name} {values[name]}" for name in levers)])
    missing = sorted(set(runs["scenario"]) - set(found))
    if missing:
        raise ValueError(f"{batch} has no scenario {missing[0]}: the results are those of another batch")
    return runs["scenario"].map(found)


def whole(value):
    """A number as the batch has it: pandas reads whole numbers beside empty cells as floats."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def inputs(experiments):
    """What may explain an outcome: the parameters, and the policy where there are several."""
    columns = experiments.drop(columns=["scenario", "model", "draw"], errors="ignore")
    return columns.loc[:, columns.nunique() > 1]


def scores(experiments, outcomes, seed=7):
    """How much each parameter matters for each figure, as shares (extra trees, Geurts et al. 2006)."""
    chosen = {name: outcomes[name] for name in FIGURES if name in outcomes}
    return feature_scoring.get_feature_scores_all(inputs(experiments), chosen, random_state=seed)


def box(experiments, is_of_interest):
    """The first box of PRIM (Friedman and Fisher, 1999): limits of the parameters within which most runs are of interest."""
    # Version 2 asks for the least density of a box that is accepted, version 3 leaves the choice to who looks at the box.
    asks = "threshold" in inspect.signature(prim.Prim).parameters
    return prim.Prim(inputs(experiments), is_of_interest.astype(int), **({"threshold": 0.5} if asks else {})).find_box()


def limits(found):
    """The limits of a box as a table: per parameter from where to where, or which policies."""
    last = found.box_lims[-1]
    rows = []
    for name in last.columns:
        least, greatest = last[name]
        if isinstance(least, (set, frozenset)):
            least = greatest = "|".join(sorted(least))
        rows.append([name, least, greatest, round(found.coverage, 3), round(found.density, 3)])
    return pandas.DataFrame(rows, columns=["parameter", "from", "to", "coverage", "density"])


def regret(experiments, values, more_is_better):
    """How far each policy is from the best one in the same state of the world: a row per state, a column per policy.

    Only states that all policies have a plan in.
    """
    table = pandas.DataFrame({**experiments[["scenario", "policy"]], "value": values})
    table = table.pivot(index="scenario", columns="policy", values="value").dropna()
    best = table.max(axis=1) if more_is_better else table.min(axis=1)
    return table.sub(best, axis=0).abs()


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: ema.py BATCH [FOLDER]")
    experiments, outcomes = load(*sys.argv[1:])
    print(scores(experiments, outcomes).rename_axis("parameter").round(3).to_csv())

    found = box(experiments, outcomes["left_out_students"] > LEFT_OUT)
    if found is None:
        print(f"No box: too few runs leave out more than {LEFT_OUT} students.\n")
    else:
        print(limits(found).to_csv(index=False))

    regrets = {}
    for name, more_is_better in FIGURES.items():
        if name in outcomes:
            regrets[f"{name}_greatest_regret"] = regret(experiments, outcomes[name], more_is_better).max()
    print(pandas.DataFrame(regrets).rename_axis("policy").round(4).to_csv())


if __name__ == "__main__":
    main()
