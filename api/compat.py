"""What changes of the API break those who use it: something gone, something new demanded, another type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]
MOST_DEEP = 12
JSON = "application/json"


def breaks(before: Schema, after: Schema) -> list[str]:
    """Every breaking difference, one line each; nothing where whoever follows `before` can go on with `after`."""
    return list(Comparison(before, after).run())


@dataclass
class Comparison:
    """Two descriptions, laid beside each other."""

    before: Schema
    after: Schema
    seen: set[tuple[str, str, bool]] = field(default_factory=set)

    def run(self) -> Iterator[str]:
        for path, operations in self.before["paths"].items():
            if not path.startswith("/v1"):
                continue
            for method, operation in operations.items():
                where = f"{method.upper()} {path}"
                now = self.after["paths"].get(path, {}).get(method)
                if now is None:
                    yield f"{where}: is gone"
                else:
                    yield from self._parameters(where, operation, now)
                    yield from self._bodies(where, operation, now)

    def _parameters(self, where: str, before: Schema, after: Schema) -> Iterator[str]:
        old = {(one["in"], one["name"].lower()): one for one in before.get("parameters", ())}
        new = {(one["in"], one["name"].lower()): one for one in after.get("parameters", ())}
        for place, name in old.keys() - new.keys():
            yield f"{where}: {place} {name} is gone"
        for key, one in new.items():
            if one.get("required") and not old.get(key, {}).get("required"):
                yield f"{where}: {key[0]} {key[1]} is now needed"
            elif key in old:
                yield from self._shapes(f"{where} {key[1]}", old[key]["schema"], one["schema"], asked=True)

    def _bodies(self, where: str, before: Schema, after: Schema) -> Iterator[str]:
        asked, now = (one.get("requestBody", {}).get("content", {}) for one in (before, after))
        if now and not asked:
            yield f"{where}: a body is now needed"
        for kind in asked.keys() - now.keys():
            yield f"{where}: {kind} is no longer taken"
        if JSON in asked and JSON in now:
            yield from self._shapes(f"{where} body", asked[JSON]["schema"], now[JSON]["schema"], asked=True)
        for status, answer in before["responses"].items():
            if status not in after["responses"]:
                if status.startswith("2"):
                    yield f"{where}: never answers {status} any more"
                continue
            old, new = (
                one.get("content", {}).get(JSON, {}).get("schema")
                for one in (answer, after["responses"][status])
            )
            if old and new:
                yield from self._shapes(f"{where} {status}", old, new, asked=False)

    def _shapes(self, where: str, before: Schema, after: Schema, *, asked: bool) -> Iterator[str]:
        names = (before.get("$ref", ""), after.get("$ref", ""), asked)
        if names[0]:
            if names in self.seen:
                return
            self.seen.add(names)
        old, new = _resolved(self.before, before), _resolved(self.after, after)
        if where.count(".") > MOST_DEEP:
            return
        yield from _types(where, old, new, asked=asked)
        fields, now = old.get("properties", {}), new.get("properties", {})
        for name in fields.keys() - now.keys():
            yield f"{where}.{name}: is gone"
        needed = set(new.get("required", ())) - set(old.get("required", ()))
        for name in needed if asked else ():
            yield f"{where}.{name}: is now needed"
        for name in set(old.get("required", ())) - set(new.get("required", ())) if not asked else ():
            if name in now:
                yield f"{where}.{name}: may now be left out"
        for name in fields.keys() & now.keys():
            yield from self._shapes(f"{where}.{name}", fields[name], now[name], asked=asked)
        if isinstance(old.get("items"), dict) and isinstance(new.get("items"), dict):
            yield from self._shapes(f"{where}[]", old["items"], new["items"], asked=asked)


def _resolved(whole: Schema, schema: Schema) -> Schema:
    for _ in range(MOST_DEEP):
        if "$ref" not in schema:
            break
        schema = whole["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _types(where: str, old: Schema, new: Schema, *, asked: bool) -> Iterator[str]:
    before, after = _kinds(old), _kinds(new)
    if before and after:
        wrong = before - after if asked else after - before
        if wrong:
            yield f"{where}: {', '.join(sorted(wrong))} {'no longer taken' if asked else 'may now be answered'}"
    words, now = set(old.get("enum", ())), set(new.get("enum", ()))
    gone = words - now if asked else now - words
    if words and now and gone:
        yield f"{where}: {', '.join(map(str, sorted(gone)))} {'no longer taken' if asked else 'is new'}"


def _kinds(schema: Schema) -> set[str]:
    """The JSON types that a schema allows; empty where it does not say."""
    if "anyOf" in schema:
        kinds = [_kinds(one) if "$ref" not in one else {"object"} for one in schema["anyOf"]]
        return set() if not all(kinds) else set().union(*kinds)
    kind = schema.get("type")
    return {kind} if isinstance(kind, str) else set(kind or ())
