"""pip's settings, told to uv, which does not read them.

Who set an index for pip (a mirror, a company's own) set it for every Python tool, as they see it. Who set one
for uv means that one: then pip's indexes stay out of it.
"""

import ast
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

INDEX_VARIABLES = ("UV_INDEX", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS")
INDEX_KEYS = {"index", "index-url", "extra-index-url", "find-links", "no-index"}
CONNECTION = {
    "cert": ("SSL_CERT_FILE",),
    "client-cert": ("SSL_CLIENT_CERT",),
    "trusted-host": ("UV_INSECURE_HOST",),
    "proxy": ("HTTP_PROXY", "HTTPS_PROXY"),
    "timeout": ("UV_HTTP_TIMEOUT",),
    "default-timeout": ("UV_HTTP_TIMEOUT",),
}


def parse(listing: str) -> dict[str, str]:
    """Read what ``pip config list`` prints: ``install`` outdoes ``global``, a variable outdoes both."""
    settings: dict[str, dict[str, str]] = {"global": {}, "install": {}, ":env:": {}}
    for line in listing.splitlines():
        name, _, value = line.partition("=")
        section, _, key = name.rpartition(".")
        if section in settings and value:
            settings[section][key] = str(ast.literal_eval(value))
    return settings["global"] | settings["install"] | settings[":env:"]


def from_variables(variables: Mapping[str, str]) -> dict[str, str]:
    """Read pip's variables only, where there is no pip to ask."""
    return {
        name.removeprefix("PIP_").lower().replace("_", "-"): value
        for name, value in variables.items()
        if name.startswith("PIP_")
    }


def translate(
    settings: Mapping[str, str], variables: Mapping[str, str], configurations: Iterable[Path]
) -> dict[str, str]:
    """Say pip's settings in uv's variables, save those that the user has set for uv.

    ``configurations`` are the places of the user's ``uv.toml``.
    """
    said = {name: settings[key] for key, names in CONNECTION.items() if settings.get(key) for name in names}
    if not has_own_index(variables, configurations):
        said |= _indexes(settings)
    return {name: " ".join(value.split()) for name, value in said.items() if not variables.get(name)}


def has_none(settings: Mapping[str, str]) -> bool:
    """Whether pip is to take packages from folders only, which uv has no variable for."""
    return settings.get("no-index", "").lower() in {"1", "true", "yes", "on"}


def has_own_index(variables: Mapping[str, str], configurations: Iterable[Path]) -> bool:
    """Whether the user has told uv itself where packages come from."""
    if any(variables.get(name) for name in INDEX_VARIABLES):
        return True
    return any(_names_index(path) for path in configurations)


def configurations(variables: Mapping[str, str]) -> list[Path]:
    """Places where uv looks for the settings of a user and of a system."""
    if variables.get("UV_NO_CONFIG"):
        return []
    if variables.get("UV_CONFIG_FILE"):
        return [Path(variables["UV_CONFIG_FILE"])]
    if os.name == "nt":
        folders = [variables.get("APPDATA", ""), variables.get("PROGRAMDATA", "")]
    else:
        user = variables.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        folders = [user, *(variables.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"), "/etc"]
    return [Path(folder) / "uv" / "uv.toml" for folder in folders if folder]


def _names_index(path: Path) -> bool:
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(INDEX_KEYS & (settings.keys() | settings.get("pip", {}).keys()))


def _indexes(settings: Mapping[str, str]) -> dict[str, str]:
    said = {}
    if settings.get("index-url"):
        said["UV_DEFAULT_INDEX"] = settings["index-url"]
    if settings.get("extra-index-url"):
        said["UV_INDEX"] = settings["extra-index-url"]
        # pip takes a package from whichever index has the version; that is safe with hashes
        said["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    links = [link for link in settings.get("find-links", "").split() if _is_there(link)]
    if links:
        said["UV_FIND_LINKS"] = ",".join(os.path.expanduser(link) for link in links)  # noqa: PTH111  may be a URL
    return said


def _is_there(link: str) -> bool:
    """Whether uv can use a place of packages; pip only warns of a folder that is gone."""
    return bool(len(urlsplit(link).scheme) > 1) or Path(link).expanduser().is_dir()
