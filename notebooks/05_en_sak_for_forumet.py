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
# # En sak for forumet
#
# En stilling blir ledig. Før den lyses ut, spør forumet om timene kan gi noen en større stilling (aml §§ 14-1 b og 14-3). Hver mulighet er en
# turnus for hver enhet den gjelder, et bevis for at den ikke går, eller et ærlig «ikke funnet i tide». Alle personer og enheter er oppdiktet.

# %%
import os
from pathlib import Path

import pandas as pd

import solver

ROOT = Path(__file__).parents[1] if "__file__" in globals() else Path("..")
SECONDS = float(os.environ.get("HELTID_SECONDS", "50"))

case = solver.load_case(ROOT / "data" / "cases" / "lia-helgelinje" / "case.yaml")
print(case.name, "-", len(case.units), "enheter,", len(case.wants_more), "ønsker mer")

# %% [markdown]
# ## Mulighetene, de beste først

# %%
review = solver.review(case, seconds=SECONDS, seed=1)
words = {"solved": "løst", "impossible": "bevist umulig", "unknown": "ikke funnet i tide"}
rows = [
    (option.id, words[option.status], option.worth.small if option.worth else None, len(option.changes))
    for option in review.options
]
print(
    pd.DataFrame(
        rows, columns=["mulighet", "svar", "stillinger under terskelen", "endrede linjer"]
    ).to_string(index=False)
)

# %% [markdown]
# ## Den beste, eller hvorfor ingen går

# %%
if review.best:
    print("Best i forumets rekkefølge:", review.best.id)
else:
    print("Ingen mulighet er funnet. Det som er bevist umulig, står i tabellen; resten er ikke avklart.")

# %% [markdown]
# ## Papirene
#
# `heltid review data/cases/lia-helgelinje/case.yaml --out papirer` skriver saksframlegget, dokumentasjonen etter § 14-1 b, protokollen, utlysningen og
# oversikten over uønsket deltid. Alt i dem står også her, som felter:

# %%
print(", ".join(solver.data(review)))
