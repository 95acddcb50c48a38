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
# # En regel av egen lage
#
# En regel er én klasse: et kort som kan leses av en tillitsvalgt, `enforce` som modellen holder, og `audit_line` som finner brudd i hvilken
# som helst turnus. Her: ingen har aften to fredager på rad.

# %%
import os
from collections.abc import Iterator
from pathlib import Path

import solver
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule

ROOT = Path(__file__).parents[1] if "__file__" in globals() else Path("..")
SECONDS = float(os.environ.get("HELTID_SECONDS", "30"))
FRIDAY, WEEK = 4, 7


class NotTwoFridayEvenings(Rule):
    """Friday evenings are shared: nobody has two in a row."""

    card = Card(
        id="not_two_friday_evenings",
        level="unit",
        name="Fredagskvelder på rad",
        sentence="Ingen har aften to fredager på rad.",
        law="Enhetens egen regel",
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            for day in range(FRIDAY, model.cycle.days, WEEK):
                both = (model.works(employee, day, "A"), model.works(employee, day + WEEK, "A"))
                model.forbid(*both, name=f"{self.card.id}.{employee.id}.{day}")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        for day in range(FRIDAY, line.cycle.days, WEEK):
            if line.code(day) == "A" == line.code(day + WEEK):
                yield self.found(line, day + WEEK, amount=2, limit=1, unit="shifts")


# %% [markdown]
# ## Uten regelen

# %%
scenario = solver.load(ROOT / "data" / "units" / "solsiden-langvakt-b.yaml")
rule = NotTwoFridayEvenings()
roster = solver.load_roster(ROOT / "data" / "rosters" / "solsiden-langvakt-b.json", scenario)
broken = solver.audit(scenario, roster, extra_rules=(rule,)).breaches
print("Brudd på regelen i turnusen som ligger der:", len(broken))

# %% [markdown]
# ## Med regelen

# %%
planned = solver.plan(scenario, seconds=SECONDS, seed=1, extra_rules=(rule,))
if planned.lines:
    found = solver.audit(scenario, planned, extra_rules=(rule,))
    print(
        planned.status, "- brudd:", len(found.breaches), "- udekkede personminutter:", planned.goals[0].value
    )
else:
    print("Ikke avklart på", SECONDS, "sekunder; gi det mer tid.")
