"""Pictures on pages: their sizes, their smaller copies, and what is said of files that are none."""

import io
import re

import pytest
from PIL import Image

from citewell.pictures.picture import Picture
from citewell.pictures.picture_file import read_pictures, webp_of
from tests.test_plugin import BIB, CONFIG, built

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150"></svg>'


def noise(size, kind, **options):
    image = Image.effect_noise(size, 60).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def write(folder, **files):
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize(
    ("drawing", "size"),
    [
        (SQUARE, (300, 150)),
        ('<svg width="40" height="20.4px" viewBox="0 0 1 1">', (40, 20)),
        ("<?xml version='1.0'?>\n<!-- c -->\n<svg viewBox='-5,-5,10,20'>", (10, 20)),
        ('<svg width="100%" height="100%" viewBox="0 0 8 4">', (8, 4)),
        ("<svg>", (0, 0)),
        ("no drawing", (0, 0)),
    ],
    ids=["view-box", "width-and-height", "signs-before", "in-per-cent", "nothing-said", "none"],
)
def test_the_size_of_a_drawing(tmp_path, drawing, size):
    write(tmp_path, x_dot_svg=drawing)
    found = read_pictures(tmp_path)["x.svg"]
    assert (found.width, found.height) == size


def test_the_size_in_pixels_is_the_one_that_browsers_show(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    write(
        tmp_path,
        a_dot_png=noise((40, 30), "PNG"),
        b_dot_jpg=noise((40, 30), "JPEG", exif=exif),
        c_dot_png=noise((4, 3), "JPEG"),
        _data__d_dot_png=noise((4, 3), "PNG"),
    )
    found = {path: (picture.width, picture.height) for path, picture in read_pictures(tmp_path).items()}
    assert found == {"a.png": (40, 30), "b.jpg": (30, 40), "c.png": (0, 0)}


def test_a_copy_is_made_where_it_is_smaller_and_kept(tmp_path):
    flat, large = io.BytesIO(), noise((400, 300), "JPEG", quality=95)
    Image.new("RGB", (1, 1)).save(flat, "PNG")
    write(tmp_path, large_dot_jpg=large, flat_dot_png=flat.getvalue())
    pictures, cache = read_pictures(tmp_path), tmp_path / "cache"
    copy = webp_of(tmp_path / "large.jpg", pictures["large.jpg"], cache)
    assert len(copy) < 0.9 * len(large)
    assert Image.open(io.BytesIO(copy), formats=["WEBP"]).size == (400, 300)
    assert copy == webp_of(tmp_path / "large.jpg", pictures["large.jpg"], None), "the same bytes each time"
    (kept,) = cache.iterdir()
    kept.write_bytes(b"kept")
    assert webp_of(tmp_path / "large.jpg", pictures["large.jpg"], cache) == b"kept"
    assert webp_of(tmp_path / "flat.png", Picture(1, 1, 1, "GIF"), None) is None


PAGE = """# Page

![One](one.jpg) ![Two](sub/two.svg){ width="100" } ![Three](sub/two.svg){ height="30" }
![Four](sub/two.svg){ width="7" height="8" }
"""


def site(folder, **files):
    write(
        folder,
        mkdocs_dot_yml=f"{CONFIG}markdown_extensions: [attr_list]\n",
        references_dot_bib=BIB,
        docs__index_dot_md="# Home\n",
        **files,
    )
    return folder


def test_a_page_says_the_sizes_and_offers_the_copy(tmp_path):
    large = noise((400, 300), "JPEG", quality=95)
    folder = site(
        tmp_path, docs__a__index_dot_md=PAGE, docs__a__one_dot_jpg=large, docs__a__sub__two_dot_svg=SQUARE
    )
    page = built(folder)("a/index.html")
    sizes = [(image["alt"], image["width"], image["height"]) for image in page.select("article img")]
    assert sizes == [("One", "400", "300"), ("Two", "100", "50"), ("Three", "60", "30"), ("Four", "7", "8")]
    (offered,) = page.select("picture > source + img")
    assert offered["alt"] == "One"
    source = offered.find_previous_sibling("source")
    assert (source["srcset"], source["type"]) == ("one.jpg.webp", "image/webp")
    copy = (folder / "site/a/one.jpg.webp").read_bytes()
    assert Image.open(io.BytesIO(copy), formats=["WEBP"]).size == (400, 300)


def test_the_same_on_a_page_whose_address_is_deeper_than_its_file(tmp_path):
    large = noise((400, 300), "JPEG", quality=95)
    folder = site(tmp_path, docs__a__b_dot_md="# B\n\n![One](one.jpg)\n", docs__a__one_dot_jpg=large)
    page = built(folder)("a/b/index.html")
    assert page.select_one("article picture img")["src"] == "../one.jpg"
    assert page.select_one("article picture source")["srcset"] == "../one.jpg.webp"
    assert (folder / "site/a/one.jpg.webp").is_file()


def test_a_copy_that_an_editor_made_is_left_alone(tmp_path):
    large, own = noise((400, 300), "JPEG", quality=95), noise((4, 3), "WEBP")
    folder = site(
        tmp_path,
        docs__b_dot_md="# B\n\n![One](one.jpg)\n",
        docs__one_dot_jpg=large,
        docs__one_dot_jpg_dot_webp=own,
    )
    page = built(folder)("b/index.html")
    assert not page.select("article picture")
    assert (folder / "site/one.jpg.webp").read_bytes() == own


def test_raw_html_without_a_size_stops_the_build(tmp_path, caplog):
    folder = site(
        tmp_path, docs__b_dot_md='# B\n\n<p><img src="../x.svg" alt="X"></p>\n', docs__x_dot_svg=SQUARE
    )
    with pytest.raises(Exception, match="Aborted"):
        built(folder)
    assert "docs/b.md:3:4: error: Add “width” and “height” to <img>" in caplog.text


def test_each_picture_is_told_once_where_it_is_typed_and_for_its_own_reason(tmp_path, caplog):
    page = """# B

![Fake](fake.png)

![Svg](x.svg)

![gone](gone.png)

![ext](https://evil.example/x.png)

<p><img src="../y.svg" alt="Y"></p>
"""
    folder = site(
        tmp_path,
        docs__a___dot_meta_dot_yml="article: A?\n",
        docs__a__index_dot_md=page,
        docs__a__fake_dot_png="<svg></svg>",
        docs__a__x_dot_svg="<svg></svg>",
        docs__y_dot_svg=SQUARE,
    )
    with pytest.raises(Exception, match="Aborted"):
        built(folder)
    told = re.findall(r"^docs/(\S+) error: (\w+ \S+).*\[shown-pictures\]$", caplog.text, re.MULTILINE)
    assert told == [
        ("a/index.md:3:1:", "Save docs/a/fake.png"),
        ("a/index.md:5:1:", "Say in"),
        ("a/index.md:7:1:", "Put a"),
        ("a/index.md:9:1:", "Save this"),
        ("a/index.md:11:4:", "Add “width”"),
    ]
    assert not list((folder / "site").rglob("*.html"))
