"""The offline model is made of the weights that are known, or not at all."""

import json
from pathlib import Path

import pytest
import torch

import export_model

CONFIG = {
    "hidden_size": 12,
    "intermediate_size": 24,
    "layer_norm_eps": 1e-12,
    "num_attention_heads": 3,
    "num_hidden_layers": 2,
    "vocab_size": 40,
    "max_position_embeddings": 16,
    "type_vocab_size": 2,
}


def test_refuses_other_weights(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    (tmp_path / "config.json").write_text(json.dumps(CONFIG))
    with pytest.raises(SystemExit, match="has the checksum"):
        export_model.main(tmp_path, tmp_path / "made")
    assert not (tmp_path / "made/manifest.json").exists()


def test_padding_changes_no_vector() -> None:
    torch.manual_seed(1)
    encoder = export_model.Encoder(CONFIG).eval()
    ids = torch.tensor([[5, 6, 7]])
    padded = torch.tensor([[5, 6, 7, 0, 0]])
    ones = torch.ones_like
    with torch.inference_mode():
        alone = encoder(ids, ones(ids), torch.zeros_like(ids))
        mask = torch.tensor([[1, 1, 1, 0, 0]])
        beside = encoder(padded, mask, torch.zeros_like(padded))
    assert torch.allclose(alone, beside[:, :3], atol=1e-6)


def test_names_of_the_packaged_weights_are_those_of_the_encoder() -> None:
    theirs = [
        "embeddings.word_embeddings.weight",
        "embeddings.LayerNorm.bias",
        "encoder.layer.1.attention.self.query.weight",
        "encoder.layer.1.attention.output.dense.bias",
        "encoder.layer.1.attention.output.LayerNorm.weight",
        "encoder.layer.0.intermediate.dense.weight",
        "encoder.layer.0.output.dense.weight",
        "encoder.layer.0.output.LayerNorm.bias",
    ]
    ours = export_model.Encoder(CONFIG).state_dict()
    assert [name for name in map(export_model.renamed, theirs) if name not in ours] == []
