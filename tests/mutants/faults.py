"""Small faults in Python: one operator, number, word, condition, element, result or call is another."""

import ast
import random
import re
from dataclasses import dataclass

#: What a comparison becomes: the same with the edge moved, or the opposite.
FLIPPED = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
}  # fmt: skip
#: What is given by these names nobody sees by running the code: help in a generated schema, and how long to
#: wait;
#: how much is kept in memory, what may be changed there, and how it shows itself to a programmer.
UNSEEN = {"description", "timeout", "maxsize", "frozen", "repr"}
#: A call of which nothing but the name of a type follows, and what has types in the brackets behind it.
NAMES_ONLY = {"TypeVar"}
CONTAINERS = {"dict", "frozenset", "list", "set", "tuple", "type", "Callable", "Future", "Iterator"}


@dataclass(frozen=True)
class Fault:
    """A fault at `line` of a file: what stood at `start` (an offset in bytes), and what stands there now."""

    kind: str
    line: int
    start: int
    was: str
    now: str

    def applied(self, source: bytes) -> bytes:
        """The file with the fault."""
        return source[: self.start] + self.now.encode() + source[self.start + len(self.was.encode()) :]

    def __str__(self) -> str:
        short = (" ".join(text.split()) for text in (self.was, self.now))
        return " → ".join(text if len(text) <= 50 else f"{text[:49]}…" for text in short)


def of(source: bytes, chance: random.Random) -> list[Fault]:
    """One fault for every place in a module where one can be."""
    found = _Finder(source, chance)
    found.visit(ast.parse(source))
    return found.faults


