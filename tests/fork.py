"""A fork of the project, made with real git: what an organisation does on the GitHub web page, and a year of updates."""

import re
import shutil
from pathlib import Path

from building import remembering, run

from macros.content.load import PROJECT

LATER = "Een jaar later heet dit anders"
OWN = Path(__file__).parent / "kopie"
WHO = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@voorbeeld.example",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@voorbeeld.example",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}


def git(root: Path, *arguments: str) -> str:
    """Run git in `root`; what it says, when all is well."""
    done = run(["git", *arguments], root, **WHO)
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stdout}{done.stderr}"
    return done.stdout


def upstream(root: Path) -> Path:
    """The project as it is now in the checkout, as a repository of its own at `root`."""
    listed = git(PROJECT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (PROJECT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, root / name)
    git(root, "init", "-q", "-b", "main")
    _commit(root, "Project")
    return root


def fork(project: Path, root: Path) -> Path:
    """A clone of the project to which an organisation added its own folder."""
    git(project, "clone", "-q", str(project), str(root))
    shutil.copytree(OWN, root / "organisatie", dirs_exist_ok=True)
    _commit(root, "Onze eigen gegevens")
    return remembering(root)


def next_year(project: Path) -> None:
    """The project moves on: every file changes, a factor gets another id, the first one another title, a new version is out."""
    factoren = project / "data" / "success_factors.yml"
    text = factoren.read_text(encoding="utf-8")
    text = text.replace("  - id: nieuwsgierig\n", "  - id: nieuwsgierig-zijn\n    oude_ids: [nieuwsgierig]\n")
    themes, between, rest = text.partition("\nfactoren:")
    factoren.write_text(
        themes + between + re.sub(r"\n    titel: .*", f"\n    titel: {LATER}", rest, count=1),
        encoding="utf-8",
    )
    for path in [*project.glob("data/*.yml"), *project.glob("organisatie/*.yml"), project / "mkdocs.yml"]:
        path.write_text(path.read_text(encoding="utf-8") + "\n# Een jaar later.\n", encoding="utf-8")
    for path in [
        *project.glob("docs/**/*.md"),
        *project.glob("*.md"),
        project / "organisatie" / "LEESMIJ.md",
    ]:
        path.write_text(path.read_text(encoding="utf-8") + "\nEen jaar later.\n", encoding="utf-8")
    settings = project / "pyproject.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace('version = "', 'version = "9.', 1), encoding="utf-8"
    )
    _commit(project, "Een jaar later")


def _commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)
