"""The arguments and options of the commands, as typer reads them; each has one name and one meaning everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from solver.present.options import amount_of_time, one_of, plain_date, whole_number


def _option(metavar: str, text: str, parser: Callable[..., Any] | None = None) -> Any:
    return typer.Option(metavar=metavar, help=text, parser=parser)


_workers = whole_number(1, 1024, "Skriv et helt tall fra 1 til 1024.")
_seed = whole_number(0, 2_147_483_647, "Skriv et helt tall fra 0 til 2147483647.")
_lang = one_of("nb", "en", instead="Skriv nb eller en.")
_layout = one_of("wide", "tall", instead="Skriv wide eller tall.")
_paper = one_of("a3", "a4", instead="Skriv a3 eller a4.")
_way = one_of("auto", "together", "priced", "both", instead="Skriv auto, together, priced eller both.")
_cycles = whole_number(1, 100, "Skriv et helt tall fra 1 til 100.")

ScenarioFile = Annotated[Path, typer.Argument(metavar="SCENARIO", help="Scenariet, .yaml eller .json.")]
RosterFile = Annotated[Path, typer.Argument(metavar="ROSTER", help="Turnusen, .json, .csv eller .xlsx.")]
RosterFiles = Annotated[
    list[Path],
    typer.Argument(metavar="ROSTER ROSTER..", help="To eller flere turnuser, .json, .csv eller .xlsx."),
]
OfRoster = Annotated[Path | None, _option("ROSTER", "Turnusen det spørres om, .json eller .csv.")]
WhyNot = Annotated[
    str | None, _option("ANSATT:UKE:DAG:VAKT", "Hvorfor vakten ikke står der, som E07:3:sat:L.")
]
Vary = Annotated[
    list[str], _option("HVA=VERDI,VERDI", "weekends=3,4,6, long_shifts=on,off eller agreement=navn,navn.")
]
Figure = Annotated[Path | None, _option("FILE.svg", "Filen figuren skrives til.")]
OfScenario = Annotated[Path, _option("SCENARIO", "Scenariet som turnusen hører til.")]
Seconds = Annotated[float, _option("SEKUNDER", "Lengste tid planleggingen får.", amount_of_time)]
SecondsForAll = Annotated[
    float | None,
    _option("SEKUNDER", "Lengste tid for alle til sammen; ellers 90 for hver ordning.", amount_of_time),
]
Work = Annotated[float | None, _option("N", "Deterministisk arbeid i stedet for sekunder.", amount_of_time)]
Workers = Annotated[int | None, _option("N", "Tråder; ellers maskinens kjerner, høyst åtte.", _workers)]
Seed = Annotated[int, _option("N", "Frø for tilfeldige valg.", _seed)]
Current = Annotated[Path | None, _option("ROSTER", "Turnusen som gjelder nå.")]
Out = Annotated[Path | None, _option("ROSTER", "Filen turnusen skrives til, .json, .csv eller .xlsx.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Skriv bare ut feil.")]
AsJson = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]
To = Annotated[Path, _option("FILE", "Filen turnusen skrives til: .xlsx, .pdf, .csv eller .ics.")]
Layout = Annotated[str, _option("wide|tall", "csv: en rad per linje, eller en rad per vakt.", _layout)]
Paper = Annotated[str, _option("a3|a4", "pdf: størrelsen på arket.", _paper)]
Made = Annotated[date | None, _option("DATO", "Datoen filen bærer, som 2027-01-04.", plain_date)]
OfEmployee = Annotated[str | None, _option("ID", "ics: bare vaktene til denne linjen.")]
Cycles = Annotated[int | None, _option("N", "ics: hvor mange runder; ellers én.", _cycles)]
Until = Annotated[date | None, _option("DATO", "ics: siste dag, som 2027-12-31.", plain_date)]
CaseFile = Annotated[Path, typer.Argument(metavar="CASE", help="Forumets sak, .yaml eller .json.")]
Folder = Annotated[Path | None, _option("MAPPE", "Mappen papirene og turnusene skrives til.")]
Varied = Annotated[
    list[str] | None, _option("HVA=VERDI,VERDI", "Ordninger å prøve: weekends=3,4, long_shifts=on,off.")
]
Leaves = Annotated[
    list[str] | None, _option("ID=DATO", "Hvem som slutter, og første dag uten: E07=2028-08-01.")
]
Keep = Annotated[bool, typer.Option("--keep", help="De ansatte blir; ellers regnes det fra behovet alene.")]
PoolFile = Annotated[
    Path, typer.Argument(metavar="POOL", help="Enheter som deler linjer, .yaml eller .json.")
]
WayAsked = Annotated[
    Any,
    _option("auto|together|priced|both", "Én modell, enhet for enhet med priser, eller begge deler.", _way),
]
DecisionFile = Annotated[
    Path | None,
    _option("FILE", "Beslutningen: option, date, reasons og by. Lukker saken i mappen fra --out."),
]
Day = Annotated[str | None, _option("UKE:DAG|DATO", "Dagen, som 3:tue eller 2027-01-19; ellers i dag.")]
Page = Annotated[Path | None, _option("FILE.html", "Siden som skrives ut på papir.")]
Language = Annotated[str, _option("nb|en", "Språket i svaret.", _lang)]