class _Finder(ast.NodeVisitor):
    """Walks through a module and collects the faults in `faults`."""

    def __init__(self, source: bytes, chance: random.Random) -> None:
        self.source, self.chance = source, chance
        self.faults: list[Fault] = []
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._constant = True  # what stands outside a function is a constant of the module or of a class
        self._returns: ast.expr | None = None

    # --- places ---

    def _begin(self, node: ast.expr | ast.stmt) -> int:
        return self._starts[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.end_lineno - 1] + node.end_col_offset

    def _text(self, node: ast.expr | ast.stmt) -> str:
        return self.source[self._begin(node) : self._end(node)].decode()

    def _put(self, kind: str, node: ast.expr | ast.stmt, now: str) -> None:
        self._add(kind, node.lineno, self._begin(node), self._text(node), now)

    def _add(self, kind: str, line: int, start: int, was: str, now: str) -> None:
        self.faults.append(Fault(kind, line, start, was, now))

    # --- what is no place for a fault ---

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Python 3.11 does not know where the parts of an f-string stand."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """These are for the type checker."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Its value, not its type."""
        if node.value:
            self.visit(node.value)

    def visit_keyword(self, node: ast.keyword) -> None:
        """What is given by name, unless nobody can see it."""
        if node.arg not in UNSEEN:
            self.visit(node.value)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        outside = self._constant, self._returns
        self._constant, self._returns = False, node.returns
        defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
        for part in [*node.decorator_list, *defaults, *node.body]:
            self.visit(part)
        self._constant, self._returns = outside

    visit_FunctionDef = _function
    visit_AsyncFunctionDef = _function

    # --- faults ---

    def visit_Compare(self, node: ast.Compare) -> None:
        """Another comparison."""
        lefts = [node.left, *node.comparators]
        for left, operator, right in zip(lefts, node.ops, node.comparators, strict=False):
            was, now = FLIPPED[type(operator)]
            self._between("vergelijking", left, right, re.escape(was).replace(r"\ ", r"\s+"), now)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """`and` for `or`, and the other way round."""
        was, now = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between("en/of", left, right, rf"\b{was}\b", now)
        self.generic_visit(node)

    def _between(self, kind: str, left: ast.expr, right: ast.expr, was: str, now: str) -> None:
        gap = self.source[self._end(left) : self._begin(right)].decode()
        if found := re.search(was, gap):
            start = self._end(left) + len(gap[: found.start()].encode())
            self._add(kind, left.end_lineno or left.lineno, start, found[0], now)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Without its `not`."""
        if isinstance(node.op, ast.Not):
            self._put("niet", node, f"({self._text(node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Another number, another truth; another word in a constant of a module or class."""
        if isinstance(node.value, bool):
            self._put("waar/onwaar", node, str(not node.value))
        elif isinstance(node.value, int | float):
            self._put("getal", node, repr(node.value + self.chance.choice((-1, 1))))
        elif isinstance(node.value, str | bytes) and self._constant:
            self._put("woord", node, repr(self._typo(node.value)))

    def _typo(self, value: str | bytes) -> str | bytes:
        if not value:
            return "x" if isinstance(value, str) else b"x"
        at = self.chance.randrange(len(value))
        return value[:at] + value[at + 1 :]

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Without one of its filters."""
        for test in node.ifs:
            self._put("filter weg", test, "True")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        """A branch that is always or never taken."""
        self._put("tak", node.test, self.chance.choice(("True", "False")))
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """The same in an expression."""
        self._put("tak", node.test, self.chance.choice(("True", "False")))
        self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        """Nothing, or the opposite, instead of the result."""
        if node.value is not None:
            text, now = self._text(node.value), self._nothing(node.value)
            if text != now:
                self._put("uitkomst", node.value, now)
            self.visit(node.value)

    def _nothing(self, value: ast.expr) -> str:
        named = ast.unparse(self._returns) if self._returns else ""
        empty = {"str": '""', "bytes": 'b""', "Markup": 'Markup("")', "int": "0", "float": "0.0"}
        empty |= {"list": "[]", "dict": "{}", "set": "set()"}
        if named == "bool":
            return f"not ({self._text(value)})"
        if named.startswith("tuple[") and named.endswith(", ...]"):
            return "()"
        return empty.get(re.split(r"\W", named)[0], "None")

    def visit_Expr(self, node: ast.Expr) -> None:
        """A call of which the result is not used, left out. A docstring stays."""
        if isinstance(node.value, ast.Call):
            self._put("aanroep weg", node, "pass")
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """What is added, left out."""
        self._put("aanroep weg", node, "pass")
        self.generic_visit(node)

    def _display(self, node: ast.List | ast.Tuple | ast.Set) -> None:
        if isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load):
            self._without_one(node.elts, node.elts)
        self.generic_visit(node)

    visit_List = _display
    visit_Tuple = _display
    visit_Set = _display

    def visit_Dict(self, node: ast.Dict) -> None:
        """Without one of its entries."""
        if all(node.keys):
            self._without_one([key for key in node.keys if key], node.values)
        self.generic_visit(node)

    def _without_one(self, begins: list[ast.expr], ends: list[ast.expr]) -> None:
        """Leave out one of at least two elements, with the comma after it.

        Or before it where it is the last.
        """
        if len(begins) < 2:
            return
        at = self.chance.randrange(len(begins))
        if len(begins) == 2:  # with a comma after the other one, without which a tuple is none
            start, end = self._begin(begins[0]), self._end(ends[1])
            kept = self.source[self._begin(begins[1 - at]) : self._end(ends[1 - at])].decode()
            comma = "" if self.source[end:].lstrip().startswith(b",") else ","
            self._add("deel weg", begins[0].lineno, start, self.source[start:end].decode(), kept + comma)
            return
        last = at == len(begins) - 1
        start = self._end(ends[at - 1]) if last else self._begin(begins[at])
        end = self._end(ends[at]) if last else self._begin(begins[at + 1])
        self._add("deel weg", begins[at].lineno, start, self.source[start:end].decode(), "")

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """After a container's name the brackets hold types; after `Literal` what may be written."""
        self.visit(node.value)
        if isinstance(node.value, ast.Name) and node.value.id in CONTAINERS:
            return
        for part in node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]:
            self.visit(part)

    def visit_Call(self, node: ast.Call) -> None:
        """What it is called with."""
        if not (isinstance(node.func, ast.Name) and node.func.id in NAMES_ONLY):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Its value; what a module lets others import by `*` is nothing that happens here."""
        if not any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
            self.visit(node.value)
