"""Files beside a saved page, and none elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from reader.capture.beside import read_beside


def test_a_file_beside_the_page(tmp_path):
    (tmp_path / "图说_files").mkdir()
    (tmp_path / "图说_files" / "附件 1.doc").write_bytes(b"inside")
    assert read_beside(tmp_path, "./%E5%9B%BE%E8%AF%B4_files/附件 1.doc?v=2#top", 10) == b"inside"
    assert read_beside(tmp_path, "图说_files/附件 1.doc", 5) is None, "too large"
    assert read_beside(None, "图说_files/附件 1.doc", 10) is None
    assert read_beside(tmp_path, "图说_files", 10) is None


@given(st.text(st.sampled_from("a./\\%2eEfF~:?#\0 é𬭎"), max_size=20))
def test_no_address_leads_out_of_the_folder(tmp_path_factory, address):
    home = tmp_path_factory.getbasetemp() / "beside_home"
    (home / "inside").mkdir(parents=True, exist_ok=True)
    for name in ("f", "a", "F"):
        (home / name).write_bytes(b"outside")
        (home / "inside" / name).write_bytes(b"inside")
    assert read_beside(home / "inside", address, 100) in (None, b"inside")
