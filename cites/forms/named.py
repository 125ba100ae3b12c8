"""A work by the short name that the text gave it: "UNCLOS, art. 298" after "(hereafter UNCLOS)", "Corfu Channel, at 35", "Miller [82]"."""

from __future__ import annotations

from cites.forms.form import Context, Draft, Form, Item

FOLLOW = (",", ".", ";", " at ", " [", " (n", ")")


def read(context: Context, at: int, end: int) -> list[Draft]:
    folded = context.folded
    for name in sorted(context.short_names, key=len, reverse=True):
        stop = at + len(name)
        if not folded.startswith(name, at) or stop > end or not (stop == end or folded.startswith(FOLLOW, stop)):
            continue
        tail = context.tail(stop, end)
        if any(item.field in ("issued", "text", "title", "quoted") for item in tail.items):
            return []
        cited = [item for item in tail.items if item.field in ("page", "section", "cited")]
        finish = max((item.end for item in cited), default=stop)
        if cited and finish < end and folded[finish] == "]":
            finish += 1
        return [Draft("short", "named", at, finish, [Item("named", name, at, stop)], cited[0].value if cited else "", 0.9)]
    return []


FORM = Form("named", read)
