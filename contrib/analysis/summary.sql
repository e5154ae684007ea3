-- Reads the summary.csv of a batch with DuckDB. Run it in the folder of the results:
--   duckdb -csv < summary.sql

SET VARIABLE reference = 'today';  -- the scenario that the others are compared with
-- The grid's parameter is `growth`: write another one's name for over_growth at the end.

-- The mean, with halves rounded away from zero: the tiny step undoes what binary fractions lose.
CREATE TEMP MACRO mean_to(figure, decimals) AS round(avg(figure) + sign(avg(figure)) * 1e-9, decimals);

-- A run without a plan has a row, but no figures.
CREATE TEMP TABLE runs AS
SELECT row_number() OVER () AS position, *
FROM read_csv('summary.csv', sample_size = -1)
WHERE outcome = 'plan';

-- The share trained in a cluster, and what it is more than in the reference, draw by draw.
WITH pairs AS (
  SELECT one.*, round(one.core_percent - other.core_percent, 1) AS difference
  FROM runs AS one
  LEFT JOIN runs AS other
    ON other.scenario = getvariable('reference')
    AND one.scenario <> other.scenario
    -- A batch without draws has no draw numbers.
    AND one.draw IS NOT DISTINCT FROM other.draw
)
SELECT
  scenario,
  count(core_percent) AS draws,
  mean_to(core_percent, 2) AS core_percent_mean,
  mean_to(difference, 2) AS core_percent_difference_mean,
  quantile_disc(difference, 0.05) AS core_percent_difference_p05,
  quantile_disc(difference, 0.95) AS core_percent_difference_p95
FROM pairs
GROUP BY scenario
ORDER BY min(position);

-- Net cost against share. On the front is what no other scenario beats in one without losing in the other.
WITH trade AS (
  SELECT scenario, mean_to(net_eur, 1) AS net_eur_mean, mean_to(core_percent, 2) AS core_percent_mean
  FROM runs
  GROUP BY scenario
)
SELECT
  *,
  NOT EXISTS (
    FROM trade AS other
    WHERE other.net_eur_mean <= trade.net_eur_mean
      AND other.core_percent_mean >= trade.core_percent_mean
      AND (other.net_eur_mean < trade.net_eur_mean OR other.core_percent_mean > trade.core_percent_mean)
  ) AS on_front
FROM trade
ORDER BY net_eur_mean, scenario;

-- Left out along the grid.
SELECT
  over_growth,
  scenario,
  mean_to(left_out_students, 1) AS left_out_students_mean,
  min(left_out_students) AS left_out_students_least,
  max(left_out_students) AS left_out_students_greatest
FROM runs
WHERE over_growth IS NOT NULL
GROUP BY over_growth, scenario
ORDER BY over_growth, scenario;
