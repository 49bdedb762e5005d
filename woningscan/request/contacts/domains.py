"""Mail addresses that can hardly be right: what stands behind the last point is no top level of the internet, or the
name before it is one slip from a large provider's.

Only what lies one letter from a common top level is doubted, so that a rare one that exists is never refused.
"""

from __future__ import annotations

from phonenumbers import SUPPORTED_REGIONS

_COMMON = ("com", "nl", "net", "org")
_COUNTRIES = frozenset(region.lower() for region in SUPPORTED_REGIONS) | frozenset(
    "eu uk su aq bv gs hm pn tf um".split()
)
"""Top levels of two letters are countries (ISO 3166); `phonenumbers` knows those with telephones."""
_ALSO_EXIST = frozenset("cam ong bet pet vet new nec next ntt nfl".split())
"""Top levels one letter from a common one (IANA, Root Zone Database)."""
_ONLY_COM = frozenset("gmail googlemail hotmail outlook icloud".split())
_FOR_COM = frozenset("cm co om".split())
"""Countries whose top level is a slip for `.com` behind the name of a large provider."""


_PROVIDERS = (
    *("gmail", "hotmail", "outlook", "icloud", "googlemail", "yahoo", "ziggo", "kpnmail", "planet", "xs4all", "hetnet"),
    *("telfort", "upcmail", "casema", "chello", "protonmail", "live", "home"),
)
"""Large providers in the Netherlands, and those that are known to be right."""
_SHORTEST = 5
"""Letters of a name in which a slip can be told from another name."""


def likelier_address(address: str) -> str | None:
    """The address that is meant where the top level of `address` cannot be right; None for one that can."""
    before, _, level = address.rpartition(".")
    provider = before.rpartition("@")[2]
    if provider in _ONLY_COM and level in _FOR_COM:
        return f"{before}.com"
    exists = level in _COUNTRIES if len(level) == 2 else level in (*_COMMON, *_ALSO_EXIST)
    if exists:
        return None
    near = [common for common in _COMMON if _one_slip_apart(level, common)]
    return f"{before}.{'com' if provider in _ONLY_COM else near[0]}" if near else None


def likelier_provider(address: str) -> str | None:
    """The address at the large provider whose name is one slip from that in `address` ("hotmial"); None for any other.

    A domain of that name may exist, so both are to be offered.
    """
    name, _, domain = address.rpartition("@")
    provider, _, level = domain.partition(".")
    if provider in _PROVIDERS or "." in level or len(provider) < _SHORTEST:
        return None
    near = [common for common in _PROVIDERS if len(common) >= _SHORTEST and _one_slip_apart(provider, common)]
    return f"{name}@{near[0]}.{level}" if near else None


def _one_slip_apart(level: str, common: str) -> bool:
    """Whether one letter more, less, other or two changed about lie between them."""
    if len(level) == len(common):
        differ = [at for at, pair in enumerate(zip(level, common, strict=True)) if pair[0] != pair[1]]
        return len(differ) == 1 or sorted(level) == sorted(common)
    longer, shorter = sorted((level, common), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
