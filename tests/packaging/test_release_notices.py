"""Licences of what is shipped."""

from pathlib import Path

import pytest
from release.notices import Package, notices_text, read_package, refuse_unfit
from release.places import Stop


def _package(folder: Path, metadata: str, **texts: str) -> Package:
    folder = folder / "some-1.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: some\nVersion: 1.0\n{metadata}\n", encoding="utf-8")
    for name, words in texts.items():
        (folder / "licenses" / name).write_text(words, encoding="utf-8")
    return read_package(folder)


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT\nLicense: old", "MIT"),
        ("License: BSD\n and more words", "BSD"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("", ""),
    ],
)
def test_the_licence_a_package_states(metadata: str, licence: str, tmp_path: Path) -> None:
    assert _package(tmp_path, metadata).licence == licence


def test_the_text_has_a_list_and_the_words(tmp_path: Path) -> None:
    home = "License: MIT\nProject-URL: Homepage, https://example.org/some"
    package = _package(tmp_path, home, LICENSE="你可以使用\n")
    text = notices_text([package])
    assert "some 1.0    MIT    https://example.org/some" in text
    assert "some 1.0：LICENSE" in text and "你可以使用" in text


@pytest.mark.parametrize("licence", ["", "AGPL-3.0-only", "GPL-3.0-or-later", "GNU GPLv2"])
def test_what_must_not_be_shipped_stops_the_release(licence: str) -> None:
    with pytest.raises(Stop, match="some"):
        refuse_unfit(Package("some", "1.0", licence, "", (("LICENSE", "words"),)))


def test_a_package_without_words_stops_the_release() -> None:
    with pytest.raises(Stop, match="some"):
        refuse_unfit(Package("some", "1.0", "MIT", "", ()))


@pytest.mark.parametrize("licence", ["MIT", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"])
def test_what_may_be_shipped_passes(licence: str) -> None:
    refuse_unfit(Package("some", "1.0", licence, "", (("LICENSE", "words"),)))
