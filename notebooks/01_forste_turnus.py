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
# # Den første turnusen
#
# Fra en scenariofil til en lovlig turnus, med tabeller og figurer å ta vare på. Enheten er oppdiktet: Solsiden bofellesskap,
# der en arbeidet helg er én langvakt på 12 timer og én vanlig vakt.

# %%
import os
from pathlib import Path

import solver

ROOT = Path(__file__).parents[1] if "__file__" in globals() else Path("..")
SECONDS = float(os.environ.get("HELTID_SECONDS", "30"))

scenario = solver.load(ROOT / "data" / "units" / "solsiden-langvakt-b.yaml")
print(scenario.name, "-", len(scenario.employees), "linjer,", scenario.cycle.weeks, "uker")

# %% [markdown]
# ## Planlegg
#
# Målene møtes i rekkefølge: dekning først, så uønsket deltid og små stillinger. «Bevist minst» er en grense ingen turnus kommer under.

# %%
roster = solver.plan(scenario, seconds=SECONDS, seed=1)
tables = solver.tables(roster, scenario)
print(roster.status if roster.lines else "Ikke avklart i tide; gi det mer tid.")
print(tables["goals"].to_string(index=False))

# %% [markdown]
# ## Linjene

# %%
print(tables["lines"].to_string(index=False))

# %% [markdown]
# ## Hull, og det et menneske må ta stilling til

# %%
print("Ingen hull." if tables["holes"].empty else tables["holes"].to_string(index=False))
print(tables["findings"].to_string(index=False))

# %% [markdown]
# ## Figurer
#
# `figure.show()` viser dem i notatboken; `write_html` gir en fil som kan sendes videre.

# %%
figures = solver.figures(roster, scenario)
for name, figure in figures.items():
    print(name, "-", figure.layout.title.text)
figures["roster"]
