# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Turnuser side om side
#
# To turnuser for den samme enheten: den som ligger der, og en ny der belastningen teller mer enn ønskene.

# %%
import os
from pathlib import Path

import solver

ROOT = Path(__file__).parents[1] if "__file__" in globals() else Path("..")
SECONDS = float(os.environ.get("HELTID_SECONDS", "30"))
scenario = solver.load(ROOT / "data" / "units" / "solsiden-langvakt-b.yaml")
before = solver.load_roster(ROOT / "data" / "rosters" / "solsiden-langvakt-b.json", scenario)

# %%
fields = solver.data(scenario)
fields["goals"] = ["cover", "unwanted_part_time", "small_positions", "part_time", "weekend_balance", "strain"]
after = solver.plan(solver.load(fields), seconds=SECONDS, seed=1, start=before)
comparison = solver.compare(scenario, {"i dag": before, "skånsom": after})
tables = solver.tables(comparison)
print(tables["totals"].to_string())

# %% [markdown]
# ## Helger og stillinger, person for person

# %%
print(tables["weekends"].add_suffix(" (helger)").join(tables["positions"].add_suffix(" (%)")).to_string())

# %% [markdown]
# ## Hvor mange dager blir annerledes?

# %%
print(len(comparison.differences[1]), "dager")
