"""Links people with Splink on DuckDB: prints seconds for training, scoring and clustering.

Usage: splink_peer.py FILE.csv CLUSTERS.csv

Blocking and comparisons are Leadmill's, as far as Splink can express them. It has no bound for the
size of a block: the keys are made beforehand, without those that too many share, and not timed.
"""

import logging
import sys
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)

READ = """
SELECT external_id AS unique_id, lower(nullif(first_name, '')) AS first_name,
  lower(nullif(last_name, '')) AS last_name, nullif(email, '') AS email,
  split_part(nullif(email, ''), '@', 1) AS local_part, nullif(phone, '') AS phone,
  regexp_replace(lower(nullif(company, '')), ' (inc|llc|corp|ltd)[.]$', '') AS company,
  lower(nullif(street, '')) AS street, lower(nullif(city, '')) AS city,
  nullif(postcode, '') AS postcode, lower(nullif(job_title, '')) AS job_title
FROM read_csv(?, all_varchar = true, header = true)
"""

# The blocking rules that reach these columns: the parts of the key, and how many may share it. Those
# whose larger blocks Leadmill compares only for a second key in common are cut at the smaller size.
LARGEST, SMALL = 50, 12
RULES = [
    (["local_part"], LARGEST), (["right(phone, 8)"], LARGEST), (["first_name", "last_name"], LARGEST),
    (["left(first_name, 3)", "left(last_name, 3)"], SMALL),
    (["left(last_name, 3)", "postcode"], SMALL), (["left(first_name, 3)", "postcode"], SMALL),
    (["left(last_name, 3)", "city"], SMALL), (["left(first_name, 3)", "city"], SMALL),
    (["company", "left(first_name, 1)", "left(last_name, 1)"], LARGEST), (["street"], LARGEST),
    (["postcode", "left(street, 3)"], SMALL),
]


def keys():
    """A column for each rule, empty where the key is missing or too many share it."""
    columns = []
    for number, (parts, most) in enumerate(RULES):
        key = " || '|' || ".join(parts)
        columns.append(
            f"CASE WHEN count(*) OVER (PARTITION BY {key}) <= {most} THEN {key} END AS key_{number}")
    return ", ".join(columns)


def email():
    return cl.CustomComparison(
        output_column_name="email",
        comparison_levels=[
            cll.NullLevel("email"), cll.ExactMatchLevel("email"), cll.ExactMatchLevel("local_part"),
            cll.JaroWinklerLevel("local_part", 0.92), cll.ElseLevel()])


def place():
    return cl.CustomComparison(
        output_column_name="place",
        comparison_levels=[
            cll.NullLevel("postcode"),
            cll.And(cll.ExactMatchLevel("postcode"), cll.ExactMatchLevel("city")),
            cll.ExactMatchLevel("city"), cll.ExactMatchLevel("postcode"),
            cll.JaroWinklerLevel("city", 0.9), cll.ElseLevel()])


def main(source, target):
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE given AS {READ}", [source])
    connection.execute(f"CREATE TABLE people AS SELECT *, {keys()} FROM given")
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on(f"key_{i}") for i in range(len(RULES))],
        comparisons=[
            cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("last_name").configure(term_frequency_adjustments=True),
            email(), cl.LevenshteinAtThresholds("phone", 1),
            cl.JaroWinklerAtThresholds("company", [0.92]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("street", [0.95, 0.9]), place(), cl.ExactMatch("job_title"),
        ],
        retain_intermediate_calculation_columns=False)
    started = time.monotonic()
    database = DuckDBAPI(connection)
    linker = Linker(database.register("people"), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("email"), block_on("phone", "last_name"), block_on("first_name", "last_name", "postcode")],
        recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("local_part"))
    training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "last_name"))
    training.estimate_parameters_using_expectation_maximisation(block_on("street"))
    trained = time.monotonic()
    pairs = linker.inference.predict(threshold_match_probability=0.8)
    scored = time.monotonic()
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=0.8)
    ended = time.monotonic()
    connection.execute(
        f"COPY (SELECT unique_id, cluster_id FROM {clusters.physical_name}) TO '{target}' (HEADER)")
    print(f"{ended - started:.3f} {trained - started:.3f} {scored - trained:.3f} {ended - scored:.3f}")


main(sys.argv[1], sys.argv[2])
