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
# # Kontroller en turnus som mennesker har laget
#
# En kontroll løser ingenting. Den leser turnusen og finner hvert brudd på lov, avtale og enhetens egne regler, med paragraf.
# Her endrer vi to dager i en turnus som er lovlig, slik en hastig bytting kan gjøre det.

# %%
from pathlib import Path

import solver

ROOT = Path(__file__).parents[1] if "__file__" in globals() else Path("..")
scenario = solver.load(ROOT / "data" / "units" / "solsiden-langvakt-b.yaml")
roster = solver.load_roster(ROOT / "data" / "rosters" / "solsiden-langvakt-b.json", scenario)
print("Brudd før:", len(solver.audit(scenario, roster).breaches))

# %% [markdown]
# ## En rask bytting
#
# Ingrid (E01) får aften på en dag, og dag morgenen etter. Det gir ni timers hvile.

# %%
fields = solver.data(roster)
days = fields["lines"][0]["days"]
place = next(day for day in range(len(days) - 1) if days[day] == "D" and days[day + 1] == "D")
days[place] = "A"
changed = solver.load_roster(fields, scenario)

found = solver.audit(scenario, changed)
table = solver.tables(found, scenario)["findings"]
print(table[table["alvor"] == "brudd"].to_string(index=False))

# %% [markdown]
# ## Timer og helger for hver linje

# %%
print(solver.tables(found, scenario)["lines"].to_string(index=False))
