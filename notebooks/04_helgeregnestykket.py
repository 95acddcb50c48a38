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
# # Helgeregnestykket, og hva hver ordning tillater
#
# Helgene er to av sju dager, men den som arbeider to korte vakter hver tredje helg, gir få helgetimer. Da trengs det flere hoder enn det
# er arbeid til. Tre tall er nok til å se det:
#
#     gjennomsnittlig stilling = (5 + 2r) · h / (2r · f · U)
#
# r: helgebemanning mot hverdag, h: timer i en arbeidet helg, f: hver f-te helg, U: full uke.

# %%
import os
from pathlib import Path

import pandas as pd

import solver

ROOT = Path(__file__).parents[1] if "__file__" in globals() else Path("..")
SECONDS = float(os.environ.get("HELTID_SECONDS", "30"))


def average(hours: float, every: float, share: float, week: float = 35.5) -> float:
    """Den gjennomsnittlige stillingen helgene tillater, i prosent; høyst 100."""
    return round(min(100, 100 * (5 + 2 * share) * hours / (2 * share * every * week)))


patterns = {
    "2 × 7,5, hver 3.": (15, 3),
    "12 + 7,5, hver 3.": (19.5, 3),
    "2 × 12, hver 3.": (24, 3),
    "2 × 12, hver 4.": (24, 4),
}
rows = {name: [average(*pattern, share) for share in (1.0, 0.8, 0.6)] for name, pattern in patterns.items()}
print(pd.DataFrame.from_dict(rows, orient="index", columns=["r = 1,0", "r = 0,8", "r = 0,6"]).to_string())

# %% [markdown]
# ## Det samme med turnuser
#
# Regnestykket kjenner verken natt, kompetanse eller timene i døgnet. `solver.frontier` planlegger hver ordning og beviser hva som er høyst mulig.

# %%
scenario = solver.load(ROOT / "data" / "units" / "solsiden-langvakt-b.yaml")
points = solver.frontier(scenario, ["weekends=3,4"], seconds=SECONDS, seed=1)
print(solver.tables(points)["arrangements"].to_string(index=False))

# %%
figure = solver.figures(points)["arrangements"]
print(figure.layout.title.text)
figure
